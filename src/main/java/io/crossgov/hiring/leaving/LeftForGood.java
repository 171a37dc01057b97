package io.crossgov.hiring.leaving;

import java.util.UUID;

/**
 * A candidate has withdrawn from all agencies, and the days to say that it was a mistake are over, in this transaction; one event a record of
 * the person.
 */
public record LeftForGood(UUID candidateId) {}
