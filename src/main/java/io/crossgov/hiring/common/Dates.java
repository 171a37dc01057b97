package io.crossgov.hiring.common;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people read them: the one pattern for pages, forms, refusals and messages alike. */
public final class Dates {

    private static final String PATTERN = "MMM d, uuuu";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(PATTERN, Locale.US);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE, " + PATTERN, Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(PATTERN + ", h:mm a zzz", Locale.US);

    private Dates() {}

    /** For example "Mar 5, 2026". */
    public static String inWords(LocalDate day) {
        return DAY.format(day);
    }

    /** The same, where there may be no day yet; null stays null. */
    public static String inWordsIfAny(LocalDate day) {
        return day == null ? null : inWords(day);
    }

    /** For example "Fri, Dec 4, 2026", where one plans the week. */
    public static String onWeekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** For example "Mar 5, 2026, 2:07 PM EST": a time of day means nothing without its zone. */
    public static String inWords(ZonedDateTime time) {
        return TIME.format(time);
    }
}
