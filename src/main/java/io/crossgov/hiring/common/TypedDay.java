package io.crossgov.hiring.common;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people type it into a page, in the spellings that task forms understand ({@code forms/dates.js}): 11/18/2026, 11-18-2026,
 * 2026-11-18 and Nov 18, 2026. What can be meant in two ways, or is no day that exists, is none.
 */
public final class TypedDay {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private static final Pattern ISO = Pattern.compile("(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(?<m>\\d{1,2})([/-])(?<d>\\d{1,2})\\2(?<y>\\d{4})");
    private static final Pattern WORDS =
            Pattern.compile("(?<m>\\p{Alpha}{3,9})\\.?\\s+(?<d>\\d{1,2}),?\\s+(?<y>\\d{4})");

    /** Of a day's text; more is told to be no date without being said again. */
    private static final int LONGEST = 40;

    private TypedDay() {}

    /**
     * The day that is meant; null when nothing was typed.
     *
     * @param field the answer, as the form names it
     * @throws Refusal 400 naming the field, and the text that is no day
     */
    public static LocalDate of(String field, String typed) {
        var text = typed == null ? "" : PlainText.of(typed);
        if (text.isEmpty()) {
            return null;
        }
        return List.of(ISO, NUMBERS, WORDS).stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(TypedDay::day)
                .orElseThrow(() -> Refusal.invalid(
                        field,
                        (text.length() > LONGEST ? "This" : "\u201c" + text + "\u201d")
                                + " is not a date. Enter month, day and year, for example 11/18/2026."));
    }

    /** As it stands in a field, for example 11/18/2026. */
    public static String inField(LocalDate day) {
        return String.format(Locale.ROOT, "%02d/%02d/%d", day.getMonthValue(), day.getDayOfMonth(), day.getYear());
    }

    private static Optional<LocalDate> day(Matcher read) {
        try {
            var day = LocalDate.of(
                    Integer.parseInt(read.group("y")), month(read.group("m")), Integer.parseInt(read.group("d")));
            return Optional.of(day).filter(one -> one.getYear() >= FIRST_YEAR && one.getYear() <= LAST_YEAR);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** A month's number, its name or the name's beginning; 0, which is none, for another word. */
    private static int month(String typed) {
        if (Character.isDigit(typed.charAt(0))) {
            return Integer.parseInt(typed);
        }
        return Arrays.stream(Month.values())
                .filter(month -> month.name().startsWith(typed.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(Month::getValue)
                .orElse(0);
    }
}
