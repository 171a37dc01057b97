package io.crossgov.hiring.workflow.model;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What a diagram keeps, so that a person reads in Cockpit what the engine runs. The build alone looks at it: the engine runs a model
 * however it is drawn. Lengths are pixels of the diagram.
 */
final class ModelDrawing {

    /** How far a line may touch a shape's edge before it counts as going through it. */
    private static final double TOUCH = 2;

    /** Cockpit breaks the lines of a label there, however wide the Modeler lets it be. */
    private static final double LABEL_WIDTH = 90;

    private final Map<FlowNode, Rectangle2D> shapes = new LinkedHashMap<>();
    private final Map<SequenceFlow, List<Line2D>> lines = new LinkedHashMap<>();
    private final Map<FlowElement, Rectangle2D> labels = new LinkedHashMap<>();
    private final ModelFindings findings = new ModelFindings();

    private ModelDrawing() {}

    static List<ModelFinding> check(BpmnModelInstance model) {
        var drawing = new ModelDrawing();
        drawing.read(model);
        drawing.overlaps();
        drawing.flowsThroughShapes();
        drawing.crossings();
        drawing.labels();
        drawing.outsideLanes(model);
        return drawing.findings.all();
    }

    private void read(BpmnModelInstance model) {
        for (var shape : model.getModelElementsByType(BpmnShape.class)) {
            if (shape.getBpmnElement() instanceof FlowNode node && shape.getBounds() != null) {
                shapes.put(node, rectangle(shape.getBounds()));
                label(node, shape.getBpmnLabel());
            }
        }
        for (var edge : model.getModelElementsByType(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                lines.put(flow, segments(List.copyOf(edge.getWaypoints())));
                label(flow, edge.getBpmnLabel());
            }
        }
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            if (!shapes.containsKey(node)) {
                findings.find(node, "is not drawn.");
            }
        }
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (lines.getOrDefault(flow, List.of()).isEmpty()) {
                findings.find(flow, "is not drawn.");
            }
        }
    }

    /** Activities carry their names inside. */
    private void label(FlowElement element, BpmnLabel label) {
        if (element.getName() != null && !(element instanceof Activity)) {
            if (label == null || label.getBounds() == null) {
                findings.find(element, "does not say where its label stands.");
            } else {
                labels.put(element, rectangle(label.getBounds()));
            }
        }
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static List<Line2D> segments(List<Waypoint> points) {
        var segments = new ArrayList<Line2D>();
        for (int i = 1; i < points.size(); i++) {
            var from = points.get(i - 1);
            var to = points.get(i);
            segments.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
        }
        return segments;
    }

    private void overlaps() {
        var nodes = new ArrayList<>(shapes.keySet());
        nodes.removeIf(BoundaryEvent.class::isInstance);
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                var one = nodes.get(i);
                var other = nodes.get(j);
                if (!contains(one, other)
                        && !contains(other, one)
                        && shapes.get(one).intersects(shapes.get(other))) {
                    findings.find(one, "overlaps " + ModelFinding.nameOf(other) + ".");
                }
            }
        }
    }

    private void flowsThroughShapes() {
        lines.forEach((flow, segments) -> shapes.forEach((node, shape) -> {
            if (!concerns(flow, node)) {
                var inside = new Rectangle2D.Double(
                        shape.getX() + TOUCH,
                        shape.getY() + TOUCH,
                        shape.getWidth() - 2 * TOUCH,
                        shape.getHeight() - 2 * TOUCH);
                if (segments.stream().anyMatch(inside::intersectsLine)) {
                    findings.find(flow, "goes through " + ModelFinding.nameOf(node) + ".");
                }
            }
        }));
    }

    /** Whether the flow begins or ends at the node, at an event on its edge, or inside it. */
    private static boolean concerns(SequenceFlow flow, FlowNode node) {
        for (var end : List.of(flow.getSource(), flow.getTarget())) {
            if (end.equals(node)
                    || contains(node, end)
                    || end instanceof BoundaryEvent event
                            && event.getAttachedTo().equals(node)) {
                return true;
            }
        }
        return false;
    }

    private void crossings() {
        var flows = new ArrayList<>(lines.keySet());
        for (int i = 0; i < flows.size(); i++) {
            for (int j = i + 1; j < flows.size(); j++) {
                if (cross(lines.get(flows.get(i)), lines.get(flows.get(j)))) {
                    findings.find(flows.get(i), "crosses " + ModelFinding.nameOf(flows.get(j)) + ".");
                }
            }
        }
    }

    private static boolean cross(List<Line2D> some, List<Line2D> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> cross(one, other)));
    }

    /** Each line has the other's ends strictly on both its sides: meeting in a point or running together is no crossing. */
    private static boolean cross(Line2D one, Line2D other) {
        return one.relativeCCW(other.getP1()) * one.relativeCCW(other.getP2()) < 0
                && other.relativeCCW(one.getP1()) * other.relativeCCW(one.getP2()) < 0
                && one.ptLineDist(other.getP1()) > 0
                && one.ptLineDist(other.getP2()) > 0
                && other.ptLineDist(one.getP1()) > 0
                && other.ptLineDist(one.getP2()) > 0;
    }

    private void labels() {
        labels.forEach((element, label) -> {
            findings.require(
                    label.getWidth() <= LABEL_WIDTH, element, "has a label wider than Cockpit draws it, 90 pixels.");
            lines.forEach((flow, segments) -> findings.require(
                    segments.stream().noneMatch(label::intersectsLine),
                    element,
                    "has its label on " + ModelFinding.nameOf(flow) + "."));
            shapes.forEach((node, shape) -> findings.require(
                    contains(node, element) ? shape.contains(label) : !shape.intersects(label),
                    element,
                    "has its label on " + ModelFinding.nameOf(node) + "."));
            labels.forEach((other, place) -> findings.require(
                    other.equals(element) || !place.intersects(label),
                    element,
                    "has its label on that of " + ModelFinding.nameOf(other) + "."));
        });
    }

    /** An element is drawn in the lane that the model says it is in. */
    private void outsideLanes(BpmnModelInstance model) {
        for (var lane : model.getModelElementsByType(Lane.class)) {
            if (lane.getDiagramElement() instanceof BpmnShape shape) {
                lane.getFlowNodeRefs().stream()
                        .filter(node -> shapes.containsKey(node)
                                && !rectangle(shape.getBounds()).contains(shapes.get(node)))
                        .forEach(node -> findings.find(node, "is drawn outside its lane, \"" + lane.getName() + "\"."));
            } else {
                findings.find(lane, "is not drawn.");
            }
        }
    }

    private static boolean contains(FlowNode outer, FlowElement inner) {
        for (ModelElementInstance parent = inner.getParentElement();
                parent != null;
                parent = parent.getParentElement()) {
            if (parent.equals(outer)) {
                return true;
            }
        }
        return false;
    }
}
