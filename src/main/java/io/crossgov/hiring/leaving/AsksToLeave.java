package io.crossgov.hiring.leaving;

import io.crossgov.hiring.common.CaseNumber;
import java.util.List;
import java.util.UUID;

/**
 * An agency put on record that a candidate asks to leave the pool, in this transaction: OPM is told before it takes effect (M30, L9).
 *
 * @param askId one an occasion
 * @param papers ids of what the candidate wrote, on file in the case
 */
public record AsksToLeave(UUID askId, CaseNumber caseNumber, UUID candidateId, List<UUID> papers) {}
