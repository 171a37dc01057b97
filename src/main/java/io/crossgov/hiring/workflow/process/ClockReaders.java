package io.crossgov.hiring.workflow.process;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** Timers of running processes that read one of our clocks: when the clock is set anew, they read it again. */
@Component
class ClockReaders {

    private final RepositoryService repositoryService;
    private final ManagementService managementService;
    private final ProcessEngineConfigurationImpl engine;

    ClockReaders(
            RepositoryService repositoryService,
            ManagementService managementService,
            ProcessEngineConfigurationImpl engine) {
        this.repositoryService = repositoryService;
        this.managementService = managementService;
        this.engine = engine;
    }

    /**
     * Lets the timers of a process instance read the clock again. Other timers stay: they count from when they began.
     *
     * @param clock the clock's name in models
     */
    void readAgain(String clock, String processDefinition, String processInstance) {
        reading(clock, processDefinition).forEach(timer -> managementService
                .createJobQuery()
                .processInstanceId(processInstance)
                .activityId(timer)
                .list()
                .forEach(job -> managementService.recalculateJobDuedate(job.getId(), false)));
    }

    /** Whether the timer waits for its time. */
    boolean waits(String timer, String processInstance) {
        return managementService
                        .createJobQuery()
                        .processInstanceId(processInstance)
                        .activityId(timer)
                        .count()
                > 0;
    }

    /**
     * Lets the timer that starts an event subprocess beside a process instance wait once more. By a command: the engine starts such a timer
     * with its instance only, and its services know no way to start it later.
     */
    void waitAgain(String timer, String processInstance) {
        engine.getCommandExecutorTxRequired().execute(command -> {
            var instance = command.getExecutionManager().findExecutionById(processInstance);
            return TimerDeclarationImpl.getDeclarationsForScope(instance.getProcessDefinition())
                    .get(timer)
                    .createTimerInstance(instance);
        });
    }

    /** Elements of the model whose timers read the clock. */
    private Set<String> reading(String clock, String processDefinition) {
        return repositoryService
                .getBpmnModelInstance(processDefinition)
                .getModelElementsByType(TimerEventDefinition.class)
                .stream()
                .filter(timer -> timer.getTimeDate() != null
                        && timer.getTimeDate().getTextContent().contains(clock + "."))
                .map(timer -> ((FlowNode) timer.getParentElement()).getId())
                .collect(Collectors.toSet());
    }
}
