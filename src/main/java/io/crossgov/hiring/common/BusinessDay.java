package io.crossgov.hiring.common;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Counting in federal business days: Monday to Friday without federal holidays (5 U.S.C. 6103) and without the days on which an
 * executive order closes federal offices. Another file of these days can be named with {@code crossgov.law.closed-days}.
 */
@Component
public final class BusinessDay {

    private final ClosedDays closed;

    /** @throws StartRefused when the file is not there or not as it must be */
    @Autowired
    BusinessDay(@Value("${crossgov.law.closed-days:classpath:law/closed-days.yaml}") Resource closedDays) {
        this(LawFile.read("crossgov.law.closed-days", closedDays, ClosedDays.class));
    }

    BusinessDay(ClosedDays closed) {
        this.closed = closed;
    }

    /** Whether federal offices work on {@code day}. */
    public boolean is(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FederalHolidays.observedOn(day)
                && !closed.include(day);
    }

    /** The {@code count}-th business day after {@code day}; {@code day} itself does not count. */
    public LocalDate after(LocalDate day, int count) {
        var result = day;
        for (int left = count; left > 0; ) {
            result = result.plusDays(1);
            if (is(result)) {
                left--;
            }
        }
        return result;
    }
}
