package io.crossgov.hiring.notice;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells those who watch running cases whether messages leave. */
@Component
class MailIncidentReport {

    private final MailIncidents incidents;
    private final MailOutages outages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    MailIncidentReport(
            MailIncidents incidents,
            MailOutages outages,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.incidents = incidents;
        this.outages = outages;
        this.events = events;
        this.transaction = transaction;
    }

    /** One at a time, here and on other nodes, so that what is told last is what is so now. */
    synchronized void tell() {
        transaction.executeWithoutResult(work -> {
            outages.hold();
            events.publishEvent(new MailIncidentTold(incidents
                    .current()
                    .map(MailIncidents.Incident::inWordsWithoutCount)
                    .orElse(null)));
        });
    }
}
