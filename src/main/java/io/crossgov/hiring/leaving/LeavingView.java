package io.crossgov.hiring.leaving;

import io.crossgov.hiring.document.StoredDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A request to leave the pool as OPM reads it.
 *
 * @param asks what agencies put on record for it, the first one first; none when the candidate told OPM alone
 * @param decisionReason why it was refused, or what the candidate told OPM; null otherwise
 * @param decisionHow how the candidate told OPM, with what shows it; null otherwise
 * @param undoUntil the last day on which a confirmed one can be undone; null while the candidate's days have not begun, and otherwise
 * @param mayUndo whether that can be done today
 */
record LeavingView(
        UUID id,
        UUID candidateId,
        String applicantNumber,
        String name,
        LeavingState state,
        String stateTitle,
        Instant askedAt,
        List<Ask> asks,
        String decidedBy,
        Instant decidedAt,
        String decisionReason,
        String decisionHow,
        LocalDate undoUntil,
        boolean mayUndo,
        String undoneBy,
        Instant undoneAt,
        String undoneReason,
        String undoneHow) {

    /** What one agency put on record. @param papers what the candidate wrote */
    record Ask(String agency, String caseNumber, String askedBy, Instant askedAt, List<StoredDocument> papers) {}
}
