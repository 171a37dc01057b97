package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.BusinessDay;
import java.time.LocalDate;

/** How long an agency has to return the certificate review: OPM's goal (L19). */
public final class ReviewTime {

    /** Days from the release of the material, weekends and holidays included. */
    public static final int DAYS = 16;

    private ReviewTime() {}

    /** The last of these days on which federal offices work. */
    static LocalDate lastDay(LocalDate releasedOn, BusinessDay businessDay) {
        var day = releasedOn.plusDays(DAYS);
        while (!businessDay.is(day)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
