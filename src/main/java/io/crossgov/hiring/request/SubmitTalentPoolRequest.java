package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.reserved.PriorityWindow;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import jakarta.validation.constraints.AssertTrue;
import java.util.Map;

/** Step 3: a trained coordinator (L21) sends Forms A and B to OPM, when nothing is missing (L2, L4, L6, L7) and the pool's reserved days let it (L10). */
@FormOf(SubmitTalentPoolRequest.TASK)
class SubmitTalentPoolRequest implements TaskForm<SubmitTalentPoolRequest.Answers> {

    static final String TASK = "submit-talent-pool-request";

    private final CaseDesk desk;
    private final RequestFile file;
    private final PriorityWindow priority;

    SubmitTalentPoolRequest(CaseDesk desk, RequestFile file, PriorityWindow priority) {
        this.desk = desk;
        this.file = file;
        this.priority = priority;
    }

    record Answers(
            @AssertTrue(message = "Read both forms, then check that they may go to OPM.") boolean formsChecked) {}

    /**
     * @param reserved from which day the agency may ask, while the pool is reserved for others (L10), or null
     * @param keptOut why no agency gets access to the pool now (L16), or null
     */
    record View(
            @JsonUnwrapped CaseHead head,
            @JsonUnwrapped RequestFile.Forms forms,
            boolean formsChecked,
            boolean trained,
            boolean returned,
            String accessComment,
            String reserved,
            String keptOut) {}

    @Override
    public View open(TaskContext context) {
        var hiring = desk.seen(context);
        var pool = desk.poolOf(hiring);
        return new View(
                desk.headOf(hiring, pool),
                file.of(hiring, pool),
                false,
                desk.isTrainedCoordinator(context.actor()),
                hiring.accessDecision().filter(AccessDecision.RETURNED::equals).isPresent(),
                hiring.accessComment().orElse(null),
                priority.keepsOut(pool, hiring.agency()).orElse(null),
                pool.keepsOut().or(() -> pool.keepsOutOfShared(hiring.agency())).orElse(null));
    }

    @Override
    public void check(TaskContext context, Answers answers, Faults faults) {
        var hiring = desk.coordinated(context);
        var pool = desk.poolOf(hiring);
        var missing = file.check(hiring, pool).missing();
        if (!missing.isEmpty()) {
            faults.add("formsChecked", "The request cannot go to OPM yet. " + String.join(" ", missing));
        }
        priority.keepsOut(pool, hiring.agency())
                .ifPresent(sentence -> faults.addByRule("L10", "formsChecked", sentence));
        pool.keepsOut().ifPresent(sentence -> faults.addByRule("L16", "formsChecked", sentence));
        pool.keepsOutOfShared(hiring.agency()).ifPresent(sentence -> faults.addByRule("D1", "formsChecked", sentence));
    }

    @Override
    public Routing submit(TaskContext context, Answers answers) {
        var hiring = desk.coordinated(context);
        hiring.submitRequest(desk.now());
        desk.record(
                context,
                TASK,
                "Submitted Forms A and B to OPM.",
                null,
                Map.of("submittedAt", hiring.requestSubmittedAt().orElseThrow()));
        return Routing.onward();
    }
}
