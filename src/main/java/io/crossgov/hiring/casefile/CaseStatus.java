package io.crossgov.hiring.casefile;

/** Whether a case goes on. */
public enum CaseStatus {
    OPEN("Open"),
    CLOSED("Closed");

    private final String title;

    CaseStatus(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
