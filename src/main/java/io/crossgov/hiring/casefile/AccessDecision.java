package io.crossgov.hiring.casefile;

/** OPM's answer to a request for access to a pool. */
public enum AccessDecision {
    APPROVED("Approved"),
    RETURNED("Returned with a comment"),
    DENIED("Denied");

    private final String title;

    AccessDecision(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
