package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.crossgov.hiring.casefile.LetterOnFile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One candidate in the workbench's list: what people look at together, in few bytes. All that is known is a {@link CandidateRow}, from
 * which this is taken. What there is none of is left out.
 *
 * @param place on the referral list, counted from 1; 0 for somebody who is not referred now
 * @param whyInShort why the candidate stands there, with preference and priority, in a few words
 * @param unavailable why the case cannot go on with the candidate
 * @param electing whether electing is possible now; left out where the status itself answers that
 * @param message what became of the letter of the latest contact, unless it left
 * @param interviewOn the day of an interview that is still to come
 * @param version of the record; 0 while nothing is recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CandidateLine(
        UUID id,
        String applicantNumber,
        String name,
        int place,
        String whyInShort,
        Set<String> locations,
        ReviewStatus status,
        String statusTitle,
        int alternateRank,
        boolean available,
        String unavailable,
        Electing electing,
        CandidateRow.Message message,
        LocalDate interviewOn,
        @JsonFormat(pattern = "HH:mm") LocalTime interviewTime,
        ZoneId interviewZone,
        String interviewZoneTitle,
        List<Paper> documents,
        long version,
        String changedBy,
        boolean changedByReader) {

    /** For which of the locations where the candidate may be selected. */
    enum Where {
        ALL,
        SOME,
        NONE
    }

    /**
     * Whether the candidate can be elected now.
     *
     * @param after who comes first where it cannot be, as far as the reader sees them: "Jordan Lee comes first"; null where nobody does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Electing(Where where, String after) {}

    /** A document of the candidate, to be had at {@code /api/documents/{id}}. */
    record Paper(UUID id, String name, long size) {

        static Paper of(CandidateRow.File file) {
            return new Paper(file.id(), file.name(), file.size());
        }
    }

    /** @param electing whether electing is possible now, or null where nobody asks */
    static CandidateLine of(CandidateRow row, Electing electing) {
        var interview = row.standing().status() == ReviewStatus.INTERVIEW_SCHEDULED;
        var message = row.contact().message();
        return new CandidateLine(
                row.who().id(),
                row.who().applicantNumber(),
                row.who().name(),
                row.order().place(),
                row.order().whyInShort() == null
                        ? row.who().category()
                        : row.order().whyInShort(),
                row.who().locations(),
                row.standing().status(),
                row.standing().statusTitle(),
                row.standing().alternateRank(),
                row.standing().available(),
                row.standing().unavailable(),
                electing,
                message == null || message.state() == LetterOnFile.State.LEFT ? null : message,
                interview ? row.interview().interviewOn() : null,
                interview ? row.interview().interviewTime() : null,
                interview ? row.interview().interviewZone() : null,
                interview ? row.interview().interviewZoneTitle() : null,
                row.documents().stream().map(Paper::of).toList(),
                row.lastChange().version(),
                row.lastChange().changedBy(),
                row.lastChange().changedByReader());
    }
}
