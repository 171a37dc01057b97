package io.crossgov.hiring.casefile;

/** OPM's decision on a request to extend a pool's reserved days (L10). */
enum PriorityDecision {
    GRANTED,
    REFUSED
}
