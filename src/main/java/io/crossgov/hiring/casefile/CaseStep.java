package io.crossgov.hiring.casefile;

/** Where a case stands, read from what has been recorded. */
public enum CaseStep {
    POSITION_DESCRIPTION("1 Position description"),
    INTEREST("2 Interest"),
    REQUEST("3 Request"),
    DECISION("3 OPM decides"),
    REVIEW("4 Review, interview and select"),
    CLOSED("Closed");

    private final String title;

    CaseStep(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
