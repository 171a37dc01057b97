package io.crossgov.hiring.reserved;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;

/** OPM decides whether a pool stays reserved longer for the agencies that have its first days (L10, L21). */
@FormOf(DecidePriorityExtension.TASK)
public class DecidePriorityExtension implements TaskForm<DecidePriorityExtension.Answers> {

    static final String TASK = "decide-priority-extension";

    private final CaseDesk desk;
    private final PriorityExtensions extensions;
    private final PriorityWindow window;
    private final Pools pools;

    DecidePriorityExtension(CaseDesk desk, PriorityExtensions extensions, PriorityWindow window, Pools pools) {
        this.desk = desk;
        this.extensions = extensions;
        this.window = window;
        this.pools = pools;
    }

    /** @param reason why; needed to refuse */
    public record Answers(
            @NotNull(message = "Grant the extension or refuse it.") PriorityDecision decision,
            @Size(max = 4000, message = "The reason has at most 4000 characters.") @SeveralLines String reason) {}

    /**
     * @param reservedFor the agencies that have the reserved days
     * @param reservedUntil last reserved day as it is now
     */
    record View(
            @JsonUnwrapped CaseHead head,
            String reservedFor,
            String reservedUntil,
            String askedUntil,
            String askedOn,
            String askedBy,
            String askedBecause,
            PriorityDecision decision,
            String reason) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        var pool = desk.poolOf(hiring);
        var request = extensions.toDecide(hiring.number());
        return new View(
                desk.headOf(hiring, pool),
                String.join(", ", pool.priorityAgencies()),
                pool.priorityUntil().map(desk::dueDayInWords).orElse(null),
                desk.dueDayInWords(request.askedUntil()),
                Dates.inWordsIfAny(desk.dayOf(request.askedAt())),
                request.askedByName(),
                request.reason(),
                null,
                null);
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.decided(context);
        // The pool first: of two who decide at once, the second has the pool as it was or finds nothing to decide.
        var pool = desk.poolOf(hiring);
        var request = extensions.toDecide(hiring.number());
        if (answers.decision() == PriorityDecision.REFUSED && answers.reason() == null) {
            faults.add("reason", "Say why the days are not extended: the agency reads it.");
        } else if (answers.decision() == PriorityDecision.GRANTED) {
            mustBeGrantable(hiring, pool, request, faults);
        }
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.decided(context);
        var request = extensions.toDecide(hiring.number());
        var granted = answers.decision() == PriorityDecision.GRANTED;
        if (granted) {
            grant(context, hiring, request);
        }
        request.decided(answers.decision(), answers.reason(), context.actor(), desk.now());
        var after = new LinkedHashMap<String, Object>();
        after.put("extensionId", request.id());
        after.put("decision", answers.decision());
        after.put("until", request.askedUntil());
        after.put("reason", answers.reason());
        desk.record(
                context,
                TASK,
                granted
                        ? "Extended the reserved days until " + Dates.inWordsIfAny(request.askedUntil()) + "."
                        : "Refused to extend the reserved days: " + answers.reason(),
                null,
                after);
        return Routing.of(RoutingVariable.PRIORITY_DECISION, answers.decision());
    }

    /** Asked again: the days may have run out since, or have been extended further for another agency. */
    private void mustBeGrantable(HiringCase hiring, TalentPool pool, PriorityExtension request, Faults faults) {
        window.keepsFromExtending(pool, hiring.agency(), request.askedUntil())
                .ifPresent(sentence -> faults.addByRule(
                        "L10",
                        "decision",
                        "The extension cannot be granted any more. " + sentence
                                + " Refuse it with this as the reason."));
    }

    private void grant(TaskContext context, HiringCase hiring, PriorityExtension request) {
        pools.reserveUntil(
                context.actor(),
                hiring.announcement(),
                request.askedUntil(),
                "asked for by " + hiring.agency() + ", " + request.reason());
    }
}
