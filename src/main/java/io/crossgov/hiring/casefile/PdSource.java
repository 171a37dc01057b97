package io.crossgov.hiring.casefile;

/** Where a position description comes from. */
public enum PdSource {
    EXISTING("An existing position description"),
    MODIFIED("An existing one, modified"),
    NEW("A new one"),
    OPM_SAMPLE("Written from OPM's sample");

    private final String title;

    PdSource(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
