package io.crossgov.hiring.law;

/** The service in which a pool's positions are. */
public enum Service {
    COMPETITIVE("Competitive service"),
    /** By 5 CFR part 302. */
    EXCEPTED("Excepted service");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
