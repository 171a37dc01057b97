package io.crossgov.hiring.law;

import java.util.UUID;

/**
 * Somebody on the list who has preference (L14), priority (L16) or a higher category (L13) and yet does not forbid a choice, and why. What OPM signs is told from
 * these, never from a rule's silence.
 */
public record NotInTheWay(UUID candidateId, Why why) {

    /** Why not; the first that is true. */
    public enum Why {
        /** Would not work at the choice's duty location, or has no priority there. */
        ELSEWHERE,
        /** In a lower category or with a lower score, or with a priority that comes later. */
        BEHIND,
        /** By score, whatever it is: comes after those at the top of the list, of whom the choice is one (5 CFR 332.401(b)). */
        BEHIND_THE_TOP,
        /** Has the same right as the choice: among those the agency chooses. */
        EQUAL,
        /** Something is on record in this case: elected too, declined, passed over, held for, not well-qualified. */
        ON_RECORD
    }
}
