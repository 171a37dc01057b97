package io.crossgov.hiring.selection;

import java.time.Instant;
import java.util.List;

/**
 * What OPM decided about a selection last (step 7).
 *
 * @param missing what has to be put right, one sentence each; empty unless {@link Decision#PAPER_MISSING}
 * @param comment OPM's own words, or null
 * @param decidedBy user name
 */
public record SelectionVerification(
        Decision decision, List<String> missing, String comment, String decidedBy, Instant decidedAt) {

    /** OPM's answer, as the gateway "Selection verified?" reads it. */
    public enum Decision {
        VERIFIED("Verified"),
        PAPER_MISSING("Not verified yet: paper is missing"),
        CANDIDATE_GONE("Not verified: the candidate is no longer available");

        private final String title;

        Decision(String title) {
            this.title = title;
        }

        /** What people read. */
        public String title() {
            return title;
        }
    }

    public SelectionVerification {
        missing = List.copyOf(missing);
    }
}
