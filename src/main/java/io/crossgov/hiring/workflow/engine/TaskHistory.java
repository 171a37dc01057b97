package io.crossgov.hiring.workflow.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Writes the engine's history, and takes from the task at hand when it began, which the engine would look up in the history first. */
public final class TaskHistory extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity change
                && !isInitialEvent(change)
                && getDbEntityManager().getCachedEntity(change.getClass(), change.getId()) == null) {
            var task = getDbEntityManager().getCachedEntity(TaskEntity.class, change.getId());
            if (task != null) {
                change.setStartTime(task.getCreateTime());
                getDbEntityManager().merge(change);
                return;
            }
        }
        super.insertOrUpdate(event);
    }
}
