package io.crossgov.hiring.workflow.gate;

import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.workflow.engine.RefusedFormException;
import io.crossgov.hiring.workflow.engine.ValuesNoDatabaseKnows;
import io.crossgov.hiring.workflow.people.RightsOfRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.db.CommandExecutor;
import org.camunda.bpm.cockpit.db.QueryService;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.cockpit.impl.db.QueryServiceImpl;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.AbstractProcessInstanceQueryDto;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessDefinitionQueryDto;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessInstanceQueryDto;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.QueryVariableValue;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.webapp.db.QueryParameters;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Cockpit asks the database itself, past the engine and what stands around its commands. What is asked with a value that no database
 * knows is refused here as it is there (see {@link ValuesNoDatabaseKnows}), and so is what Cockpit itself has no words for. And whoever may read all processes gets a page of them from an
 * index in its order, and their number as the engine counts them: Cockpit would put all that runs in order, with their rights.
 */
@Component
public class CockpitQuestions implements SmartInitializingSingleton {

    private static final String STATEMENTS = "io/crossgov/hiring/workflow/gate/cockpit-processes.xml";

    private static final String UNKNOWN_COMPARISON =
            "Variables are compared here by \"like\" with text only, and by \"notLike\" not at all.";

    /** Once Cockpit has set itself up, which it does as the server starts. */
    @Override
    public void afterSingletonsInstantiated() {
        Cockpit.setCockpitRuntimeDelegate(new Delegate());
    }

    private static final class Delegate extends DefaultCockpitRuntimeDelegate {

        @Override
        protected List<String> getMappingFiles() {
            var files = new ArrayList<>(super.getMappingFiles());
            files.add(STATEMENTS);
            return files;
        }

        @Override
        public QueryService getQueryService(String engine) {
            return new Paged(engine, getCommandExecutor(engine));
        }

        @Override
        protected CommandExecutor createCommandExecutor(String engine) {
            var cockpits = super.createCommandExecutor(engine);
            return new CommandExecutor() {
                @Override
                public <T> T executeCommand(Command<T> question) {
                    try {
                        return cockpits.executeCommand(question);
                    } catch (ProcessEngineException failure) {
                        throw ValuesNoDatabaseKnows.refusalOr(failure);
                    }
                }
            };
        }
    }

    private static final class Paged extends QueryServiceImpl {

        private final String engineName;

        Paged(String engineName, CommandExecutor cockpits) {
            super(cockpits);
            this.engineName = engineName;
        }

        @Override
        public <T> List<T> executeQuery(String statement, QueryParameters asked) {
            refuseUnknownComparisons(asked);
            if (!statement.equals("selectRunningProcessInstancesIncludingIncidents") || !isOfAllProcesses(asked)) {
                return super.executeQuery(statement, asked);
            }
            asked.getAuthCheck().setAuthorizationCheckEnabled(false);
            return super.executeQuery("selectPageOfProcesses", asked);
        }

        @Override
        public Long executeQueryRowCount(String statement, ListQueryParameterObject asked) {
            refuseUnknownComparisons(asked);
            if (!statement.equals("selectRunningProcessInstancesCount") || !isOfAllProcesses(asked)) {
                return super.executeQueryRowCount(statement, asked);
            }
            asked.getAuthCheck().setAuthorizationCheckEnabled(false);
            return knownToTheEngine((ProcessInstanceQueryDto) asked)
                    .map(ProcessInstanceQuery::count)
                    .orElseGet(() -> super.executeQueryRowCount(statement, asked));
        }

        /** Cockpit takes these and has no words for them: the database would be asked half a sentence. */
        private static void refuseUnknownComparisons(Object asked) {
            if (variablesOf(asked).anyMatch(Paged::isUnknownComparison)) {
                throw new RefusedFormException(Refusal.invalid("variables", UNKNOWN_COMPARISON));
            }
        }

        private static Stream<QueryVariableValue> variablesOf(Object asked) {
            List<QueryVariableValue> variables = null;
            if (asked instanceof AbstractProcessInstanceQueryDto<?> processes) {
                variables = processes.getQueryVariableValues();
            } else if (asked instanceof ProcessDefinitionQueryDto definitions) {
                variables = definitions.getQueryVariableValues();
            }
            return variables == null ? Stream.empty() : variables.stream();
        }

        private static boolean isUnknownComparison(QueryVariableValue variable) {
            return variable.getOperator() == QueryOperator.NOT_LIKE
                    || variable.getOperator() == QueryOperator.LIKE && !(variable.getValue() instanceof String);
        }

        /** The same question to the engine, which counts along an index; only by model and number, which is mostly what is asked. */
        private Optional<ProcessInstanceQuery> knownToTheEngine(ProcessInstanceQueryDto asked) {
            if (asked.getStartedBefore() != null
                    || asked.getStartedAfter() != null
                    || asked.getActivityIdIn() != null
                    || asked.getParentProcessDefinitionId() != null
                    || !asked.getQueryVariableValues().isEmpty()) {
                return Optional.empty();
            }
            var query = Cockpit.getProcessEngine(engineName).getRuntimeService().createProcessInstanceQuery();
            if (asked.getProcessDefinitionId() != null) {
                query.processDefinitionId(asked.getProcessDefinitionId());
            }
            if (asked.getBusinessKey() != null) {
                query.processInstanceBusinessKey(asked.getBusinessKey());
            }
            return Optional.of(query);
        }

        /** Looks for rights wherever it is asked, unless there is nothing to be left out for want of one. */
        @Override
        protected <T> void configureAuthCheck(
                ListQueryParameterObject asked, ProcessEngineConfigurationImpl engine, CommandContext command) {
            if (asked.getAuthCheck().isAuthorizationCheckEnabled() || !isOfAllProcesses(asked)) {
                super.configureAuthCheck(asked, engine, command);
            }
        }

        /** Whether the person may read all of them, and each is one row: those with incidents stand beside each of their incidents. */
        private static boolean isOfAllProcesses(ListQueryParameterObject asked) {
            return asked instanceof ProcessInstanceQueryDto processes
                    && !Boolean.TRUE.equals(processes.getWithIncident())
                    && RightsOfRoles.readAllProcesses(processes.getAuthCheck().getAuthGroupIds());
        }
    }
}
