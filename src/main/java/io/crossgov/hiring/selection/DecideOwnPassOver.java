package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.task.FormOf;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;

/** An agency with delegated examining authority decides itself, by somebody other than who asked (L15, L21, L22). */
@FormOf("decide-own-pass-over")
class DecideOwnPassOver implements TaskForm<PassOverDecisions.Answers> {

    private final PassOverOfTask ofTask;
    private final PassOverDecisions decisions;

    DecideOwnPassOver(PassOverOfTask ofTask, PassOverDecisions decisions) {
        this.ofTask = ofTask;
        this.decisions = decisions;
    }

    @Override
    public PassOverDecisions.View open(TaskContext context) {
        return decisions.open(context);
    }

    @Override
    public void check(TaskContext context, PassOverDecisions.Answers answers, Faults faults) {
        decisions.check(ofTask.decidedByAgency(context), answers, faults);
    }

    @Override
    public Routing submit(TaskContext context, PassOverDecisions.Answers answers) {
        return decisions.decide(context, taskId(), ofTask.decidedByAgency(context), answers);
    }
}
