package io.crossgov.hiring.workflow.process;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import io.crossgov.hiring.workflow.engine.SignedIn;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps a case and its process of one mind about the end. */
@Component
public class CaseEnd {

    private final Cases cases;
    private final SignedIn signedIn;

    CaseEnd(Cases cases, SignedIn signedIn) {
        this.cases = cases;
        this.signedIn = signedIn;
    }

    /** At an end event that says why: closes the case for that reason. */
    public ExecutionListener because(String reason) {
        var closingReason = ClosingReason.valueOf(reason);
        return execution ->
                cases.closedByProcess(RoutingVariables.caseNumber(execution), closingReason, signedIn.personOrSystem());
    }

    /** At the end of a case's process: a process that ends and leaves its case open would be a fault in the model. */
    public ExecutionListener agreement() {
        return execution -> {
            var number = new CaseNumber(execution.getProcessBusinessKey());
            if (cases.byNumber(number).isOpen()) {
                throw new IllegalStateException("The process of case " + number + " ended at \""
                        + execution.getCurrentActivityName() + "\" and the case is still open.");
            }
        };
    }
}
