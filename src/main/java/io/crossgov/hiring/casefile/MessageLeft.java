package io.crossgov.hiring.casefile;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A letter that somebody has to answer has left: from here its time counts. Published by the package that sends it, once a letter, in a
 * transaction of its own after the mail server took it; who listens may be told again after a crash.
 *
 * @param about what it was written for: a contact, an offer's letter, a request to pass somebody over
 * @param on the legal day on which it left, or reached the person in another way
 */
public record MessageLeft(Letter letter, UUID about, LocalDate on) {

    /** What kind of answer is awaited. */
    public enum Letter {
        /** Whether a candidate is interested (M5). */
        INQUIRY,
        /** An offer, tentative or final (M12). */
        OFFER,
        /** Why a preference eligible may be passed over (M18). */
        PASS_OVER_NOTICE
    }
}
