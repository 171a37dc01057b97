package io.crossgov.hiring.request;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.StoredDocument;
import java.io.InputStream;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** OPM's sample position descriptions (step 1): the agency asks for them from its case, OPM puts them into the case's documents. */
@Service
public class SamplePositionDescriptions {

    private static final String ASKED = "ask-for-sample-position-descriptions";

    private final Cases cases;
    private final Documents documents;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;

    SamplePositionDescriptions(
            Cases cases, Documents documents, DecisionLog audit, ApplicationEventPublisher events, OfficeClock office) {
        this.cases = cases;
        this.documents = documents;
        this.audit = audit;
        this.events = events;
        this.office = office;
    }

    /** @throws Refusal as {@link Cases#workedOn}; 409 when somebody has asked in this case already and OPM has not put any into it since */
    public @Transactional void ask(CaseNumber number, Actor actor) {
        cases.hold(number);
        var hiring = cases.workedOn(number, actor, Role.HIRING_MANAGER, Role.HR_SPECIALIST);
        var put = documents.ofCase(number, DocumentPurpose.SAMPLE_PD).stream()
                .findFirst()
                .map(StoredDocument::storedAt);
        audit.latest(number.value(), Set.of(ASKED), 1).stream()
                .filter(asked -> put.filter(asked.at()::isBefore).isEmpty())
                .findFirst()
                .ifPresent(asked -> {
                    throw Refusal.conflict("OPM was asked for its samples in this case already, by " + asked.name()
                            + " on " + Dates.inWords(office.dayOf(asked.at())) + ". It puts them into the case.");
                });
        audit.record(DecisionLog.Entry.inCase(
                number,
                actor,
                ASKED,
                "Asked OPM for its sample position descriptions of pool " + hiring.announcement() + ".",
                null,
                null));
        events.publishEvent(new SamplePositionDescriptionsRequested(number, actor.userId()));
    }

    /**
     * OPM puts a sample into a case, asked or not.
     *
     * @throws Refusal 404 for an unknown case or another agency's, 403 unless the person is OPM staff, 409 when the case is closed,
     *     400 for a file that is not taken
     */
    public void put(CaseNumber number, String fileName, InputStream content, Actor actor) {
        var hiring = cases.visible(number, actor);
        actor.mustHave(Role.OPM_CROSS_GOV);
        hiring.mustBeOpen();
        documents.store(
                DocumentOwner.ofCase(number, hiring.agency()), DocumentPurpose.SAMPLE_PD, fileName, content, actor);
    }
}
