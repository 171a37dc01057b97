package io.crossgov.hiring.law;

import java.time.LocalDate;

/**
 * L14, L16: a candidate was asked. Silence says something only when the question left for sure and the days to answer are over in full.
 *
 * @param leftOn legal day on which the question left, or reached the candidate in another way
 * @param daysToAnswer calendar days, from the day after that
 */
public record Inquiry(LocalDate leftOn, int daysToAnswer) {

    /** The last day on which the candidate may answer. */
    public LocalDate lastDayToAnswer() {
        return leftOn.plusDays(daysToAnswer);
    }

    /** Whether it counts as "did not respond" when that was found on {@code day}. */
    public boolean isSilenceOn(LocalDate day) {
        return day.isAfter(lastDayToAnswer());
    }
}
