package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.casefile.DuplicateRequests;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.reserved.PriorityWindow;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** Step 2: a trained coordinator confirms that the vacancy fits the pool (L4) and is no duplicate (L3), or sends it back. */
@FormOf(CheckPoolMatch.TASK)
class CheckPoolMatch implements TaskForm<CheckPoolMatch.Answers> {

    static final String TASK = "check-pool-match";

    private final CaseDesk desk;
    private final DuplicateRequests duplicates;
    private final PriorityWindow priority;

    CheckPoolMatch(CaseDesk desk, DuplicateRequests duplicates, PriorityWindow priority) {
        this.desk = desk;
        this.duplicates = duplicates;
        this.priority = priority;
    }

    /** What the coordinator says. */
    enum Decision {
        CONFIRMED,
        SENT_BACK
    }

    /** @param comment what HR has to change; needed to send back */
    record Answers(
            @NotNull(message = "Say whether the vacancy matches the pool, or goes back to HR.") Decision decision,
            @Size(max = 4000, message = "The comment has at most 4000 characters.") @SeveralLines String comment) {}

    /**
     * @param reserved from which day the agency may ask, while the pool is reserved for others (L10), or null
     * @param keptOut why no agency gets access to the pool now (L16), or null
     */
    record View(
            @JsonUnwrapped CaseHead head,
            String pdNumber,
            String fteNumber,
            int vacancies,
            String needValidatedOn,
            List<KeyRow> keys,
            boolean matches,
            String duplicate,
            String reserved,
            String keptOut,
            boolean trained,
            Decision decision,
            String comment) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        var pool = desk.poolOf(hiring);
        var keys = KeyRow.of(CaseDesk.keys(hiring), pool);
        var matches = keys.stream().allMatch(KeyRow::matches);
        var duplicate = duplicates.objection(hiring);
        return new View(
                desk.headOf(hiring, pool),
                hiring.positionDescription()
                        .map(PositionDescription::numberInWords)
                        .orElse(null),
                hiring.fteNumber().orElse(null),
                hiring.vacancies(),
                hiring.needValidatedOn().map(Dates::inWordsIfAny).orElse(null),
                keys,
                matches,
                duplicate.map(Refusal::sentence).orElse(null),
                priority.keepsOut(pool, hiring.agency()).orElse(null),
                pool.keepsOut().or(() -> pool.keepsOutOfShared(hiring.agency())).orElse(null),
                desk.isTrainedCoordinator(context.actor()),
                // Where the five keys match and nothing else stands in the way, the coordinator reads and completes.
                matches && duplicate.isEmpty() ? Decision.CONFIRMED : null,
                null);
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.coordinated(context);
        if (answers.decision() == Decision.SENT_BACK && answers.comment() == null) {
            faults.add("comment", "Say in the comment what HR has to change.");
        } else if (answers.decision() == Decision.CONFIRMED) {
            var pool = desk.poolOf(hiring);
            faults.check(() -> CaseDesk.mustMatch(pool.mismatches(CaseDesk.keys(hiring))));
            faults.check(() -> mustNotLastTooLong(hiring, pool));
            faults.addUnlessLeftOut(
                    "comment", answers.comment(), "HR reads a comment on a vacancy that you send back only.");
        }
    }

    /** The pool may have changed since HR answered. */
    private static void mustNotLastTooLong(HiringCase hiring, TalentPool pool) {
        hiring.appointmentType()
                .ifPresent(type -> ExpressInterest.appointmentDays(
                        type,
                        hiring.appointmentDays().isPresent()
                                ? hiring.appointmentDays().getAsInt()
                                : null,
                        pool));
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.coordinated(context);
        if (answers.decision() == Decision.SENT_BACK) {
            hiring.sendBack(answers.comment());
            desk.record(
                    context,
                    TASK,
                    "Sent the vacancy back to HR: " + answers.comment(),
                    null,
                    Map.of("poolMatched", false, "comment", answers.comment()));
            return Routing.of(RoutingVariable.POOL_MATCHED, false);
        }
        duplicates.claim(hiring);
        hiring.startRequest(desk.today());
        desk.record(
                context,
                TASK,
                "Confirmed that the vacancy matches pool " + hiring.announcement() + ".",
                null,
                Map.of("poolMatched", true, "position", CaseDesk.keys(hiring)));
        return Routing.of(RoutingVariable.POOL_MATCHED, true);
    }
}
