package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.workflow.engine.RefusedFormException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Refuses to complete a task other than through its form: the engine's {@code complete} would go around the form handler and
 * with it around every rule.
 */
final class FormGuard implements TaskListener {

    /** The task whose form was submitted, and the engine command it was submitted in. */
    private record Submission(String taskId, CommandContext command) {}

    private static final ThreadLocal<Submission> LAST = new ThreadLocal<>();

    /** Says that the form of this task has been submitted in the running command. */
    static void submitted(TaskEntity task) {
        LAST.set(new Submission(task.getId(), Context.getCommandContext()));
    }

    @Override
    public void notify(DelegateTask task) {
        var last = LAST.get();
        LAST.remove();
        if (!new Submission(task.getId(), Context.getCommandContext()).equals(last)) {
            throw new RefusedFormException(
                    Refusal.notYours("A task is completed by submitting its form; nothing was changed."));
        }
    }
}
