package io.crossgov.hiring.pool;

import java.util.UUID;

/**
 * That the candidate had withdrawn from all agencies was undone, in this transaction: the candidate is available to all again (L9).
 *
 * @param withdrawalId what was undone
 */
public record CandidateReturned(UUID candidateId, UUID withdrawalId) {}
