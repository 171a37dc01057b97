package io.crossgov.hiring.offer;

/** A question a person must answer one way or the other; an unanswered one is null. */
enum YesNo {
    YES,
    NO;

    static YesNo of(boolean yes) {
        return yes ? YES : NO;
    }

    boolean isYes() {
        return this == YES;
    }
}
