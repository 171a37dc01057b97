package io.crossgov.hiring.common;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counting in federal business days: Monday to Friday without federal holidays (5 U.S.C. 6103). */
public final class BusinessDay {

    private BusinessDay() {}

    /** Whether federal offices work on {@code day}. */
    public static boolean is(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FederalHolidays.observedOn(day);
    }

    /** The {@code count}-th business day after {@code day}; {@code day} itself does not count. */
    public static LocalDate after(LocalDate day, int count) {
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
