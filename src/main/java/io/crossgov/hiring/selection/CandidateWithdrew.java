package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import java.util.List;
import java.util.UUID;

/**
 * A candidate declined or withdrew while the case reviews (step 4), told to OPM as M14 (L9).
 *
 * @param withdrawalId one an occasion
 * @param documents ids of the supporting documents in the case (purpose {@code WITHDRAWAL}), perhaps none
 */
public record CandidateWithdrew(
        CaseNumber caseNumber, UUID candidateId, UUID withdrawalId, WithdrawalScope scope, List<UUID> documents) {

    public CandidateWithdrew {
        documents = List.copyOf(documents);
    }
}
