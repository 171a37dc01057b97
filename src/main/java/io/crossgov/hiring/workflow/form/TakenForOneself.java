package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.workflow.engine.RefusedFormException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;

/** A person takes a task for themselves or gives it back; the engine would let them put anybody's name on it. */
final class TakenForOneself implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        var person = Context.getCommandContext().getAuthenticatedUserId();
        if (person != null && task.getAssignee() != null && !task.getAssignee().equals(person)) {
            throw new RefusedFormException(Refusal.notYours("You can take a task for yourself only."));
        }
    }
}
