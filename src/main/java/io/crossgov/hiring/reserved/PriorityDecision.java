package io.crossgov.hiring.reserved;

/** OPM's decision on a request to extend a pool's reserved days (L10). */
public enum PriorityDecision {
    GRANTED,
    REFUSED
}
