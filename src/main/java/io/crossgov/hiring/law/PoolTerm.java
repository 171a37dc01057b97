package io.crossgov.hiring.law;

import io.crossgov.hiring.common.Required;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a pool that OPM runs itself may be used, where that is not the time of its type (D1).
 *
 * @param id by which a pool is set up with it
 * @param name as people read it
 * @param months from issue; null for a rolling pool, which has no fixed end
 */
public record PoolTerm(String id, String name, Integer months) {

    private static final int MOST_MONTHS = 120;

    /** @throws IllegalArgumentException for a term that there cannot be */
    public PoolTerm {
        Required.id("id", id);
        Required.text("name", name);
        if (months != null && (months < 1 || months > MOST_MONTHS)) {
            throw new IllegalArgumentException("months is no number from 1 to " + MOST_MONTHS);
        }
    }

    /** The last day on which selections may be made, the day of issue being the first; empty where there is no fixed end. */
    public Optional<LocalDate> latestDay(LocalDate issuedOn) {
        return Optional.ofNullable(months).map(issuedOn::plusMonths).map(day -> endedBefore(day, issuedOn));
    }

    /** The day before the anniversary; the anniversary itself where the month has no such day. */
    static LocalDate endedBefore(LocalDate anniversary, LocalDate issuedOn) {
        return anniversary.getDayOfMonth() == issuedOn.getDayOfMonth() ? anniversary.minusDays(1) : anniversary;
    }
}
