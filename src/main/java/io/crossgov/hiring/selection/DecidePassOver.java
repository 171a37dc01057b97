package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;

/** OPM decides whether the agency may pass over a preference eligible, or whether its objection is sustained (L15, L21, L22). */
@FormOf("decide-pass-over")
class DecidePassOver implements TaskForm<PassOverDecisions.Answers> {

    private final PassOverOfTask ofTask;
    private final PassOverDecisions decisions;

    DecidePassOver(PassOverOfTask ofTask, PassOverDecisions decisions) {
        this.ofTask = ofTask;
        this.decisions = decisions;
    }

    @Override
    public PassOverDecisions.View open(TaskContext context) {
        return decisions.open(context);
    }

    @Override
    public void check(TaskContext context, PassOverDecisions.Answers answers, Faults faults) {
        decisions.check(ofTask.decided(context), answers, faults);
    }

    @Override
    public Routing submit(TaskContext context, PassOverDecisions.Answers answers) {
        return decisions.decide(context, taskId(), ofTask.decided(context), answers);
    }
}
