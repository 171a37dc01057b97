package io.crossgov.hiring.workflow.people;

import io.crossgov.hiring.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskReportImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskCountByCandidateGroupResultEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskReportManager;
import org.camunda.bpm.engine.task.TaskCountByCandidateGroupResult;

/** How many tasks wait for each role, counted as a list of them is: the engine would read all tasks and all their offers. */
public final class TasksOfGroups implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return TaskReportManager.class;
    }

    @Override
    public Session openSession() {
        return new ByList();
    }

    private static final class ByList extends TaskReportManager {

        @Override
        public List<TaskCountByCandidateGroupResult> createTaskCountByCandidateGroupReport(TaskReportImpl report) {
            getAuthorizationManager().checkAuthorization(Permissions.READ, Resources.TASK, Authorization.ANY);
            var counts = new ArrayList<TaskCountByCandidateGroupResult>();
            for (var role : Role.values()) {
                var waiting = new TaskQueryImpl();
                waiting.taskCandidateGroup(role.groupId());
                var count = new TaskCountByCandidateGroupResultEntity();
                count.setGroupName(role.groupId());
                count.setTaskCount((int) getCommandContext().getTaskManager().findTaskCountByQueryCriteria(waiting));
                if (count.getTaskCount() > 0) {
                    counts.add(count);
                }
            }
            return counts;
        }
    }
}
