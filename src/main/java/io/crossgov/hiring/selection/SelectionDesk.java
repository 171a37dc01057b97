package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.CaseHeads;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.task.TaskContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the task forms of steps 5 to 7 share: the selection behind a task, who may decide, and what stands at a form's top. */
@Component
class SelectionDesk {

    private final Selections selections;
    private final Cases cases;
    private final CaseHeads heads;
    private final Candidates candidates;
    private final Documents documents;
    private final DecisionLog audit;
    private final OfficeClock office;
    private final Clock clock;

    SelectionDesk(
            Selections selections,
            Cases cases,
            CaseHeads heads,
            Candidates candidates,
            Documents documents,
            DecisionLog audit,
            OfficeClock office,
            Clock clock) {
        this.selections = selections;
        this.cases = cases;
        this.heads = heads;
        this.candidates = candidates;
        this.documents = documents;
        this.audit = audit;
        this.office = office;
        this.clock = clock;
    }

    /**
     * The top of every form of a selection.
     *
     * @param alternates names in their order, none as an empty text
     */
    record Summary(
            @JsonUnwrapped CaseHead head,
            String candidateName,
            String applicantNumber,
            String dutyLocation,
            LocalDate electedOn,
            String electedOnInWords,
            String alternates) {}

    /** An uploaded file as forms show it. */
    record FileView(UUID id, String name, long size) {}

    Selection selection(TaskContext context) {
        var selection = selections.visible(context.selectionId(), context.actor());
        if (!selection.caseNumber().equals(context.caseNumber())) {
            throw Selections.unknown();
        }
        return selection;
    }

    HiringCase hiring(TaskContext context) {
        return cases.visible(context.caseNumber(), context.actor());
    }

    /** The selection, for somebody of its agency in one of the roles. @throws Refusal 403 for anybody else */
    Selection selectionOfAgency(TaskContext context, Role... oneOf) {
        var selection = selection(context);
        if (!context.actor().worksFor(selection.agency())) {
            throw Refusal.notYours("Only people of the selecting agency can do this.");
        }
        context.actor().mustHave(oneOf);
        return selection;
    }

    /** The selection, for OPM staff who do not work for the agency that asks (L21). @throws Refusal 403 for anybody else */
    Selection selectionForOpm(TaskContext context) {
        var selection = selection(context);
        context.actor().mustHave(Role.OPM_CROSS_GOV);
        if (context.actor().worksFor(selection.agency())) {
            throw Refusal.notYours("Nobody decides on both sides: somebody outside the selecting agency does this.");
        }
        // Who has moved from the agency to OPM keeps the user name.
        var user = context.actor().userId();
        if (selection.electedBy().equals(user)
                || selection.reviewReturnedBy().filter(user::equals).isPresent()) {
            throw Refusal.notYours("Nobody decides on both sides: you worked on this selection for the agency,"
                    + " so somebody else at OPM does this.");
        }
        return selection;
    }

    Summary summary(TaskContext context) {
        var selection = selection(context);
        var hiring = hiring(context);
        var selectee = candidates.byId(selection.candidateId());
        return new Summary(
                heads.of(hiring),
                selectee.name(),
                selectee.applicantNumber(),
                selection.dutyLocation(),
                selection.electedOn(),
                Dates.inWords(selection.electedOn()),
                alternateNames(selection));
    }

    /** The SF-52 of a form, when one was uploaded to this case. */
    UUID sf52(TaskContext context, UUID uploaded) {
        return uploaded == null
                ? null
                : documents
                        .inCase(context.caseNumber(), uploaded, DocumentPurpose.SF_52, "sf52")
                        .id();
    }

    /** The SF-52 on file, as an upload field shows it; null when there is none. */
    FileView sf52File(Selection selection) {
        return selection
                .sf52DocumentId()
                .flatMap(id -> documents.ofCase(selection.caseNumber()).stream()
                        .filter(file -> file.id().equals(id))
                        .findFirst())
                .map(SelectionDesk::view)
                .orElse(null);
    }

    /**
     * A case has one position description, and OPM hears of no other (L5): the number told is the one on record. It may be left out until
     * the description is classified; the message that brings OPM the classified one tells it then.
     */
    static void checkPdNumber(HiringCase hiring, String told, Faults faults) {
        var recorded =
                hiring.positionDescription().map(PositionDescription::number).orElse(null);
        if (told == null) {
            if (hiring.pdClassified()) {
                faults.addByRule("L5", "pdNumber", "Enter the number of the classified position description.");
            }
        } else if (recorded != null && !PlainText.same(told, recorded)) {
            faults.addByRule(
                    "L5",
                    "pdNumber",
                    hiring.pdClassified()
                            ? "The position description is classified as " + recorded + ", not as " + PlainText.of(told)
                                    + ". Enter that number."
                            : "The position description of this case has the number " + recorded + ", not "
                                    + PlainText.of(told)
                                    + ". Enter that one, or none: OPM is told the right number when it is classified.");
        }
    }

    /** Whether the position description is classified, in words for HR (L5). */
    static String classification(HiringCase hiring) {
        return hiring.pdClassified()
                ? "The position description is classified, and its signed cover sheet (OF-8) is on file."
                : "The position description is not classified yet. You can tell OPM now, but OPM cannot verify the selection before"
                        + " the task \u201c1 Classify Position Description\u201d is complete.";
    }

    LocalDate today() {
        return office.today();
    }

    Instant now() {
        return clock.instant();
    }

    void decided(TaskContext context, String taskId, String sentence, Object before, Object after) {
        audit.record(DecisionLog.Entry.inCase(context.caseNumber(), context.actor(), taskId, sentence, before, after));
    }

    /** What the audit keeps of a selection. */
    static Map<String, Object> facts(Selection selection) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("selectionId", selection.id());
        facts.put("candidateId", selection.candidateId());
        facts.put("state", selection.state());
        facts.put("pdNumber", selection.pdNumber().orElse(null));
        facts.put("sf52Number", selection.sf52Number().orElse(null));
        facts.put("sf52Document", selection.sf52DocumentId().orElse(null));
        facts.put("releasedOn", selection.releasedOn().orElse(null));
        return facts;
    }

    private String alternateNames(Selection selection) {
        var names = new LinkedHashMap<UUID, String>();
        candidates.byIds(selection.alternates()).forEach(person -> names.put(person.id(), person.name()));
        return String.join(
                ", ",
                selection.alternates().stream()
                        .map(id -> names.getOrDefault(id, ""))
                        .toList());
    }

    private static FileView view(StoredDocument file) {
        return new FileView(file.id(), file.name(), file.size());
    }
}
