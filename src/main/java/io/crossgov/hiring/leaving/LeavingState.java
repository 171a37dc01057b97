package io.crossgov.hiring.leaving;

/** Where a candidate's request to leave the pool stands (L9). */
public enum LeavingState {
    OPEN("With OPM"),
    CONFIRMED("Confirmed by OPM"),
    REFUSED("Not confirmed by OPM"),
    /** The paper is not the candidate's own word at all: it shows no declination either. */
    NOT_OWN_WORD("Not the candidate\u2019s word, as OPM found"),
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
