package io.crossgov.hiring.common;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Legal days as people read them. */
public final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private static final DateTimeFormatter WEEKDAY_OF_ANOTHER_YEAR =
            DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.US);

    private Dates() {}

    /** For example "March 5, 2026". */
    public static String inWords(LocalDate day) {
        return DAY.format(day);
    }

    /** For example "Fri, Dec 4", where there is little room; with the year unless it is this one. */
    public static String onWeekday(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? WEEKDAY : WEEKDAY_OF_ANOTHER_YEAR).format(day);
    }
}
