package io.crossgov.hiring.leaving;

import io.crossgov.hiring.common.CaseNumber;
import java.util.List;
import java.util.UUID;

/**
 * OPM decided about a request to leave the pool, in this transaction, before anything follows from it (L9).
 *
 * @param candidateId in the pool in which it was asked first
 * @param asks what agencies put on record for it, the first one first; none when the candidate told OPM alone
 * @param reason why it was refused or undone, in OPM's words; null when it was confirmed
 * @param daysToUndo calendar days in which the candidate can say that it was a mistake
 */
public record LeavingDecided(
        UUID requestId, UUID candidateId, LeavingState state, List<Ask> asks, String reason, int daysToUndo) {

    /** What one agency put on record. @param selectionId whose offer the candidate did not take up, or null */
    public record Ask(CaseNumber caseNumber, UUID candidateId, UUID selectionId, List<UUID> papers) {}

    public LeavingDecided {
        asks = List.copyOf(asks);
    }

    public boolean isRefused() {
        return state == LeavingState.REFUSED || state == LeavingState.NOT_OWN_WORD;
    }
}
