package io.crossgov.hiring.task;

import io.crossgov.hiring.common.Faults;

/**
 * What happens behind one task form: a Spring bean a form, found by the task's id in the model, which its {@link FormOf} names.
 *
 * @param <R> the answers, one record with Jakarta Validation whose messages are whole sentences for the person
 */
public interface TaskForm<R extends Record> extends OfTask {

    /** Type of the answers; JSON property names are its component names. */
    default Class<R> answers() {
        return FormType.answers(this, TaskForm.class);
    }

    /**
     * What the person sees when opening the task, read now and for this person: any JSON-able value, with the answers known
     * so far under the same property names as {@link #answers()}. It reaches the form as the object {@code form}.
     */
    Object open(TaskContext context);

    /**
     * Finds what else is wrong with the answers, besides what their record says by Jakarta Validation: asked before {@link #submit}
     * even when something is wrong already, so that the person reads everything at once. Any answer may be missing. Changes nothing.
     *
     * @throws io.crossgov.hiring.common.Refusal 403 or 409 when no other answers would help
     */
    default void check(TaskContext context, R answers, Faults faults) {}

    /**
     * Changes the domain and tells the process where to go, in the transaction that completes the task.
     *
     * @throws io.crossgov.hiring.common.Refusal when a rule forbids it; the task stays open and nothing is saved
     */
    Routing submit(TaskContext context, R answers);
}
