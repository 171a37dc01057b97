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
 * @param time there is to answer; null when no answer is asked for, and only that it left counts
 */
record Awaited(UUID about, AnswerTime time) {

    /** No answer: that it left is what counts. */
    static Awaited nothing(UUID about) {
        return new Awaited(about, null);
    }

    /** So many calendar days. */
    Awaited(UUID about, int days) {
        this(about, new AnswerTime(days, false));
    }

    /** Where the last day to answer stands in a text, and around the zone in which it ends; of Unicode's private use, so that nobody types it. */
    private static final String DAY = "\uE0A0";

    private static final String ZONE = "\uE0A1";

    /** Letters written before the zone was said have none. */
    private static final Pattern LAST_DAY = Pattern.compile(DAY + "(?:" + ZONE + "([^" + ZONE + "]*)" + ZONE + ")?");

    /** Stands in a text for the last day to answer. */
    static String lastDay(OfficeClock office) {
        return DAY + ZONE + ", " + office.zoneInWords() + ZONE;
    }

    /** The text with its last day to answer, as it leaves. @param lastDay null when no answer is awaited */
    static String until(LocalDate lastDay, String text) {
        return lastDay == null
                ? text
                : LAST_DAY.matcher(text)
                        .replaceAll(mark -> Dates.onWeekday(lastDay)
                                + Optional.ofNullable(mark.group(1)).orElse(""));
    }

    /** The text as it stands while it has not left. @param time null when no answer is awaited */
    static String waiting(AnswerTime time, String text) {
        return time == null ? text : LAST_DAY.matcher(text).replaceAll(time.waiting());
    }
}
