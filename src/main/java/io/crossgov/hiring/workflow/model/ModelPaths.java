package io.crossgov.hiring.workflow.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The ways through one process or subprocess: nothing is drawn that no case can come to, and no case comes to a place without a way on. */
final class ModelPaths {

    private final List<FlowNode> nodes;
    private final Map<FlowNode, Set<FlowNode>> forward = new LinkedHashMap<>();
    private final Map<FlowNode, Set<FlowNode>> backward = new LinkedHashMap<>();

    private ModelPaths(ModelElementInstance scope) {
        nodes = scope.getChildElementsByType(FlowNode.class).stream()
                .filter(node -> !(node instanceof SubProcess inner && inner.triggeredByEvent()))
                .toList();
        nodes.forEach(node -> {
            forward.put(node, new LinkedHashSet<>());
            backward.put(node, new LinkedHashSet<>());
        });
        for (var flow : scope.getChildElementsByType(SequenceFlow.class)) {
            link(flow.getSource(), flow.getTarget());
        }
        for (var boundary : scope.getChildElementsByType(BoundaryEvent.class)) {
            link(boundary.getAttachedTo(), boundary);
        }
    }

    /** @return one finding for each place without a way to it or on from it, empty when there is none */
    static List<ModelFinding> check(BpmnModelInstance model) {
        var scopes = new ArrayList<ModelElementInstance>(model.getModelElementsByType(Process.class));
        scopes.addAll(model.getModelElementsByType(SubProcess.class));
        var findings = new ModelFindings();
        scopes.forEach(scope -> new ModelPaths(scope).check(findings));
        return findings.all();
    }

    private void check(ModelFindings findings) {
        var reached = closure(StartEvent.class, forward);
        var ending = closure(EndEvent.class, backward);
        for (var node : nodes) {
            findings.require(reached.contains(node), node, "cannot be reached from a start.");
            findings.require(ending.contains(node), node, "leads to no end.");
        }
    }

    private void link(FlowNode from, FlowNode to) {
        if (forward.containsKey(from) && backward.containsKey(to)) {
            forward.get(from).add(to);
            backward.get(to).add(from);
        }
    }

    private Set<FlowNode> closure(Class<? extends FlowNode> from, Map<FlowNode, Set<FlowNode>> edges) {
        var reached = new HashSet<FlowNode>();
        var open =
                new ArrayDeque<FlowNode>(nodes.stream().filter(from::isInstance).toList());
        while (!open.isEmpty()) {
            var node = open.pop();
            if (reached.add(node)) {
                open.addAll(edges.get(node));
            }
        }
        return reached;
    }
}
