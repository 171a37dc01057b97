package io.crossgov.hiring.selection;

/** Why a selection ended without its candidate; nobody learns more than this about another agency (L8). */
public enum LostReason {
    /** Another selection of the candidate was verified. */
    NO_LONGER_AVAILABLE("The candidate is no longer available"),
    /** A finding of OPM's forbids the selection, though nobody else holds the candidate. */
    CANNOT_BE_SELECTED("The candidate cannot be selected"),
    WITHDREW("The candidate withdrew from all agencies"),
    DECLINED_AGENCY("The candidate declined this agency"),
    CASE_ENDED("The case ended");

    private final String title;

    LostReason(String title) {
        this.title = title;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
