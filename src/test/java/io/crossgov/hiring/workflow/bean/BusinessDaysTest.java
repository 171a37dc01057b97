package io.crossgov.hiring.workflow.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.crossgov.hiring.common.HolidaysOnly;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.task.DueByRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;

/** How long people have for a task: business days, as the agency's configuration counts them, in the office's time. */
class BusinessDaysTest {

    private static final ZoneId OFFICE = ZoneId.of("America/New_York");

    /** Late on the Thursday before Independence Day, observed on the Friday; in UTC it is Friday already. */
    private static final Instant BEFORE_THE_HOLIDAY =
            LocalDateTime.of(2026, 7, 2, 21, 30).atZone(OFFICE).toInstant();

    private static final DueByRule BY_RULE = new DueByRule() {
        @Override
        public String taskId() {
            return "return-certificate-review";
        }

        @Override
        public LocalDate lastDay(UUID selection) {
            return LocalDate.of(2026, 7, 17);
        }
    };

    @Test
    void a_task_with_days_of_its_own_is_due_after_them_and_a_holiday_does_not_count() {
        assertThat(dueDate(Map.of("default", 5, "verify-selection", 2), "verify-selection"))
                .isEqualTo(LocalDateTime.of(2026, 7, 7, 23, 59));
    }

    @Test
    void every_other_task_is_due_after_the_days_configured_for_the_rest() {
        assertThat(dueDate(Map.of("default", 3, "verify-selection", 2), "set-pay"))
                .isEqualTo(LocalDateTime.of(2026, 7, 8, 23, 59));
    }

    @Test
    void five_business_days_are_given_where_nothing_is_configured() {
        assertThat(dueDate(null, "set-pay")).isEqualTo(LocalDateTime.of(2026, 7, 10, 23, 59));
    }

    @Test
    void a_day_that_a_rule_sets_is_no_agencys_to_configure() {
        assertThat(dueDate(Map.of("default", 3, BY_RULE.taskId(), 90), BY_RULE.taskId()))
                .isEqualTo(LocalDateTime.of(2026, 7, 17, 23, 59));
    }

    @Test
    void what_waits_a_number_of_business_days_goes_on_when_the_last_of_them_is_over() {
        assertThat(officeTime(days(Map.of()).after(1).toInstant())).isEqualTo(LocalDateTime.of(2026, 7, 7, 0, 0));
    }

    private static LocalDateTime dueDate(Map<String, Integer> configured, String task) {
        var execution = mock(DelegateExecution.class);
        when(execution.getCurrentActivityId()).thenReturn(task);
        when(execution.getVariable("selectionId")).thenReturn(UUID.randomUUID().toString());
        return officeTime(days(configured).dueDateOf(execution).toInstant());
    }

    private static BusinessDays days(Map<String, Integer> configured) {
        var clock = new OfficeClock(Clock.fixed(BEFORE_THE_HOLIDAY, ZoneId.of("UTC")), OFFICE);
        return new BusinessDays(
                new BusinessDays.Settings(configured), clock, HolidaysOnly.BUSINESS_DAY, List.of(BY_RULE));
    }

    private static LocalDateTime officeTime(Instant instant) {
        return LocalDateTime.ofInstant(instant, OFFICE);
    }
}
