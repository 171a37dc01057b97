package io.crossgov.hiring.workflow;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.stereotype.Component;

/** Timers of running processes that read one of our clocks: when the clock is set anew, they read it again. */
@Component
class ClockReaders {

    private final RepositoryService repositoryService;
    private final ManagementService managementService;

    ClockReaders(RepositoryService repositoryService, ManagementService managementService) {
        this.repositoryService = repositoryService;
        this.managementService = managementService;
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
