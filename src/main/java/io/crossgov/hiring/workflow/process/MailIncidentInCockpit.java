package io.crossgov.hiring.workflow.process;

import io.crossgov.hiring.notice.MailIncidentTold;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * While messages do not leave, Cockpit shows an incident of the hiring process, which is over when they do. It is one of the process and
 * not of each case: no case is in trouble, there is nothing to repair in one, and an incident put on a running case would get in the way of
 * whoever works in it at that moment.
 */
@Component
public class MailIncidentInCockpit {

    /** The incident's type, as Cockpit shows it. */
    public static final String TYPE = "messagesDoNotLeave";

    private static final String HIRING = "cross-gov-hiring";

    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;
    private final ProcessEngineConfigurationImpl engine;

    MailIncidentInCockpit(
            RuntimeService runtimeService, RepositoryService repositoryService, ProcessEngineConfigurationImpl engine) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.engine = engine;
    }

    @EventListener
    void on(MailIncidentTold told) {
        var shown = runtimeService.createIncidentQuery().incidentType(TYPE).list();
        if (told.sentence() == null) {
            end(shown);
        } else if (shown.isEmpty()) {
            hiring().ifPresent(process -> begin(process, told.sentence()));
        }
    }

    private Optional<ProcessDefinition> hiring() {
        return Optional.ofNullable(repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(HIRING)
                .latestVersion()
                .singleResult());
    }

    /** By a command: the engine has incidents of definitions (of timers that start one), its services know those of executions only. */
    private void begin(ProcessDefinition process, String sentence) {
        var context = new IncidentContext();
        context.setProcessDefinitionId(process.getId());
        engine.getCommandExecutorTxRequired()
                .execute(command -> IncidentEntity.createAndInsertIncident(TYPE, context, sentence));
    }

    private void end(List<Incident> shown) {
        for (var incident : shown) {
            engine.getCommandExecutorTxRequired().execute(command -> {
                ((IncidentEntity) command.getIncidentManager().findIncidentById(incident.getId())).resolve();
                return null;
            });
        }
    }
}
