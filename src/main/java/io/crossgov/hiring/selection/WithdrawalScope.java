package io.crossgov.hiring.selection;

/** How far a declination or withdrawal reaches; without it there is none (L9). */
public enum WithdrawalScope {
    /** The candidate stays available to other agencies. */
    THIS_AGENCY("This agency only"),
    /** The candidate leaves the pool: every open case reacts at once. */
    ALL_AGENCIES("All agencies");

    /** What a person reads who gave none. */
    static final String MISSING =
            "Say whether the candidate declined your agency only or withdrew from all agencies (L9).";

    private final String title;

    WithdrawalScope(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
