package io.crossgov.hiring.workflow.people;

import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;

/** Counts running processes for people as {@link TasksOfRoles} counts tasks: to {@link TasksOfRoles#COUNTED}. */
public final class CountedProcesses implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return ExecutionManager.class;
    }

    @Override
    public Session openSession() {
        return new Counted();
    }

    private static final class Counted extends ExecutionManager {

        @Override
        public long findProcessInstanceCountByQueryCriteria(ProcessInstanceQueryImpl query) {
            if (getCurrentAuthentication() == null
                    || !getCommandContext().isAuthorizationCheckEnabled()
                    || query.getQueries().stream().anyMatch(Counted::mayFindOneTwice)) {
                return super.findProcessInstanceCountByQueryCriteria(query);
            }
            configureQuery(query);
            query.setParameter(TasksOfRoles.COUNTED + 1);
            return (Long) getDbEntityManager().selectOne("countProcesses", query);
        }

        /** Whether the engine joins processes with something of which each may have several. */
        private static boolean mayFindOneTwice(ProcessInstanceQueryImpl query) {
            return query.isWithIncident()
                    || query.getIncidentId() != null
                    || query.getIncidentType() != null
                    || query.getIncidentMessage() != null
                    || query.getIncidentMessageLike() != null
                    || query.getActivityIds() != null;
        }
    }
}
