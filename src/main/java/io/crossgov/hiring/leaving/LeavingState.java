package io.crossgov.hiring.leaving;

/** Where a candidate's request to leave the pool stands (L9). */
public enum LeavingState {
    OPEN("With OPM"),
    CONFIRMED("Confirmed by OPM"),
    REFUSED("Not confirmed by OPM"),
    /** The candidate said that it was a mistake. */
    UNDONE("Undone by OPM");

    private final String title;

    LeavingState(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
