package io.crossgov.hiring.law;

/** Whether two cases of an agency are about one position (L15): what was decided for a position is decided for that one. */
public enum SamePosition {
    SAME,
    /** Nobody can say: what was sustained is not carried over, and what was denied is not gone round. */
    UNSURE,
    OTHER
}
