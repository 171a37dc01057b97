package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.PlainText;
import java.util.Locale;
import java.util.regex.Pattern;

/** How grades and series are written: {@code GS-13}, {@code NH-03}, {@code 0301}. */
final class Grade {

    private static final Pattern GRADE = Pattern.compile("(?:([A-Z]{2})[ -]?)?(\\d{1,2})");
    private static final Pattern SERIES = Pattern.compile("(?:[A-Z]{2}[ -]?)?(\\d{1,4})");

    private Grade() {}

    /** One spelling for each grade: {@code gs 9}, {@code GS-9} and {@code 9} are {@code GS-09}; what is no grade stays as it is. */
    static String canonical(String text) {
        var upper = text == null ? "" : PlainText.key(text).toUpperCase(Locale.ROOT);
        var match = GRADE.matcher(upper);
        if (!match.matches()) {
            return upper;
        }
        var plan = match.group(1) == null ? "GS" : match.group(1);
        return String.format(Locale.ROOT, "%s-%02d", plan, Integer.parseInt(match.group(2)));
    }

    /** One spelling for each series: {@code 301} and {@code GS-0301} are {@code 0301}. */
    static String canonicalSeries(String text) {
        var upper = text == null ? "" : PlainText.key(text).toUpperCase(Locale.ROOT);
        var match = SERIES.matcher(upper);
        return match.matches() ? String.format(Locale.ROOT, "%04d", Integer.parseInt(match.group(1))) : upper;
    }
}
