package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.document.FileView;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.Service;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Step 3: the three ways on when the Reemployment Priority List is not cleared (L7). */
@FormOf(ResolveRpl.TASK)
class ResolveRpl implements TaskForm<ResolveRpl.Answers> {

    static final String TASK = "resolve-rpl";

    private final CaseDesk desk;
    private final Documents documents;
    private final RequestLaw law;
    private final ReemploymentClearance clearance;

    ResolveRpl(CaseDesk desk, Documents documents, RequestLaw law, ReemploymentClearance clearance) {
        this.desk = desk;
        this.documents = documents;
        this.law = law;
        this.clearance = clearance;
    }

    /** How it was resolved. */
    enum Resolution {
        CLEARED(RplStatus.CLEARED),
        EXCEPTION(RplStatus.EXCEPTION),
        FILLED(RplStatus.FILLED);

        private final RplStatus status;

        Resolution(RplStatus status) {
            this.status = status;
        }
    }

    /**
     * @param clearedOn the day on which it was cleared after all; today when it is left out
     * @param exceptionGround id of a legal ground under 5 CFR 330.211, for an exception
     * @param document what proves the exception
     * @param note why the ground applies; needed for an exception
     */
    record Answers(
            @NotNull(message = "Say how the Reemployment Priority List was resolved.") Resolution resolution,
            LocalDate clearedOn,
            String exceptionGround,
            UUID document,
            @Size(max = 4000, message = "The note has at most 4000 characters.") @SeveralLines String note) {}

    /** A ground to choose. @param paper what its file is @param needsDocument whether it is not recorded without one */
    record Ground(String value, String label, String paper, boolean needsDocument) {

        private static Ground of(RplException exception) {
            return new Ground(exception.id(), exception.inWords(), exception.paper(), exception.needsDocument());
        }
    }

    /**
     * @param exceptedService whether the list is the agency's own one of the excepted service
     * @param anyException whether there is any exception from the list
     */
    record View(
            @JsonUnwrapped CaseHead head,
            Resolution resolution,
            LocalDate clearedOn,
            String exceptionGround,
            UUID document,
            FileView documentFile,
            String note,
            boolean exceptedService,
            boolean anyException,
            List<Ground> exceptions) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        var exceptions = law.rplExceptions(hiring);
        return new View(
                desk.headOf(hiring),
                null,
                null,
                hiring.rplExceptionGround().orElse(null),
                null,
                null,
                hiring.rplNote().orElse(null),
                RequestLaw.serviceOf(hiring) == Service.EXCEPTED,
                !exceptions.isEmpty(),
                exceptions.stream().map(Ground::of).toList());
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        if (answers.resolution() == Resolution.EXCEPTION) {
            faults.ask(() -> exception(hiring, answers))
                    .ifPresent(exception -> faults.check(() -> paper(hiring, exception, answers)));
            if (answers.note() == null) {
                faults.addByRule("L7", "note", "Write down why this ground applies.");
            }
        } else if (answers.resolution() != null) {
            var none = "Only an exception has a ground under 5 CFR 330.211.";
            faults.addUnlessLeftOut("exceptionGround", answers.exceptionGround(), none);
            faults.addUnlessLeftOut("document", answers.document(), none);
        }
        if (answers.resolution() == Resolution.CLEARED) {
            clearance.check(hiring, "clearedOn", answers.clearedOn(), faults);
        } else {
            faults.addUnlessLeftOut("clearedOn", answers.clearedOn(), "It is not cleared.");
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        var before = Map.of("rplStatus", hiring.rplStatus().orElse(RplStatus.NOT_CLEARED));
        var by = desk.signer(context.actor()).name();
        var status = answers.resolution().status;
        String told;
        if (answers.resolution() == Resolution.EXCEPTION) {
            var exception = exception(hiring, answers);
            hiring.exceptFromRpl(
                    exception.id(),
                    exception.demands(),
                    paper(hiring, exception, answers).orElse(null),
                    answers.note(),
                    by,
                    desk.now());
            told = "Recorded an exception from the Reemployment Priority List: " + exception.inWords();
        } else {
            var cleared = answers.resolution() == Resolution.CLEARED;
            hiring.resolveRpl(
                    status, cleared ? clearance.day(answers.clearedOn()) : null, answers.note(), by, desk.now());
            told = cleared
                    ? "The Reemployment Priority List is cleared after all."
                    : "The position is filled from the Reemployment Priority List. The case closes.";
        }
        desk.record(context, TASK, told, before, after(hiring));
        return Routing.of(RoutingVariable.RPL_STATUS, status);
    }

    private static Map<String, Object> after(HiringCase hiring) {
        var after = new LinkedHashMap<String, Object>();
        after.put("rplStatus", hiring.rplStatus().orElse(null));
        after.put("rplClearedOn", hiring.rplClearedOn().orElse(null));
        after.put("exceptionGround", hiring.rplExceptionGround().orElse(null));
        after.put("document", hiring.rplDocument().orElse(null));
        after.put("note", hiring.rplNote().orElse(null));
        return after;
    }

    private RplException exception(HiringCase hiring, Answers answers) {
        var exceptions = law.rplExceptions(hiring);
        if (exceptions.isEmpty()) {
            throw Refusal.byRule(
                    "L7",
                    "resolution",
                    "In the excepted service the exceptions of 5 CFR 330.211 do not apply: your agency\u2019s priority reemployment list is"
                            + " cleared, or fills the position (5 CFR 302.303, 302.304).");
        }
        if (answers.exceptionGround() == null) {
            throw Refusal.byRule(
                    "L7", "exceptionGround", "Choose the legal ground of the exception under 5 CFR 330.211.");
        }
        return exceptions.stream()
                .filter(exception -> exception.id().equals(answers.exceptionGround()))
                .findFirst()
                .orElseThrow(() -> Refusal.byRule(
                        "L7", "exceptionGround", "That is not a ground under 5 CFR 330.211. Choose one of the list."));
    }

    /** The form of a case that began under an earlier version has no place for the paper: it may be on file already. */
    private Optional<UUID> paper(HiringCase hiring, RplException exception, Answers answers) {
        if (answers.document() != null) {
            return Optional.of(documents
                    .inCase(hiring.number(), answers.document(), DocumentPurpose.RPL_EXCEPTION, "document")
                    .id());
        }
        var onFile = documents.ofCase(hiring.number(), DocumentPurpose.RPL_EXCEPTION).stream()
                .map(StoredDocument::id)
                .findFirst();
        if (onFile.isEmpty() && exception.needsDocument()) {
            throw Refusal.byRule("L7", "document", "This ground needs its evidence. " + exception.paper());
        }
        return onFile;
    }
}
