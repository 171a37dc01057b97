package io.crossgov.hiring.workflow.bean;

import io.crossgov.hiring.common.BusinessDay;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.task.DueByRule;
import io.crossgov.hiring.workflow.engine.ModelBean;
import io.crossgov.hiring.workflow.engine.RoutingVariables;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** Due dates in models: {@code ${businessDays.dueDateOf(execution)}}, {@code ${businessDays.after(10)}}. */
@Component("businessDays")
public class BusinessDays implements ModelBean {

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
    private final BusinessDay businessDay;
    private final Map<String, DueByRule> byRule;

    BusinessDays(Settings settings, OfficeClock clock, BusinessDay businessDay, List<DueByRule> byRule) {
        this.settings = settings;
        this.clock = clock;
        this.businessDay = businessDay;
        this.byRule = byRule.stream().collect(Collectors.toMap(DueByRule::taskId, Function.identity()));
    }

    /** The end of the last day a person has for the task that is about to be created. */
    public Date dueDateOf(DelegateExecution execution) {
        var task = execution.getCurrentActivityId();
        var day = byRule.containsKey(task)
                ? byRule.get(task).lastDay(RoutingVariables.selectionId(execution))
                : businessDay.after(clock.today(), configured(task));
        // A task is due on a day; the last minute of it still carries that day's date on every screen.
        return Date.from(clock.endOf(day).minusSeconds(60));
    }

    private int configured(String task) {
        return settings.dueDays().getOrDefault(task, settings.dueDays().getOrDefault("default", DEFAULT_DAYS));
    }

    /** The first moment after {@code count} whole business days have passed. */
    public Date after(int count) {
        return Date.from(clock.endOf(businessDay.after(clock.today(), count)));
    }
}
