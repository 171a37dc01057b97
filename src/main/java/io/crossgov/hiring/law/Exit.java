package io.crossgov.hiring.law;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A way out of a refusal that people can take.
 *
 * @param candidateId whom it is about, or null
 * @param day from which day it works or, for {@link Way#CHOOSE_DAY}, a day that can be chosen; or null
 */
public record Exit(Way way, UUID candidateId, LocalDate day) {

    /** What to do. */
    public enum Way {
        /** Wait until a day. */
        WAIT,
        /** Choose another day. */
        CHOOSE_DAY,
        /** HR tells the agency's own employees of the vacancy (D1). */
        TELL_OWN_EMPLOYEES,
        /** HR records the review of own employees who applied (D1). */
        REVIEW_OWN_EMPLOYEES,
        /** Ask for another pool. */
        USE_ANOTHER_POOL,
        /** Choose somebody from the list. */
        CHOOSE_FROM_LIST,
        /** Choose one of the locations that candidate and case have in common. */
        CHOOSE_COMMON_LOCATION,
        /** Elect this candidate first. */
        ELECT_FIRST,
        /** Record that this candidate declined, with what he or she wrote, or did not answer in the days there were. */
        RECORD_ANSWER,
        /** Ask OPM to pass over this candidate (L15). */
        ASK_TO_PASS_OVER,
        /** Notify the candidate of the reasons for passing him or her over (L15, M18). */
        NOTIFY_CANDIDATE,
        /** Give whoever decides the reasons and the SF-62. */
        FILE_REASONS,
        /** Wait for OPM's decision on the pass-over. */
        AWAIT_PASS_OVER,
        /** Hold one of the other vacancies for this candidate. */
        HOLD_VACANCY,
        /** The hiring manager merges the highest category with the next one (L13). */
        MERGE_CATEGORIES,
        /** Have somebody else find in writing that this candidate is not well-qualified (L16). */
        SECOND_REVIEW,
        /** Wait until a selection ends, or give up the vacancy that is held. */
        FREE_VACANCY
    }

    static Exit to(Way way) {
        return new Exit(way, null, null);
    }

    static Exit to(Way way, UUID candidateId) {
        return new Exit(way, candidateId, null);
    }

    static Exit choosing(LocalDate day) {
        return new Exit(Way.CHOOSE_DAY, null, day);
    }

    static Exit on(LocalDate day) {
        return new Exit(Way.WAIT, null, day);
    }
}
