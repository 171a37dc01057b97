package io.crossgov.hiring.workflow.model;

import io.crossgov.hiring.access.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Who does what is read off the lanes: a task stands in the lane of a role whose task it is, and a subprocess in the lane of who has the
 * tasks inside. What nobody does stands in lane "Automatic". An event on a task's edge stands with its task. The build alone looks at it:
 * the engine reads candidate groups and no lanes.
 */
final class ModelLanes {

    static final String NOBODY = "Automatic";

    private final BpmnModelInstance model;
    private final ModelFindings findings = new ModelFindings();

    private ModelLanes(BpmnModelInstance model) {
        this.model = model;
    }

    /** @return one finding for each element in a lane that is not its own, empty when there is none */
    static List<ModelFinding> check(BpmnModelInstance model) {
        var lanes = new ModelLanes(model);
        model.getModelElementsByType(Process.class).stream()
                .flatMap(process -> process.getChildElementsByType(FlowNode.class).stream())
                .forEach(lanes::check);
        return lanes.findings.all();
    }

    private void check(FlowNode node) {
        var lane = laneOf(node);
        if (lane.isEmpty()) {
            findings.find(node, "stands in no lane.");
            return;
        }
        var tasks = tasks(node).toList();
        for (var task : tasks) {
            var roles = task.getCamundaCandidateGroupsList().stream()
                    .flatMap(group -> Role.ofGroup(group.strip()).stream())
                    .map(Role::title)
                    .toList();
            findings.require(
                    roles.contains(lane.get()),
                    task,
                    "stands in lane \"" + lane.get() + "\", but is a task for "
                            + roles.stream().collect(Collectors.joining(" or ")) + ".");
        }
        findings.require(
                !tasks.isEmpty() || !isNobodys(node) || NOBODY.equals(lane.get()),
                node,
                "stands in lane \"" + lane.get() + "\", but nobody does it: it belongs into \"" + NOBODY + "\".");
    }

    private Optional<String> laneOf(FlowNode node) {
        return model.getModelElementsByType(Lane.class).stream()
                .filter(lane -> lane.getFlowNodeRefs().contains(node))
                .map(Lane::getName)
                .findFirst();
    }

    /** The node itself or, at any depth, what is inside it. */
    private static Stream<UserTask> tasks(FlowNode node) {
        return node instanceof UserTask task
                ? Stream.of(task)
                : node.getChildElementsByType(FlowNode.class).stream().flatMap(ModelLanes::tasks);
    }

    private static boolean isNobodys(FlowNode node) {
        return node instanceof ServiceTask
                || node instanceof SendTask
                || node instanceof BusinessRuleTask
                || node instanceof SubProcess
                || node instanceof CatchEvent
                        && !(node instanceof BoundaryEvent)
                        && !node.getChildElementsByType(TimerEventDefinition.class)
                                .isEmpty();
    }
}
