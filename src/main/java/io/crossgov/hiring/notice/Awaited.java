package io.crossgov.hiring.notice;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An answer that a letter asks for. Its time counts from the day the letter leaves, which nobody knows while it is written: the text
 * holds a mark where the last day to answer stands, and gets the date when it goes out.
 *
 * @param about what the letter was written for, by which its feature knows it again
 * @param days to answer, from the day after the letter left
 */
record Awaited(UUID about, int days) {

    /** Where the last day to answer stands in a text; of Unicode's private use, so that nobody types it. */
    static final String LAST_DAY = "\uE0A0";

    /** The text as it leaves on that day. @param days null when no answer is awaited */
    static String asOf(LocalDate day, Integer days, String text) {
        return days == null ? text : text.replace(LAST_DAY, CaseFacts.words(day.plusDays(days)));
    }

    /** The text as it stands while it has not left. @param days null when no answer is awaited */
    static String waiting(Integer days, String text) {
        return days == null ? text : text.replace(LAST_DAY, waiting(days));
    }

    private static String waiting(int days) {
        return switch (days) {
            case 0 -> "the day on which this message leaves";
            case 1 -> "the day after this message leaves";
            default -> days + " days after this message leaves";
        };
    }
}
