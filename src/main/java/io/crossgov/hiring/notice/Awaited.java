package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An answer that a letter asks for. Its time counts from the day the letter leaves, which nobody knows while it is written: the text
 * holds a mark where the last day to answer stands, and gets the date when it goes out.
 *
 * @param about what the letter was written for, by which its feature knows it again
 * @param days to answer, from the day after the letter left
 */
record Awaited(UUID about, int days) {

    /** Where the last day to answer stands in a text, and around the zone in which it ends; of Unicode's private use, so that nobody types it. */
    private static final String DAY = "\uE0A0";

    private static final String ZONE = "\uE0A1";

    /** Letters written before the zone was said have none. */
    private static final Pattern LAST_DAY = Pattern.compile(DAY + "(?:" + ZONE + "([^" + ZONE + "]*)" + ZONE + ")?");

    /** Stands in a text for the last day to answer. */
    static String lastDay(OfficeClock office) {
        return DAY + ZONE + ", " + office.zoneInWords() + ZONE;
    }

    /** The text as it leaves on that day. @param days null when no answer is awaited */
    static String asOf(LocalDate day, Integer days, String text) {
        return days == null
                ? text
                : LAST_DAY.matcher(text)
                        .replaceAll(mark -> Dates.onWeekday(day.plusDays(days))
                                + Optional.ofNullable(mark.group(1)).orElse(""));
    }

    /** The text as it stands while it has not left. @param days null when no answer is awaited */
    static String waiting(Integer days, String text) {
        return days == null ? text : LAST_DAY.matcher(text).replaceAll(waiting(days));
    }

    private static String waiting(int days) {
        return switch (days) {
            case 0 -> "the day on which this message leaves";
            case 1 -> "the day after this message leaves";
            default -> "the day " + days + " days after this message leaves";
        };
    }
}
