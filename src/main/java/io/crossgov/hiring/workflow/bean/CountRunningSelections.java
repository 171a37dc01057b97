package io.crossgov.hiring.workflow.bean;

import io.crossgov.hiring.casefile.CertificateClosed;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.workflow.engine.ModelBean;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When the certificate expires: does a selection of which OPM was told in time still run (L18)? Then the case goes on, and people hear of it. */
@Component("countRunningSelections")
public class CountRunningSelections implements JavaDelegate, ModelBean {

    private final Selections selections;
    private final ApplicationEventPublisher events;

    CountRunningSelections(Selections selections, ApplicationEventPublisher events) {
        this.selections = selections;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = RoutingVariables.caseNumber(execution);
        var running = selections.runningInTime(caseNumber);
        if (running) {
            events.publishEvent(new CertificateClosed(caseNumber));
        }
        RoutingVariables.write(execution, Routing.of(RoutingVariable.SELECTIONS_RUNNING, running));
    }
}
