package io.crossgov.hiring.pool;

import java.util.UUID;

/**
 * Whoever held the candidate gave him or her up, in this transaction: the candidate is available to all agencies again (L8).
 *
 * @param selectionId the selection that held the candidate, or held or hired whoever seemed to be the same person
 */
public record CandidateReleased(UUID candidateId, UUID selectionId) {}
