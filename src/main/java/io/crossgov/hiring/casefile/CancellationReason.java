package io.crossgov.hiring.casefile;

/** Why an agency closes a case by itself ({@link ClosingReason#CANCELLED}). */
public enum CancellationReason {
    BUDGET("The budget no longer allows the hire"),
    FREEZE_AFTER_VERBAL_INTENT("A hiring freeze came after the intent to hire was given"),
    NEED_GONE("The position is no longer needed"),
    OTHER("Another reason");

    private final String title;

    CancellationReason(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
