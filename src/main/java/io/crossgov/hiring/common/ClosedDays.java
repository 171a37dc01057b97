package io.crossgov.hiring.common;

import java.time.LocalDate;
import java.util.List;

/**
 * The days on which federal offices are closed besides the holidays: an executive order closes them.
 *
 * @param days in any order, each once
 */
record ClosedDays(List<ClosedDay> days) {

    /** @throws IllegalArgumentException for a day named twice, or one without its source */
    ClosedDays {
        days = Required.distinct("days", days, closed -> closed.day().toString());
    }

    /** @param source the order that closes them, for people */
    record ClosedDay(LocalDate day, String source) {

        ClosedDay {
            Required.value("day", day);
            Required.text("source", source);
        }
    }

    boolean include(LocalDate day) {
        return days.stream().anyMatch(closed -> closed.day().equals(day));
    }
}
