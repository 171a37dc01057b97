package io.crossgov.hiring.workflow.bean;

import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.workflow.engine.ModelBean;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** When the certificate expires: does a selection of which OPM was told in time still run (L18)? */
@Component("countRunningSelections")
public class CountRunningSelections implements JavaDelegate, ModelBean {

    private final Selections selections;

    CountRunningSelections(Selections selections) {
        this.selections = selections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var running = selections.runningInTime(RoutingVariables.caseNumber(execution));
        RoutingVariables.write(execution, Routing.of(RoutingVariable.SELECTIONS_RUNNING, running));
    }
}
