package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.TaskContext;
import io.crossgov.hiring.task.TaskForm;
import java.util.function.Function;
import org.springframework.transaction.annotation.Transactional;

/** The task in which a pass-over or an objection is decided (L15, L22): two of a kind, which differ in who may. */
@Transactional
abstract class DecidingPassOver implements TaskForm<PassOverDecisions.Answers> {

    private final PassOverDecisions decisions;
    private final Function<TaskContext, PassOver> request;

    /** @param request the request of the task, for who decides it, and a refusal for anybody else */
    DecidingPassOver(PassOverDecisions decisions, Function<TaskContext, PassOver> request) {
        this.decisions = decisions;
        this.request = request;
    }

    @Override
    public PassOverDecisions.View open(TaskContext context) {
        return decisions.open(context);
    }

    @Override
    public void check(TaskContext context, PassOverDecisions.Answers answers, Faults faults) {
        decisions.check(context, request.apply(context), answers, faults);
    }

    @Override
    public Routing submit(TaskContext context, PassOverDecisions.Answers answers) {
        return decisions.decide(context, taskId(), request.apply(context), answers);
    }
}
