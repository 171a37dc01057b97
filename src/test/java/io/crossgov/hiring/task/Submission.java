package io.crossgov.hiring.task;

import io.crossgov.hiring.common.Faults;

/** Submits answers to a form as the product does behind a task: everything wrong is said at once, and only then the form is asked to act. */
public final class Submission {

    private Submission() {}

    /** @throws io.crossgov.hiring.common.Refusal as the person would read it */
    public static <R extends Record> Routing submitted(TaskForm<R> form, TaskContext task, R answers) {
        var faults = new Faults();
        form.check(task, answers, faults);
        faults.refuseInOrderOf(form.answers());
        return form.submit(task, answers);
    }
}
