package io.crossgov.hiring.workflow.bean;

import io.crossgov.hiring.offer.Offers;
import io.crossgov.hiring.workflow.engine.ModelBean;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import io.crossgov.hiring.workflow.process.LetterTimers;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When a selectee's answer is due, in models: {@code ${offerClock.answerDueAt(execution)}}. */
@Component("offerClock")
public class OfferClock implements ModelBean {

    private final Offers offers;

    OfferClock(Offers offers) {
        this.offers = offers;
    }

    /** The first moment after the day the open offer's answer is due on; {@link LetterTimers#NOT_YET} while the offer has not left. */
    public Date answerDueAt(DelegateExecution execution) {
        return offers.answerDueAt(RoutingVariables.selectionId(execution))
                .map(Date::from)
                .orElseGet(LetterTimers::notYet);
    }
}
