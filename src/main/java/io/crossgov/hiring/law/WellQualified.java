package io.crossgov.hiring.law;

import java.math.BigDecimal;

/**
 * From which category, or from which score, on somebody is well-qualified for a priority (L16; 5 CFR 330.602, 330.702): set for the
 * position with its announcement, never guessed from how many categories there are.
 *
 * @param rating the lowest category that is; null where a score says it
 * @param score the lowest score that is; null where a category says it
 */
public record WellQualified(Rating rating, BigDecimal score) {

    /** Of a pool that was set up before this was asked: with a category anything but the lowest of three, as it was decided then. */
    public static final WellQualified NOT_SAID = new WellQualified(null, null);

    /** Whether somebody with this rating and score is; nobody whose is missing. */
    boolean includes(Rating rated, BigDecimal scored) {
        if (!isKnown(rated, scored)) {
            return false;
        }
        if (score != null) {
            return scored.compareTo(score) >= 0;
        }
        return rated == null || rated.isAtLeast(rating == null ? Rating.WELL_QUALIFIED : rating);
    }

    /** Whether what is asked for is there; of somebody else it cannot be said. */
    boolean isKnown(Rating rated, BigDecimal scored) {
        if (rating != null) {
            return rated != null;
        }
        return score != null ? scored != null : rated != null || scored != null;
    }
}
