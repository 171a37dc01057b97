package io.crossgov.hiring.common;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Legal days as people read them. */
public final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private Dates() {}

    /** For example "March 5, 2026". */
    public static String inWords(LocalDate day) {
        return DAY.format(day);
    }
}
