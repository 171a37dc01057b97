package io.crossgov.hiring.selection;

/** Where a candidate stands in one case, in the words of the agency's list. */
enum ReviewStatus {
    REFERRED("Referred"),
    CONTACTED("Contacted"),
    INTERESTED("Interested"),
    NOT_INTERESTED("Not interested"),
    FAILED_TO_RESPOND("Failed to respond"),
    INTERVIEW_SCHEDULED("Interview scheduled"),
    INTERVIEWED("Interviewed"),
    ELECTED("Elected"),
    ALTERNATE("Alternate"),
    NOT_SELECTED("Not selected"),
    DECLINED_THIS_AGENCY("Declined this agency"),
    WITHDRAWN("Withdrawn");

    private final String title;

    ReviewStatus(String title) {
        this.title = title;
    }

    /** What people read. */
    String title() {
        return title;
    }

    /** Whether the candidate has left this agency's list for good, or until somebody reconsiders. */
    boolean isGone() {
        return this == DECLINED_THIS_AGENCY || this == WITHDRAWN;
    }

    /** Whether the status itself says that nobody would elect the candidate now. */
    boolean isSettled() {
        return this == ELECTED || this == NOT_SELECTED || isGone();
    }

    /**
     * The status that facts amount to; computed, never stored, so that it cannot disagree with them.
     *
     * @param review what the agency recorded, or null when nothing yet
     * @param withdrawn the candidate withdrew from all agencies
     * @param declined the candidate declined this agency, in whichever of its cases
     * @param elected a selection of the candidate runs or was filled in this case
     * @param alternate the candidate is an alternate of a running selection
     */
    static ReviewStatus of(
            CandidateReview review, boolean withdrawn, boolean declined, boolean elected, boolean alternate) {
        if (withdrawn) {
            return WITHDRAWN;
        } else if (declined) {
            return DECLINED_THIS_AGENCY;
        } else if (elected) {
            return ELECTED;
        } else if (alternate) {
            return ALTERNATE;
        } else if (review == null) {
            return REFERRED;
        }
        return review.progress();
    }
}
