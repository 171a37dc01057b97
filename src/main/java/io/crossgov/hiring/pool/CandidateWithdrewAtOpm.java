package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import java.util.UUID;

/**
 * A candidate told OPM, and no agency, that he or she withdraws from all agencies, in this transaction and before it takes effect.
 *
 * @param reason why, in words
 * @param how how and when the candidate said so, and what shows it
 */
public record CandidateWithdrewAtOpm(UUID candidateId, String reason, String how, Actor by) {}
