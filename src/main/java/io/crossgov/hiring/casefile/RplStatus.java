package io.crossgov.hiring.casefile;

/** Where the Reemployment Priority List stands for a position (L7, 5 CFR part 330, subpart B). */
public enum RplStatus {
    CLEARED("Cleared"),
    NOT_CLEARED("Not cleared"),
    EXCEPTION("Exception recorded"),
    FILLED("Filled from the list");

    private final String title;

    RplStatus(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Whether the request may go to OPM (L7). */
    public boolean lets() {
        return this == CLEARED || this == EXCEPTION;
    }
}
