package io.crossgov.hiring.task;

/** What belongs to one task of a model. */
public interface OfTask {

    /** Task id in the model, for example {@code complete-talent-pool-request}; of a form, what its {@link FormOf} names. */
    default String taskId() {
        return FormType.id(this);
    }
}
