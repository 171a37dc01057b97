package io.crossgov.hiring.offer;

import io.crossgov.hiring.selection.ReviewTime;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Time to hire in calendar days (L19); null where one end is not known yet.
 *
 * @param daysToTentativeAcceptance need validated to tentative offer accepted
 * @param daysToEntryOnDuty need validated to entry on duty
 * @param daysOfCertificateReview certificate released to review returned
 * @param certificateReviewInGoal whether the review took at most {@link #CERTIFICATE_REVIEW_GOAL} days
 */
public record TimeToHire(
        Long daysToTentativeAcceptance,
        Long daysToEntryOnDuty,
        Long daysOfCertificateReview,
        Boolean certificateReviewInGoal) {

    /** Days OPM wants a certificate review to take at most. */
    public static final int CERTIFICATE_REVIEW_GOAL = ReviewTime.DAYS;

    /** Measures between the dates that are known; the others may be null. */
    public static TimeToHire between(
            LocalDate needValidated,
            LocalDate tentativeAccepted,
            LocalDate enteredOnDuty,
            LocalDate certificateReleased,
            LocalDate reviewReturned) {
        var review = days(certificateReleased, reviewReturned);
        return new TimeToHire(
                days(needValidated, tentativeAccepted),
                days(needValidated, enteredOnDuty),
                review,
                review == null ? null : review <= CERTIFICATE_REVIEW_GOAL);
    }

    private static Long days(LocalDate from, LocalDate to) {
        return from == null || to == null ? null : ChronoUnit.DAYS.between(from, to);
    }
}
