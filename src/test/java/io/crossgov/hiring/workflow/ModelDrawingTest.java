package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model can be read by a person: it is drawn whole and clear. */
class ModelDrawingTest {

    static List<String> processIds() throws IOException {
        return BpmnModelTest.processIds();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processIds")
    void every_model_is_drawn_whole_and_clear(String processId) {
        assertThat(ModelDrawing.check(BpmnModelTest.model(processId))).isEmpty();
    }

    // --- the rules can fail ---------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0}")
    @MethodSource("unclear")
    void an_unclear_drawing_is_noticed_with_the_element_to_look_at(String finding, Consumer<BpmnModelInstance> change) {
        var model = BpmnModelTest.model("pass-over");
        change.accept(model);
        assertThat(ModelDrawing.check(model)).extracting(Finding::toString).contains(finding);
    }

    static Stream<Arguments> unclear() {
        return Stream.of(
                unclear("End event \"Candidate may be passed over\" (passed-over) is not drawn.", model -> {
                    var shape = shape(model, "passed-over");
                    shape.getParentElement().removeChildElement(shape);
                }),
                unclear("Sequence flow \"Yes\" (pass-over-sustained-yes) is not drawn.", model -> {
                    var edge = flow(model, "pass-over-sustained-yes").getDiagramElement();
                    edge.getParentElement().removeChildElement(edge);
                }),
                unclear(
                        "User task \"4 File Pass-over\" (file-pass-over) overlaps"
                                + " Exclusive gateway \"Disability of 30 percent or more?\" (candidate-is-heard).",
                        model -> place(model, "candidate-is-heard", "file-pass-over")),
                unclear(
                        "Sequence flow \"Yes\" (pass-over-sustained-yes) goes through"
                                + " User task \"4 File Pass-over\" (file-pass-over).",
                        model -> {
                            var task = shape(model, "file-pass-over").getBounds();
                            var middle = task.getY() + task.getHeight() / 2;
                            var right = task.getX() + task.getWidth();
                            draw(model, "pass-over-sustained-yes", task.getX() - 20, middle, right + 20, middle);
                        }),
                unclear(
                        "Sequence flow \"Yes\" (pass-over-sustained-yes) crosses"
                                + " Sequence flow \"No\" (pass-over-sustained-no).",
                        model -> {
                            draw(model, "pass-over-sustained-no", 0, 2000, 100, 2000);
                            draw(model, "pass-over-sustained-yes", 50, 1950, 50, 2050);
                        }),
                unclear(
                        "User task \"4 File Pass-over\" (file-pass-over) is drawn outside its lane, \"Hiring manager\".",
                        model -> place(model, "file-pass-over", "decide-pass-over")),
                unclear("Lane \"Automatic\" (lane-automatic) is not drawn.", model -> {
                    var shape = element(model, "lane-automatic", Lane.class).getDiagramElement();
                    shape.getParentElement().removeChildElement(shape);
                }));
    }

    private static Arguments unclear(String finding, Consumer<BpmnModelInstance> change) {
        return arguments(finding, change);
    }

    private static <T extends BaseElement> T element(BpmnModelInstance model, String id, Class<T> type) {
        return type.cast(model.getModelElementById(id));
    }

    private static SequenceFlow flow(BpmnModelInstance model, String id) {
        return element(model, id, SequenceFlow.class);
    }

    private static BpmnShape shape(BpmnModelInstance model, String id) {
        return (BpmnShape) element(model, id, FlowNode.class).getDiagramElement();
    }

    private static void place(BpmnModelInstance model, String id, String onto) {
        var from = shape(model, onto).getBounds();
        shape(model, id).getBounds().setX(from.getX() + 10);
        shape(model, id).getBounds().setY(from.getY() + 10);
    }

    private static void draw(BpmnModelInstance model, String flowId, double... coordinates) {
        var waypoints = flow(model, flowId).getDiagramElement().getWaypoints();
        waypoints.clear();
        for (int i = 0; i < coordinates.length; i += 2) {
            var waypoint = model.newInstance(Waypoint.class);
            waypoint.setX(coordinates[i]);
            waypoint.setY(coordinates[i + 1]);
            waypoints.add(waypoint);
        }
    }
}
