package io.crossgov.hiring.notice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.crossgov.hiring.common.CaseNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A message of the outbox as it was written, and what became of it.
 *
 * @param caseNumber null for OPM's own letter to a candidate about no case
 * @param agency code of the agency whose case it is; OPM's where it is about none
 * @param selectionId the selection it is about, or null
 * @param body null in lists
 * @param sentAt null unless sent
 * @param problem why it was not sent, without personal data, or null
 * @param reachedHow how the recipient was reached in another way, or null
 * @param reachedOn on which day, or null; {@code sentAt} is when the time to answer began
 * @param reachedDocument id of the paper that shows it, or null
 */
record Notice(
        UUID id,
        NoticeType type,
        String title,
        String caseNumber,
        String agency,
        @JsonIgnore UUID selectionId,
        String recipientName,
        String recipientEmail,
        String subject,
        String body,
        Instant writtenAt,
        NoticeState state,
        String stateTitle,
        int attempts,
        Instant sentAt,
        String problem,
        String reachedHow,
        LocalDate reachedOn,
        UUID reachedDocument) {

    /** The case it is about; empty for OPM's own letter about none. */
    Optional<CaseNumber> itsCase() {
        return Optional.ofNullable(caseNumber).map(CaseNumber::new);
    }

    /** Whether the text may be read by who asked. */
    public boolean readable() {
        return !recipientEmail.isEmpty();
    }

    /** For people who may know of the message, but no longer of the candidate it went to. */
    Notice withoutCandidate() {
        return new Notice(
                id,
                type,
                title,
                caseNumber,
                agency,
                null,
                "A candidate",
                "",
                type.title(),
                null,
                writtenAt,
                state,
                stateTitle,
                attempts,
                sentAt,
                problem,
                null,
                null,
                null);
    }
}
