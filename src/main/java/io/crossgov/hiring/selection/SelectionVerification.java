package io.crossgov.hiring.selection;

import java.time.Instant;
import java.util.List;

/**
 * What OPM decided about a selection last (step 7).
 *
 * @param missing what has to be put right, or what does not hold of somebody who cannot be selected, one sentence each; empty for other
 *     decisions
 * @param comment OPM's own words, or null
 * @param decidedBy user name
 */
public record SelectionVerification(
        Decision decision, List<String> missing, String comment, String decidedBy, Instant decidedAt) {

    /** OPM's answer. */
    public enum Decision {
        VERIFIED("Verified"),
        PAPER_MISSING("Not verified yet: paper is missing"),
        CANDIDATE_GONE("Not verified: the candidate is no longer available"),
        /** Nobody else holds the candidate; the law does not allow the selection, and nothing HR can do mends that. */
        CANNOT_BE_SELECTED("Not verified: the candidate cannot be selected");

        private final String title;

        Decision(String title) {
            this.title = title;
        }

        /** What people read. */
        public String title() {
            return title;
        }

        /** As the gateway "Selection verified?" reads it: either way the process goes on without the candidate. */
        Decision asRouted() {
            return this == CANNOT_BE_SELECTED ? CANDIDATE_GONE : this;
        }
    }

    public SelectionVerification {
        missing = List.copyOf(missing);
    }
}
