package io.crossgov.hiring.selection;

/** OPM's answer to a request to pass over a preference eligible, as the gateway "Pass-over sustained?" reads it. */
public enum PassOverDecision {
    /** No further consideration is owed for this position. */
    SUSTAINED,
    /** The candidate cannot be passed over. */
    DENIED
}
