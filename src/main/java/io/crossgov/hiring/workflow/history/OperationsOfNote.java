package io.crossgov.hiring.workflow.history;

import java.util.List;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;

/**
 * The engine's log of what people do to it, less what happens in every case and is told elsewhere: that somebody opened a case or completed
 * a task is a decision of the case, and who took a task stands on it. That a task was given back is told nowhere else.
 */
public final class OperationsOfNote implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return UserOperationLogManager.class;
    }

    @Override
    public Session openSession() {
        return new WithoutEachStep();
    }

    private static final class WithoutEachStep extends UserOperationLogManager {

        @Override
        public void logTaskOperations(String operation, TaskEntity task, List<PropertyChange> changes) {
            var completed = UserOperationLogEntry.OPERATION_TYPE_COMPLETE.equals(operation);
            var taken = UserOperationLogEntry.OPERATION_TYPE_CLAIM.equals(operation) && task.getAssignee() != null;
            if (!completed && !taken) {
                super.logTaskOperations(operation, task, changes);
            }
        }

        @Override
        public void logProcessInstanceOperation(
                String operation,
                String processInstance,
                String definition,
                String process,
                List<PropertyChange> changes,
                String annotation) {
            if (!UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(operation)) {
                super.logProcessInstanceOperation(operation, processInstance, definition, process, changes, annotation);
            }
        }
    }
}
