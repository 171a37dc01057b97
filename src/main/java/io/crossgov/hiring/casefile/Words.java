package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.Dates;
import java.time.LocalDate;

/** How dates read in texts of forms that cannot format them. */
final class Words {

    private Words() {}

    /** For example "Mar 5, 2026"; null stays null. */
    static String of(LocalDate date) {
        return date == null ? null : Dates.inWords(date);
    }
}
