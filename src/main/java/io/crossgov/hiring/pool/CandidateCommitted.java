package io.crossgov.hiring.pool;

import java.util.UUID;

/** A verified selection holds the candidate, in this transaction (L8): nobody else can have the candidate now. */
public record CandidateCommitted(UUID candidateId, UUID selectionId) {}
