package io.crossgov.hiring.workflow.model;

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
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model can be read by a person: it is drawn whole and clear, and its lanes say who does what. */
class ModelDrawingTest {

    static List<String> processIds() throws IOException {
        return BpmnModelTest.processIds();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processIds")
    void every_model_is_drawn_whole_and_clear(String processId) {
        assertThat(ModelDrawing.check(BpmnModelTest.model(processId))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processIds")
    void every_task_stands_in_the_lane_of_its_role_and_what_nobody_does_in_lane_automatic(String processId) {
        assertThat(ModelLanes.check(BpmnModelTest.model(processId))).isEmpty();
    }

    // --- the rules can fail ---------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0}")
    @MethodSource("unclear")
    void an_unclear_drawing_is_noticed_with_the_element_to_look_at(String finding, Consumer<BpmnModelInstance> change) {
        var model = BpmnModelTest.model("pass-over");
        change.accept(model);
        assertThat(ModelDrawing.check(model)).extracting(ModelFinding::toString).contains(finding);
    }

    static Stream<Arguments> unclear() {
        return Stream.of(
                unclear("End event \"Candidate need not be considered\" (passed-over) is not drawn.", model -> {
                    var shape = shape(model, "passed-over");
                    shape.getParentElement().removeChildElement(shape);
                }),
                unclear("Sequence flow \"Yes\" (pass-over-sustained-yes) is not drawn.", model -> {
                    var edge = flow(model, "pass-over-sustained-yes").getDiagramElement();
                    edge.getParentElement().removeChildElement(edge);
                }),
                unclear(
                        "User task \"4 File Pass-over or Objection\" (file-pass-over) overlaps"
                                + " Exclusive gateway \"Disability of 30 percent or more?\" (candidate-is-heard).",
                        model -> place(model, "candidate-is-heard", "file-pass-over")),
                unclear(
                        "Sequence flow \"Yes\" (pass-over-sustained-yes) goes through"
                                + " User task \"4 File Pass-over or Objection\" (file-pass-over).",
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
                        "End event \"Candidate need not be considered\" (passed-over) does not say where its label stands.",
                        model -> {
                            var label = shape(model, "passed-over").getBpmnLabel();
                            label.getParentElement().removeChildElement(label);
                        }),
                unclear(
                        "End event \"Candidate need not be considered\" (passed-over) has a label wider than Cockpit draws"
                                + " it, 90 pixels.",
                        model -> label(model, "passed-over").setWidth(120)),
                unclear(
                        "Exclusive gateway \"Sustained?\" (pass-over-sustained) has its label on Sequence flow"
                                + " \"Yes\" (pass-over-sustained-yes).",
                        model -> label(model, "pass-over-sustained", shape(model, "passed-over"), -50)),
                unclear(
                        "Exclusive gateway \"Sustained?\" (pass-over-sustained) has its label on End event"
                                + " \"Candidate need not be considered\" (passed-over).",
                        model -> label(model, "pass-over-sustained", shape(model, "passed-over"), 0)),
                unclear(
                        "Exclusive gateway \"Sustained?\" (pass-over-sustained) has its label on that of End"
                                + " event \"Candidate need not be considered\" (passed-over).",
                        model -> label(model, "pass-over-sustained", shape(model, "passed-over"), 50)),
                unclear(
                        "Start event \"Request withdrawn or no longer needed\" (request-fell-away) has its label on Sub"
                                + " process \"No decision needed any more\" (pass-over-fell-away).",
                        model -> label(model, "request-fell-away", shape(model, "pass-over-fell-away"), -10)),
                unclear(
                        "User task \"4 File Pass-over or Objection\" (file-pass-over) is drawn outside its lane, \"Hiring manager\".",
                        model -> place(model, "file-pass-over", "decide-pass-over")),
                unclear("Lane \"Automatic\" (lane-automatic) is not drawn.", model -> {
                    var shape = element(model, "lane-automatic", Lane.class).getDiagramElement();
                    shape.getParentElement().removeChildElement(shape);
                }));
    }

    @Test
    void a_task_in_the_lane_of_another_role_is_noticed() {
        var model = BpmnModelTest.model("pass-over");
        stand(model, "decide-pass-over", "lane-hiring-manager");
        stand(model, "file-pass-over", "lane-opm");

        assertThat(ModelLanes.check(model))
                .extracting(ModelFinding::toString)
                .containsExactlyInAnyOrder(
                        "User task \"4 Decide Pass-over or Objection\" (decide-pass-over) stands in lane \"Hiring manager\", but is a"
                                + " task for OPM CrossGovHiring team.",
                        "User task \"4 File Pass-over or Objection\" (file-pass-over) stands in lane \"OPM CrossGovHiring team\", but"
                                + " is a task for Hiring manager or HR specialist.");
    }

    @Test
    void a_task_inside_a_subprocess_in_the_lane_of_another_role_is_noticed() {
        var hire = BpmnModelTest.model("cross-gov-hiring");
        stand(hire, "priority-extension-asked", "lane-automatic");
        var selection = BpmnModelTest.model("candidate-selection");
        element(selection, "set-pay", UserTask.class).setCamundaCandidateGroups("shared-certificate-coordinator");

        assertThat(ModelLanes.check(hire))
                .extracting(ModelFinding::toString)
                .containsExactly("User task \"3 Decide Priority Extension\" (decide-priority-extension) stands in lane"
                        + " \"Automatic\", but is a task for OPM CrossGovHiring team.");
        assertThat(ModelLanes.check(selection))
                .extracting(ModelFinding::toString)
                .containsExactly("User task \"8 Set Pay\" (set-pay) stands in lane \"HR specialist\", but is a task for"
                        + " Shared Certificate Coordinator.");
    }

    @Test
    void what_nobody_does_in_the_lane_of_a_role_is_noticed() {
        var model = BpmnModelTest.model("cross-gov-hiring");
        stand(model, "count-vacancies", "lane-hiring-manager");
        stand(model, "own-employees-may-apply", "lane-hr-specialist");
        stand(model, "certificate-expired", "lane-opm");

        assertThat(ModelLanes.check(model))
                .extracting(ModelFinding::toString)
                .containsExactlyInAnyOrder(
                        "Service task \"Count Vacancies Left\" (count-vacancies) stands in lane \"Hiring manager\", but"
                                + " nobody does it: it belongs into \"Automatic\".",
                        "Intermediate catch event \"Time to apply\" (own-employees-may-apply) stands in lane \"HR"
                                + " specialist\", but nobody does it: it belongs into \"Automatic\".",
                        "Sub process \"Certificate expired\" (certificate-expired) stands in lane \"OPM CrossGovHiring"
                                + " team\", but nobody does it: it belongs into \"Automatic\".");
    }

    @Test
    void an_element_in_no_lane_is_noticed() {
        var model = BpmnModelTest.model("pass-over");
        stand(model, "decide-pass-over", null);

        assertThat(ModelLanes.check(model))
                .extracting(ModelFinding::toString)
                .containsExactly("User task \"4 Decide Pass-over or Objection\" (decide-pass-over) stands in no lane.");
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

    private static Bounds label(BpmnModelInstance model, String id) {
        return shape(model, id).getBpmnLabel().getBounds();
    }

    /** Puts a label onto a shape, or this many pixels to the right of where it begins. */
    private static void label(BpmnModelInstance model, String id, BpmnShape onto, double right) {
        label(model, id).setX(onto.getBounds().getX() + right);
        label(model, id).setY(onto.getBounds().getY() + 10);
    }

    /** @param lane null for none */
    private static void stand(BpmnModelInstance model, String id, String lane) {
        var node = element(model, id, FlowNode.class);
        model.getModelElementsByType(Lane.class)
                .forEach(other -> other.getFlowNodeRefs().remove(node));
        if (lane != null) {
            element(model, lane, Lane.class).getFlowNodeRefs().add(node);
        }
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
