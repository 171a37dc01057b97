package io.crossgov.hiring.common;

/** A question a person must answer one way or the other; an unanswered one is null. */
public enum YesNo {
    YES,
    NO;

    /** @return the answer that says so */
    public static YesNo of(boolean yes) {
        return yes ? YES : NO;
    }

    /** Whether the answer is yes. */
    public boolean isYes() {
        return this == YES;
    }
}
