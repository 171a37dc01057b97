package io.crossgov.hiring.workflow.bean;

import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.workflow.engine.ModelBean;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** After a selection: are vacancies left, and is the certificate's window open (L18)? */
@Component("countVacancies")
public class CountVacancies implements JavaDelegate, ModelBean {

    private final Selections selections;

    CountVacancies(Selections selections) {
        this.selections = selections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var left = selections.vacanciesLeft(RoutingVariables.caseNumber(execution));
        RoutingVariables.write(execution, Routing.of(RoutingVariable.VACANCIES_LEFT, left));
    }
}
