package io.crossgov.hiring.workflow.bean;

import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.selection.PassOvers;
import io.crossgov.hiring.workflow.engine.ModelBean;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import io.crossgov.hiring.workflow.process.LetterTimers;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When a notified candidate's time to answer is over (L15), in models: {@code ${passOverClock.answerTimeOver(execution)}}. */
@Component("passOverClock")
public class PassOverClock implements ModelBean {

    private final PassOvers passOvers;
    private final OfficeClock office;

    PassOverClock(PassOvers passOvers, OfficeClock office) {
        this.passOvers = passOvers;
        this.office = office;
    }

    /** The first moment after the last day on which the candidate may answer; {@link LetterTimers#NOT_YET} while the notice has not left. */
    public Date answerTimeOver(DelegateExecution execution) {
        return passOvers
                .byId(RoutingVariables.passOverId(execution))
                .lastDayToAnswer()
                .map(office::endOf)
                .map(Date::from)
                .orElseGet(LetterTimers::notYet);
    }
}
