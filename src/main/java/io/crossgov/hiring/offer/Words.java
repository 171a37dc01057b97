package io.crossgov.hiring.offer;

import io.crossgov.hiring.common.Dates;
import java.time.LocalDate;

/** Values as people read them; forms would print a missing one as "null". */
final class Words {

    private Words() {}

    /** For example "Mar 5, 2026"; empty for null. */
    static String of(LocalDate date) {
        return date == null ? "" : Dates.inWords(date);
    }

    static String orNothing(String text) {
        return text == null ? "" : text;
    }
}
