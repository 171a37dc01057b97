package io.crossgov.hiring.casepage;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.audit.RecordedDecision;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseDocumentAccess;
import io.crossgov.hiring.casefile.CaseMessages;
import io.crossgov.hiring.casefile.CaseSelections;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.SelectionOnFile;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.request.FreezeGround;
import io.crossgov.hiring.request.ReemploymentAnswers;
import io.crossgov.hiring.request.RequestLaw;
import io.crossgov.hiring.request.SignedForms;
import io.crossgov.hiring.reserved.PriorityExtensions;
import io.crossgov.hiring.reserved.PriorityWindow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the file of a case together, for who may see it. */
@Service
public class CaseFiles {

    private final Cases cases;
    private final CaseDesk desk;
    private final Pools pools;
    private final SignedForms forms;
    private final Documents documents;
    private final CaseDocumentAccess papers;
    private final DecisionLog audit;
    private final RequestLaw law;
    private final ReemploymentAnswers reemployment;
    private final CaseSelections selections;
    private final CaseMessages messages;
    private final PriorityWindow window;
    private final PriorityExtensions extensions;
    private final DecisionCodes codes;
    private final ObjectMapper json;

    CaseFiles(
            Cases cases,
            CaseDesk desk,
            Pools pools,
            SignedForms forms,
            Documents documents,
            CaseDocumentAccess papers,
            DecisionLog audit,
            RequestLaw law,
            ReemploymentAnswers reemployment,
            CaseSelections selections,
            CaseMessages messages,
            PriorityWindow window,
            PriorityExtensions extensions,
            DecisionCodes codes,
            ObjectMapper json) {
        this.cases = cases;
        this.desk = desk;
        this.pools = pools;
        this.forms = forms;
        this.documents = documents;
        this.papers = papers;
        this.audit = audit;
        this.law = law;
        this.reemployment = reemployment;
        this.selections = selections;
        this.messages = messages;
        this.window = window;
        this.extensions = extensions;
        this.codes = codes;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public CaseFile of(CaseNumber number, Actor actor) {
        var hiring = cases.visible(number, actor);
        var pool = pools.byAnnouncement(hiring.announcement());
        var onFile = selections.of(hiring, actor);
        return new CaseFile(
                desk.headOf(hiring, pool),
                hiring.status(),
                hiring.step(),
                hiring.step().title(),
                hiring.openedAt(),
                hiring.openedByName(),
                hiring.positionDescription().orElse(null),
                priority(hiring, pool),
                vacancy(hiring),
                request(hiring),
                access(hiring),
                ownEmployees(hiring),
                closing(hiring),
                onFile,
                selections.passOversOf(hiring, actor),
                messages.undelivered(hiring, actor),
                forms.ofCase(hiring),
                documents.readable(papers.of(hiring, pool), actor),
                timeline(hiring, actor, onFile),
                timelineLeavesOut(hiring, actor));
    }

    private List<CaseFile.Event> timeline(HiringCase hiring, Actor actor, List<SelectionOnFile> onFile) {
        var selectees = onFile.stream()
                .collect(Collectors.toMap(selection -> selection.id().toString(), SelectionOnFile::candidate));
        var decisions = audit.of(hiring.number().value());
        var changes = decisions.stream()
                .map(decision -> DecisionChanges.of(decision, json, codes))
                .toList();
        var names = selections.namesOf(
                hiring,
                changes.stream()
                        .flatMap(change -> change.candidateId().stream())
                        .collect(Collectors.toSet()),
                actor);
        var readsChanges = readsChanges(hiring, actor);
        return IntStream.range(0, decisions.size())
                .mapToObj(place -> event(
                        decisions.get(place),
                        changes.get(place)
                                .selectionId()
                                .map(selectees::get)
                                .or(() -> changes.get(place).candidateId().map(names::get))
                                .orElse(null),
                        readsChanges ? changes.get(place).changes() : List.of()))
                .toList();
    }

    private static boolean readsChanges(HiringCase hiring, Actor actor) {
        return actor.isOpmStaff()
                || hiring.isOpen() && actor.worksFor(hiring.agency()) && actor.has(Role.HR_SPECIALIST);
    }

    private static String timelineLeavesOut(HiringCase hiring, Actor actor) {
        if (readsChanges(hiring, actor)) {
            return null;
        }
        if (!hiring.isOpen()) {
            return "With the case, what each decision changed, and which candidate it was about, is closed to the agency."
                    + " OPM keeps it.";
        }
        return actor.has(Role.HIRING_MANAGER)
                ? "What each decision changed is for HR specialists and OPM to read."
                : "What each decision changed is for HR specialists and OPM to read, and which candidate it was about for"
                        + " hiring managers, too.";
    }

    private static CaseFile.Event event(RecordedDecision decision, String candidate, List<CaseFile.Change> changes) {
        return new CaseFile.Event(
                decision.sequence(),
                decision.at(),
                decision.name(),
                decision.roles(),
                decision.agency(),
                decision.kind(),
                decision.sentence(),
                candidate,
                changes);
    }

    private CaseFile.PriorityPart priority(HiringCase hiring, TalentPool pool) {
        return pool.priorityUntil()
                .filter(until -> !pool.priorityAgencies().isEmpty())
                .map(until -> new CaseFile.PriorityPart(
                        pool.priorityAgencies(),
                        until,
                        window.opensTo(pool, hiring.agency()).orElse(null),
                        extensions.ofCase(hiring.number()).stream()
                                .map(request -> new CaseFile.ExtensionPart(
                                        request.askedUntil(),
                                        request.reason(),
                                        request.askedByName(),
                                        request.askedAt(),
                                        request.state(),
                                        request.state().title(),
                                        request.decisionReason().orElse(null)))
                                .toList()))
                .orElse(null);
    }

    private static CaseFile.VacancyPart vacancy(HiringCase hiring) {
        return hiring.fteNumber()
                .map(fte -> new CaseFile.VacancyPart(
                        fte,
                        hiring.vacancies(),
                        hiring.appointmentType().orElse(null),
                        hiring.service().orElse(null),
                        hiring.appointmentDays().isPresent()
                                ? hiring.appointmentDays().getAsInt()
                                : null,
                        hiring.dutyLocations(),
                        hiring.needValidatedOn().orElse(null),
                        hiring.subAgency().orElse(null),
                        hiring.coordinatorComment().orElse(null)))
                .orElse(null);
    }

    private CaseFile.RequestPart request(HiringCase hiring) {
        return hiring.requestStartedOn()
                .map(started -> new CaseFile.RequestPart(
                        started,
                        hiring.formASignedAt().orElse(null),
                        hiring.formBSignedAt().orElse(null),
                        law.freezeOf(hiring).inWords(),
                        hiring.freezeConfirmation()
                                .flatMap(confirmed -> law.freezeGround(confirmed.ground()))
                                .map(FreezeGround::text)
                                .orElse(null),
                        hiring.freezeConfirmation().orElse(null),
                        hiring.freezeClarificationInWords().orElse(null),
                        hiring.rplStatus().orElse(null),
                        hiring.rplExceptionGround().flatMap(law::rplException).orElse(null),
                        hiring.rplNote().orElse(null),
                        hiring.rplStatus()
                                .map(answered -> reemployment.inWords(hiring))
                                .orElse(null),
                        hiring.requestSubmittedAt().orElse(null)))
                .orElse(null);
    }

    private static CaseFile.AccessPart access(HiringCase hiring) {
        return hiring.accessDecision()
                .map(decision -> new CaseFile.AccessPart(
                        decision,
                        hiring.accessComment().orElse(null),
                        hiring.accessDecidedAt().orElse(null)))
                .orElse(null);
    }

    private static CaseFile.OwnEmployeesPart ownEmployees(HiringCase hiring) {
        return hiring.ownEmployeesNotifiedOn()
                .map(on -> new CaseFile.OwnEmployeesPart(
                        on,
                        hiring.ownEmployeesNotifiedHow().orElse(null),
                        hiring.ownEmployeesApplyUntil().orElse(null),
                        hiring.ownEmployeesReview().orElse(null)))
                .orElse(null);
    }

    private static CaseFile.ClosingPart closing(HiringCase hiring) {
        return hiring.closingReason()
                .map(reason -> new CaseFile.ClosingPart(
                        reason,
                        reason.title(),
                        hiring.cancellationReason().orElse(null),
                        hiring.cancellationReason()
                                .map(CancellationReason::title)
                                .orElse(null),
                        hiring.closingNote().orElse(null),
                        hiring.closedByName().orElse(null),
                        hiring.closedAt().orElse(null)))
                .orElse(null);
    }
}
