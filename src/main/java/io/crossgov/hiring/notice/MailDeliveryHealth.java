package io.crossgov.hiring.notice;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether messages leave, for who watches the server. Readiness does not ask: people go on working while messages wait. */
@Component("mailDelivery")
class MailDeliveryHealth implements HealthIndicator {

    private final MailIncidents incidents;

    MailDeliveryHealth(MailIncidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public Health health() {
        return incidents
                .current()
                .map(incident -> Health.down()
                        .withDetail("since", incident.since())
                        .withDetail("waiting", incident.waiting())
                        .withDetail("problem", incident.problem())
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
