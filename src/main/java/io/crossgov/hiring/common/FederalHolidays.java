package io.crossgov.hiring.common;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.TreeSet;

/**
 * Federal holidays computed by rule (5 U.S.C. 6103), as observed by employees with a Monday-to-Friday week: a holiday on a
 * Saturday is observed the Friday before, on a Sunday the Monday after. Inauguration Day is local to Washington and left out.
 */
final class FederalHolidays {

    private FederalHolidays() {}

    static boolean observedOn(LocalDate day) {
        // New Year's Day of the next year may be observed on 31 December of this one.
        return observedIn(day.getYear()).contains(day)
                || observed(LocalDate.of(day.getYear() + 1, 1, 1)).equals(day);
    }

    static Set<LocalDate> observedIn(int year) {
        var days = new TreeSet<LocalDate>();
        days.add(observed(LocalDate.of(year, Month.JANUARY, 1)));
        days.add(LocalDate.of(year, Month.JANUARY, 1).with(dayOfWeekInMonth(3, MONDAY)));
        days.add(LocalDate.of(year, Month.FEBRUARY, 1).with(dayOfWeekInMonth(3, MONDAY)));
        days.add(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)));
        if (year >= 2021) {
            days.add(observed(LocalDate.of(year, Month.JUNE, 19)));
        }
        days.add(observed(LocalDate.of(year, Month.JULY, 4)));
        days.add(LocalDate.of(year, Month.SEPTEMBER, 1).with(dayOfWeekInMonth(1, MONDAY)));
        days.add(LocalDate.of(year, Month.OCTOBER, 1).with(dayOfWeekInMonth(2, MONDAY)));
        days.add(observed(LocalDate.of(year, Month.NOVEMBER, 11)));
        days.add(LocalDate.of(year, Month.NOVEMBER, 1).with(dayOfWeekInMonth(4, THURSDAY)));
        days.add(observed(LocalDate.of(year, Month.DECEMBER, 25)));
        return days;
    }

    private static LocalDate observed(LocalDate holiday) {
        if (holiday.getDayOfWeek() == SATURDAY) {
            return holiday.minusDays(1);
        }
        return holiday.getDayOfWeek() == SUNDAY ? holiday.plusDays(1) : holiday;
    }
}
