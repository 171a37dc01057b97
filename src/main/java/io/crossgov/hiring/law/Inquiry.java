package io.crossgov.hiring.law;

import java.time.LocalDate;

/**
 * L14, L16: a candidate was asked. Silence says something only when the question left for sure and the days to answer are over in full.
 *
 * @param leftOn legal day on which the question left, or reached the candidate in another way
 * @param lastDayToAnswer as the question named it, or as it was fixed with that day: nobody moves it later
 */
public record Inquiry(LocalDate leftOn, LocalDate lastDayToAnswer) {

    /** Whether it counts as "did not respond" when that was found on {@code day}. */
    public boolean isSilenceOn(LocalDate day) {
        return day.isAfter(lastDayToAnswer);
    }
}
