package io.crossgov.hiring.workflow.bean;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.workflow.engine.ModelBean;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The certificate's end in models (L18): {@code ${certificateClock.expiresAt(execution)}}. */
@Component("certificateClock")
public class CertificateClock implements ModelBean {

    private final Cases cases;
    private final Pools pools;
    private final OfficeClock clock;

    CertificateClock(Cases cases, Pools pools, OfficeClock clock) {
        this.cases = cases;
        this.pools = pools;
        this.clock = clock;
    }

    /** The first moment after the last day on which selections may be made. */
    public Date expiresAt(DelegateExecution execution) {
        return Date.from(clock.endOf(lastDay(execution)));
    }

    /** The start of the day {@code daysLeft} days before the last one. */
    public Date remindAt(DelegateExecution execution, int daysLeft) {
        return Date.from(clock.endOf(lastDay(execution).minusDays(daysLeft + 1L)));
    }

    private LocalDate lastDay(DelegateExecution execution) {
        var hiring = cases.byNumber(RoutingVariables.caseNumber(execution));
        return pools.byAnnouncement(hiring.announcement()).window().lastDay();
    }
}
