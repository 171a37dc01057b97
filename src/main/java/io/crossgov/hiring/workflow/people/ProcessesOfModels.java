package io.crossgov.hiring.workflow.people;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionStatisticsEntity;
import org.camunda.bpm.engine.impl.persistence.entity.StatisticsManager;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;

/**
 * How many processes of each model run, each number counted to {@link TasksOfRoles#COUNTED}, as Cockpit asks for whoever may read all models:
 * the engine would go through everything that runs.
 */
public final class ProcessesOfModels implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return StatisticsManager.class;
    }

    @Override
    public Session openSession() {
        return new Counted();
    }

    /**
     * Processes of one model.
     *
     * @param model id of that version of it
     * @param counted how far
     */
    public record Running(String model, int counted) {}

    private static final class Counted extends StatisticsManager {

        @Override
        @SuppressWarnings("unchecked")
        public List<ProcessDefinitionStatistics> getStatisticsGroupedByProcessDefinitionVersion(
                ProcessDefinitionStatisticsQueryImpl query, Page page) {
            if (page != null || asksForMore(query) || !readsAllModels()) {
                return super.getStatisticsGroupedByProcessDefinitionVersion(query, page);
            }
            configureQuery(query);
            List<ProcessDefinitionStatistics> models = getDbEntityManager().selectList("selectModels", query);
            models.forEach(model -> ((ProcessDefinitionStatisticsEntity) model)
                    .setInstances(running(model.getId(), query).intValue()));
            return models;
        }

        private Long running(String model, ProcessDefinitionStatisticsQueryImpl query) {
            var counted = new ListQueryParameterObject();
            counted.setTenantCheck(query.getTenantCheck());
            counted.setParameter(new Running(model, TasksOfRoles.COUNTED + 1));
            return (Long) getDbEntityManager().selectOne("countProcessesOfModel", counted);
        }

        /** Whether it asks for what Cockpit does not. */
        private static boolean asksForMore(ProcessDefinitionStatisticsQueryImpl query) {
            return query.isFailedJobsToInclude() || !query.isIncidentsToInclude();
        }

        private boolean readsAllModels() {
            var reader = getCurrentAuthentication();
            return reader != null
                    && RightsOfRoles.grants(
                            RightsOfRoles.roles(reader.getGroupIds()),
                            Permissions.READ,
                            Resources.PROCESS_DEFINITION,
                            Authorization.ANY);
        }
    }
}
