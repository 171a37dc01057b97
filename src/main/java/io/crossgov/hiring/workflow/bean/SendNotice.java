package io.crossgov.hiring.workflow.bean;

import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.notice.NoticeType;
import io.crossgov.hiring.notice.Notices;
import io.crossgov.hiring.workflow.engine.ModelBean;
import io.crossgov.hiring.workflow.engine.ModelProperties;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/**
 * Message events in models: writes the notices that the event's property {@code notice} names, for example {@code M7,M3}. Each time
 * the process passes the event is an occasion of its own. Right before the end of a case, the notices know already why it ends: the end
 * that follows says so.
 */
@Component("sendNotice")
public class SendNotice implements JavaDelegate, ModelBean {

    private final Notices notices;

    SendNotice(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var event = (FlowNode) execution.getBpmnModelElementInstance();
        var named = ModelProperties.of(event)
                .get(ModelProperties.NOTICE)
                .orElseThrow(() -> new IllegalStateException("Event " + event.getId() + " names no notice."));
        var types = Arrays.stream(named.split(","))
                .map(String::strip)
                .map(NoticeType::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NoticeType.class)));
        notices.send(
                types,
                RoutingVariables.caseNumber(execution),
                RoutingVariables.selectionId(execution),
                RoutingVariables.passOverId(execution),
                endAfter(event).orElse(null),
                execution.getCurrentActivityId() + "/" + execution.getActivityInstanceId());
    }

    /** Why the case is closed by the element that comes next, if that is its end. */
    private static Optional<ClosingReason> endAfter(FlowNode event) {
        return event.getSucceedingNodes().list().stream()
                .flatMap(next -> ModelProperties.of(next).get(ModelProperties.CLOSING_REASON).stream())
                .map(ClosingReason::valueOf)
                .findFirst();
    }
}
