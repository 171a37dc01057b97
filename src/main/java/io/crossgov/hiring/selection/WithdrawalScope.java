package io.crossgov.hiring.selection;

/** How far a declination or withdrawal reaches; without it there is none (L9). */
public enum WithdrawalScope {
    /** The candidate stays available to other agencies. */
    THIS_AGENCY("This agency only", "Declined our agency only. The candidate stays available to other agencies."),
    /** The candidate leaves the pool: every open case reacts at once. */
    ALL_AGENCIES(
            "All agencies",
            "Withdrew from all agencies. The candidate leaves the pool and every agency's list at once.");

    /** What a person reads who gave none. */
    static final String MISSING = "Say whether the candidate declined your agency only or withdrew from all agencies.";

    private final String title;
    private final String meaning;

    WithdrawalScope(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** What it says and leads to, for who has to choose. */
    String meaning() {
        return meaning;
    }
}
