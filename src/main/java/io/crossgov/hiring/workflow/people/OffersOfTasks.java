package io.crossgov.hiring.workflow.people;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** To whom a task is offered ends with the task, all at once: the engine would read each offer first, to take a right away that there is none of. */
public final class OffersOfTasks implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return IdentityLinkManager.class;
    }

    @Override
    public Session openSession() {
        return new Offers();
    }

    private static final class Offers extends IdentityLinkManager {

        @Override
        public List<IdentityLinkEntity> findIdentityLinksByTaskId(String taskId) {
            var task = getDbEntityManager().getCachedEntity(TaskEntity.class, taskId);
            if (task == null || !task.isDeleted()) {
                return super.findIdentityLinksByTaskId(taskId);
            }
            getDbEntityManager().delete(IdentityLinkEntity.class, "deleteOffersOfTask", taskId);
            return List.of();
        }
    }
}
