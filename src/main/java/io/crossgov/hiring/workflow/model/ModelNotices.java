package io.crossgov.hiring.workflow.model;

import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.notice.NoticeType;
import io.crossgov.hiring.workflow.engine.ModelProperties;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.springframework.util.StringUtils;

/** What a model tells people and how it ends a case: only notices there are, for a reason there is, and never without telling OPM. */
final class ModelNotices {

    /** The messages of the field. */
    static final Set<String> NOTICES = names(NoticeType.values());

    /** Why a case may end; the model says it at the end event that ends the case. */
    static final Set<String> CLOSING_REASONS = names(ClosingReason.values());

    /** Ends that OPM knows of already: it was told of every entry on duty, and it denied the access itself. */
    private static final Set<String> KNOWN_TO_OPM = names(ClosingReason.FILLED, ClosingReason.ACCESS_DENIED);

    private static final String SEND_NOTICE = "${sendNotice}";

    /** Tells OPM how a case ended. */
    private static final String OUTCOME = NoticeType.M13.name();

    private final BpmnModelInstance model;
    private final ModelFindings findings = new ModelFindings();

    private ModelNotices(BpmnModelInstance model) {
        this.model = model;
    }

    /** @return one finding for each event that would tell nothing, or end a case past OPM, empty when there is none */
    static List<ModelFinding> check(BpmnModelInstance model) {
        var notices = new ModelNotices(model);
        notices.messages();
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            noticesOf(node)
                    .filter(number -> !NOTICES.contains(number))
                    .forEach(number ->
                            notices.findings.find(node, "sends the notice \"" + number + "\", which does not exist."));
        }
        model.getModelElementsByType(FlowNode.class).forEach(notices::end);
        return notices.findings.all();
    }

    private void messages() {
        for (var message : model.getModelElementsByType(MessageEventDefinition.class)) {
            if (message.getParentElement() instanceof ThrowEvent event) {
                findings.require(
                        SEND_NOTICE.equals(message.getCamundaDelegateExpression()),
                        event,
                        "sends a message past " + SEND_NOTICE + ".");
                findings.require(
                        ModelProperties.of(event)
                                .get(ModelProperties.NOTICE)
                                .filter(StringUtils::hasText)
                                .isPresent(),
                        event,
                        "does not say which of the notices it sends, such as M7.");
            }
        }
    }

    private void end(FlowNode node) {
        var reason = ModelProperties.of(node).get(ModelProperties.CLOSING_REASON);
        if (reason.isEmpty()) {
            findings.require(!isTerminating(node), node, "ends the case without saying why: it has no closing reason.");
            return;
        }
        findings.require(
                CLOSING_REASONS.contains(reason.get()),
                node,
                "closes the case with \"" + reason.get() + "\", which is no closing reason.");
        findings.require(node instanceof EndEvent, node, "has a closing reason although it does not end anything.");
        findings.require(
                !CLOSING_REASONS.contains(reason.get())
                        || KNOWN_TO_OPM.contains(reason.get())
                        || node.getPreviousNodes().list().stream().allMatch(ModelNotices::tellsOutcome),
                node,
                "ends the case before OPM is told: the notice M13 comes right before it.");
    }

    private static boolean tellsOutcome(FlowNode node) {
        return noticesOf(node).anyMatch(OUTCOME::equals);
    }

    private static Stream<String> noticesOf(FlowNode node) {
        return ModelProperties.of(node)
                .get(ModelProperties.NOTICE)
                .map(notices -> Arrays.stream(notices.split(",", -1)).map(String::strip))
                .orElse(Stream.empty());
    }

    private static boolean isTerminating(FlowNode node) {
        return node instanceof EndEvent
                && !node.getChildElementsByType(TerminateEventDefinition.class).isEmpty();
    }

    private static Set<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
