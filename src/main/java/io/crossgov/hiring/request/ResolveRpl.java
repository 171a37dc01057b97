package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.RplStatus;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Step 3: the three ways on when the Reemployment Priority List is not cleared (L7). */
@FormOf(ResolveRpl.TASK)
class ResolveRpl implements TaskForm<ResolveRpl.Answers> {

    static final String TASK = "resolve-rpl";

    private final CaseDesk desk;
    private final RequestLaw law;

    ResolveRpl(CaseDesk desk, RequestLaw law) {
        this.desk = desk;
        this.law = law;
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
     * @param exceptionGround id of a legal ground under 5 CFR 330.211, for an exception
     * @param note why the ground applies; needed for an exception
     */
    record Answers(
            @NotNull(message = "Say how the Reemployment Priority List was resolved.") Resolution resolution,
            String exceptionGround,
            @Size(max = 4000, message = "The note has at most 4000 characters.") @SeveralLines String note) {}

    record View(
            @JsonUnwrapped CaseHead head,
            Resolution resolution,
            String exceptionGround,
            String note,
            List<Option> exceptions) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        return new View(
                desk.headOf(hiring),
                null,
                hiring.rplExceptionGround().orElse(null),
                hiring.rplNote().orElse(null),
                law.rplExceptions().stream()
                        .map(exception ->
                                new Option(exception.id(), exception.text() + " (" + exception.citation() + ")"))
                        .toList());
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        desk.worked(context, Role.HR_SPECIALIST);
        if (answers.resolution() == Resolution.EXCEPTION) {
            faults.check(() -> exception(answers));
            if (answers.note() == null) {
                faults.addByRule("L7", "note", "Write down why this ground applies.");
            }
        } else if (answers.resolution() != null) {
            faults.addUnlessLeftOut(
                    "exceptionGround",
                    answers.exceptionGround(),
                    "Only an exception has a ground under 5 CFR 330.211.");
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.worked(context, Role.HR_SPECIALIST);
        var exception = answers.resolution() == Resolution.EXCEPTION ? exception(answers) : null;
        var status = answers.resolution().status;
        var before = Map.of("rplStatus", hiring.rplStatus().orElse(RplStatus.NOT_CLEARED));
        hiring.resolveRpl(
                status,
                exception == null ? null : exception.id(),
                answers.note(),
                desk.signer(context.actor()).name(),
                desk.now());
        desk.record(
                context,
                TASK,
                switch (answers.resolution()) {
                    case CLEARED -> "The Reemployment Priority List is cleared after all.";
                    case EXCEPTION ->
                        "Recorded an exception from the Reemployment Priority List: " + exception.text() + " ("
                                + exception.citation() + ")";
                    case FILLED -> "The position is filled from the Reemployment Priority List. The case closes.";
                },
                before,
                after(status, answers));
        return Routing.of(RoutingVariable.RPL_STATUS, status);
    }

    private static Map<String, Object> after(RplStatus status, Answers answers) {
        var after = new LinkedHashMap<String, Object>();
        after.put("rplStatus", status);
        after.put("exceptionGround", answers.exceptionGround());
        after.put("note", answers.note());
        return after;
    }

    private RplException exception(Answers answers) {
        if (answers.exceptionGround() == null) {
            throw Refusal.byRule(
                    "L7", "exceptionGround", "Choose the legal ground of the exception under 5 CFR 330.211.");
        }
        return law.rplException(answers.exceptionGround())
                .orElseThrow(() -> Refusal.byRule(
                        "L7", "exceptionGround", "That is not a ground under 5 CFR 330.211. Choose one of the list."));
    }
}
