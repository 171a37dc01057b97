package io.crossgov.hiring.workflow;

import io.crossgov.hiring.common.BusinessDay;
import io.crossgov.hiring.common.OfficeClock;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** Due dates in models: {@code ${businessDays.dueDateOf(execution)}}, {@code ${businessDays.after(10)}}. */
@Component("businessDays")
class BusinessDays implements ModelBean {

    /**
     * How long people have for their tasks.
     *
     * @param dueDays business days, by task id; {@code default} for the rest
     */
    @ConfigurationProperties("crossgov")
    record Settings(Map<String, Integer> dueDays) {
        Settings {
            dueDays = dueDays == null ? Map.of() : Map.copyOf(dueDays);
        }
    }

    private static final int DEFAULT_DAYS = 5;

    private final Settings settings;
    private final OfficeClock clock;

    BusinessDays(Settings settings, OfficeClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The end of the last day a person has for the task that is about to be created. */
    public Date dueDateOf(DelegateExecution execution) {
        var days = settings.dueDays()
                .getOrDefault(
                        execution.getCurrentActivityId(), settings.dueDays().getOrDefault("default", DEFAULT_DAYS));
        // A task is due on a day; the last minute of it still carries that day's date on every screen.
        return Date.from(clock.endOf(BusinessDay.after(clock.today(), days)).minusSeconds(60));
    }

    /** The first moment after {@code count} whole business days have passed. */
    public Date after(int count) {
        return Date.from(clock.endOf(BusinessDay.after(clock.today(), count)));
    }
}
