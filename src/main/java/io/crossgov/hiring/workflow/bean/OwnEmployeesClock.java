package io.crossgov.hiring.workflow.bean;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.workflow.engine.ModelBean;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When an agency's own employees have had their time to apply (D1), in models: {@code ${ownEmployeesClock.timeOver(execution)}}. */
@Component("ownEmployeesClock")
public class OwnEmployeesClock implements ModelBean {

    private final Cases cases;
    private final OfficeClock office;

    OwnEmployeesClock(Cases cases, OfficeClock office) {
        this.cases = cases;
        this.office = office;
    }

    /** The first moment after the last day on which they can apply, as the notice to them says. */
    public Date timeOver(DelegateExecution execution) {
        return cases.byNumber(RoutingVariables.caseNumber(execution))
                .ownEmployeesApplyUntil()
                .map(office::endOf)
                .map(Date::from)
                .orElseThrow();
    }
}
