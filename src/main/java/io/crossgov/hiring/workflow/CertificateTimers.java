package io.crossgov.hiring.workflow;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.pool.PoolSaved;
import io.crossgov.hiring.task.RoutingVariable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the timers of running cases in step with their pool: when OPM keeps it open longer (D1), reminders and the end of the certificate
 * move with its last day (L18).
 */
@Component
class CertificateTimers {

    private static final String CLOCK = "certificateClock.";

    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;
    private final ManagementService managementService;
    private final EngineAccess engine;

    CertificateTimers(
            RuntimeService runtimeService,
            RepositoryService repositoryService,
            ManagementService managementService,
            EngineAccess engine) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.managementService = managementService;
        this.engine = engine;
    }

    @EventListener
    void on(PoolSaved pool) {
        engine.asItself(() -> {
            casesOf(pool.announcement()).forEach((definition, instances) -> move(definition, instances));
            return null;
        });
    }

    /** Running processes of the pool's cases, by process definition. */
    private Map<String, Set<String>> casesOf(AnnouncementNumber pool) {
        return runtimeService
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .variableValueEquals(RoutingVariable.POOL_ID.variableName(), pool.value())
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        ProcessInstance::getProcessDefinitionId,
                        Collectors.mapping(ProcessInstance::getId, Collectors.toSet())));
    }

    private void move(String definition, Set<String> instances) {
        var timers = readingTheClock(definition);
        instances.forEach(instance -> timers.forEach(timer -> managementService
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .list()
                .forEach(job -> managementService.recalculateJobDuedate(job.getId(), false))));
    }

    /** Elements of the model whose timers read the certificate's clock. Other timers stay: they count from when they began. */
    private Set<String> readingTheClock(String definition) {
        return repositoryService
                .getBpmnModelInstance(definition)
                .getModelElementsByType(TimerEventDefinition.class)
                .stream()
                .filter(timer -> timer.getTimeDate() != null
                        && timer.getTimeDate().getTextContent().contains(CLOCK))
                .map(timer -> ((FlowNode) timer.getParentElement()).getId())
                .collect(Collectors.toSet());
    }
}
