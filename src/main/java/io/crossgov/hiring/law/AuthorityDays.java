package io.crossgov.hiring.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a direct-hire authority may be used (5 CFR 337.205): OPM grants it for a stated time.
 *
 * @param from first day
 * @param until last day, itself included; empty where OPM set no end
 */
public record AuthorityDays(LocalDate from, Optional<LocalDate> until) {

    public boolean include(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
}
