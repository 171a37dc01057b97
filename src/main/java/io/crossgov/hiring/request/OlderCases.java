package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.casefile.FreezeConfirmation;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PdSource;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.casefile.Vacancy;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.pool.Pools;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings in cases that ended before they could be worked on here, as they stand on file: the request, by the rules of its time, and how it
 * ended. Nobody is told, and nothing waits in them.
 */
@Component
public class OlderCases {

    /** In the middle of an office day, everywhere in the country. */
    private static final LocalTime NOON = LocalTime.of(17, 0);

    private final Cases cases;
    private final Pools pools;
    private final Documents documents;
    private final SignedForms forms;
    private final RequestLaw law;

    OlderCases(Cases cases, Pools pools, Documents documents, SignedForms forms, RequestLaw law) {
        this.cases = cases;
        this.pools = pools;
        this.documents = documents;
        this.forms = forms;
        this.law = law;
    }

    /**
     * A case as it stands on file.
     *
     * @param freezeGround id of the ground that was confirmed
     * @param evidence name of the file that proves the ground; null where it needs none
     * @param manager user name of who opened and closed it
     * @param hr user name of who signed Form A
     */
    public record OlderCase(
            String number,
            String announcement,
            String positionTitle,
            String pdNumber,
            String fteNumber,
            String dutyLocation,
            LocalDate openedOn,
            LocalDate requestStartedOn,
            LocalDate decidedOn,
            LocalDate closedOn,
            String freezeGround,
            String evidence,
            String note,
            String manager,
            String hr) {}

    /** Whether it was brought in before. */
    public boolean isThere(OlderCase older) {
        return cases.isThere(new CaseNumber(older.number()));
    }

    /** Whether the file of the law in use knows the ground that was confirmed. */
    public boolean isGroundKnown(OlderCase older) {
        return law.freezeOn(older.requestStartedOn())
                .ground(older.freezeGround())
                .isPresent();
    }

    /** @param evidence what proves the freeze ground; null where it needs nothing */
    @Transactional
    public void bringIn(OlderCase older, Actor manager, Actor hr, InputStream evidence) {
        var pool = pools.byAnnouncement(new AnnouncementNumber(older.announcement()));
        var hiring = cases.add(new HiringCase(
                new CaseNumber(older.number()),
                pool.announcement(),
                older.positionTitle(),
                manager,
                at(older.openedOn())));
        hiring.describe(new PositionDescription(
                older.pdNumber(),
                pool.series(),
                pool.grade(),
                pool.fullPerformanceLevel(),
                PdSource.EXISTING,
                true,
                null,
                null,
                null,
                older.openedOn()));
        hiring.expressInterest(new Vacancy(
                older.positionTitle(),
                older.fteNumber(),
                1,
                List.of(older.dutyLocation()),
                pool.appointmentType(),
                pool.hiringAuthority().service(),
                null,
                older.openedOn(),
                null));
        hiring.startRequest(older.requestStartedOn());
        var document = evidence == null
                ? null
                : documents
                        .store(
                                DocumentOwner.ofCase(hiring.number(), hiring.agency()),
                                DocumentPurpose.FREEZE_EVIDENCE,
                                older.evidence(),
                                evidence,
                                hr)
                        .id();
        var answers = formA(older, hiring, document, hr);
        confirmFreeze(hiring, answers, older.requestStartedOn(), hr);
        hiring.answerRpl(RplStatus.CLEARED, older.requestStartedOn());
        var signed = at(older.requestStartedOn());
        forms.sign(
                hiring,
                SignedFormVersion.Form.FORM_A,
                SignedFormVersion.Outcome.CERTIFIED,
                answers,
                hr,
                new CaseDesk.Signer(hr.name(), hr.email(), answers.officialPhone()),
                signed);
        hiring.signFormA(signed);
        hiring.signFormB(signed);
        hiring.submitRequest(signed);
        hiring.decideAccess(AccessDecision.APPROVED, null, null, at(older.decidedOn()));
        cases.endedBefore(
                hiring.number(), ClosingReason.NO_SUITABLE_CANDIDATE, older.note(), manager, at(older.closedOn()));
    }

    /** Only by a ground that held when the request started. */
    private void confirmFreeze(
            HiringCase hiring, CompleteTalentPoolRequest.Answers answers, LocalDate startedOn, Actor hr) {
        var claim = law.freezeOn(startedOn)
                .accept(
                        new FreezeRegime.Claim(
                                answers.freezeGround(), answers.freezeDocument(), null, null, null, null),
                        startedOn);
        hiring.confirmFreezeExemption(new FreezeConfirmation(
                claim.ground(), claim.document(), null, null, null, null, hr.userId(), hr.name(), at(startedOn)));
    }

    private static CompleteTalentPoolRequest.Answers formA(
            OlderCase older, HiringCase hiring, UUID document, Actor hr) {
        var description = hiring.positionDescription().orElseThrow();
        return new CompleteTalentPoolRequest.Answers(
                true,
                true,
                true,
                true,
                true,
                older.positionTitle(),
                description.series(),
                description.grade(),
                description.fullPerformanceLevel(),
                hiring.appointmentType().orElseThrow(),
                hiring.dutyLocations(),
                YesNo.YES,
                older.requestStartedOn(),
                older.freezeGround(),
                document,
                null,
                null,
                null,
                null,
                CompleteTalentPoolRequest.FreezeAnswer.CONFIRM,
                "202-555-0100",
                hr.name());
    }

    private static Instant at(LocalDate day) {
        return day.atTime(NOON).toInstant(ZoneOffset.UTC);
    }
}
