package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.draft.FormDrafts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What people entered for a task goes when the task is done or gone, in the same transaction. */
@Component
class DraftsEndWithTheTask implements TaskListener {

    private final FormDrafts drafts;

    DraftsEndWithTheTask(FormDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void notify(DelegateTask task) {
        drafts.forget(task.getId());
    }
}
