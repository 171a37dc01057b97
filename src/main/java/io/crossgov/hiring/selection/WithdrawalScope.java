package io.crossgov.hiring.selection;

/** How far a declination or withdrawal reaches; without it there is none (L9). */
public enum WithdrawalScope {
    /** The candidate stays available to other agencies. */
    THIS_AGENCY("This agency only", "Declined our agency only. The candidate stays available to other agencies."),
    /** The candidate declines this agency, and asks to leave the pool: OPM is told before that takes effect, and confirms it. */
    ALL_AGENCIES(
            "All agencies",
            "Asks to withdraw from all agencies. It counts for yours at once; OPM reads what the candidate wrote and decides for the others.");

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
