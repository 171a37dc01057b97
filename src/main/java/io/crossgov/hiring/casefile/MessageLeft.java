package io.crossgov.hiring.casefile;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A letter has left from whose leaving something counts, such as the time to answer it. Published by the package that sends it, once a letter, in a
 * transaction of its own after the mail server took it; who listens may be told again after a crash.
 *
 * @param about what it was written for: a contact, an offer's letter, a request to pass somebody over, a second review
 * @param on the legal day on which it left, or reached the person in another way
 */
public record MessageLeft(Letter letter, UUID about, LocalDate on) {

    /** What it is, and so what counts. */
    public enum Letter {
        /** Whether a candidate is interested (M5). */
        INQUIRY,
        /** An offer, tentative or final (M12). */
        OFFER,
        /** Why a preference eligible may be passed over (M18). */
        PASS_OVER_NOTICE,
        /** That a displaced employee is not well-qualified (M28): the priority ends with it. */
        REVIEW_RESULT
    }
}
