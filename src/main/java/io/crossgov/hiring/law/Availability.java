package io.crossgov.hiring.law;

/** Whether a candidate can be selected, for all agencies alike. */
public enum Availability {
    AVAILABLE,
    /** An agency's selection was verified (L8). */
    COMMITTED,
    /** Entered on duty. */
    HIRED,
    /** From all agencies (L9). */
    WITHDRAWN;

    /** Whether nothing follows: no selection can hold, or free, the candidate any more. */
    public boolean isFinal() {
        return this == HIRED || this == WITHDRAWN;
    }
}
