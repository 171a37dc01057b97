package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.GoesWith;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SeveralLines;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What people enter in the workbench for several candidates at once, and what became of it. */
final class SeveralEntries {

    /** So many fit into one request. */
    private static final int MOST = 500;

    private static final String WHOM = "Choose at least one candidate, and at most " + MOST + ".";

    private SeveralEntries() {}

    /** A candidate and the version of the record that the person looked at. */
    record Chosen(
            @NotNull(message = "Name the candidate.") UUID id,
            @NotNull(message = "Send the version of the candidate's record that you looked at.") Long version) {}

    /** As {@link ReviewEntries.Contact}, for each of the candidates. */
    @GoesWith(answer = "message", with = "sendDetails", message = ReviewEntries.NO_MAIL)
    record Contacts(
            @NotNull(message = WHOM) @Size(min = 1, max = MOST, message = WHOM) List<@Valid @NotNull Chosen> candidates,
            LocalDate on,
            boolean sendDetails,
            @Size(max = ReviewEntries.LONG, message = ReviewEntries.TOO_LONG) @SeveralLines String message,
            @Size(max = ReviewEntries.LONG, message = ReviewEntries.TOO_LONG) @SeveralLines String note) {
        Contacts {
            message = ReviewEntries.given(message);
            note = ReviewEntries.given(note);
        }
    }

    /** As {@link ReviewEntries.Interview}, the same for each of the candidates. */
    @GoesWith(answer = "zone", with = "time", message = ReviewEntries.NO_TIME)
    record Interviews(
            @NotNull(message = WHOM) @Size(min = 1, max = MOST, message = WHOM) List<@Valid @NotNull Chosen> candidates,
            @NotNull(message = ReviewEntries.INTERVIEW_DAY) LocalDate on,
            LocalTime time,
            ZoneId zone,
            @NotBlank(message = ReviewEntries.WHO_INTERVIEWS)
                    @Size(max = 500, message = ReviewEntries.TOO_MANY_INTERVIEWERS)
                    String interviewers) {
        Interviews {
            interviewers = ReviewEntries.given(interviewers);
        }
    }

    /** Nothing but whom. */
    record Several(
            @NotNull(message = WHOM) @Size(min = 1, max = MOST, message = WHOM)
                    List<@Valid @NotNull Chosen> candidates) {}

    /**
     * What became of one candidate's part.
     *
     * @param refused why nothing was recorded about this candidate, or null when it was
     * @param field the answer that is wrong for everybody, or null when something about the candidate is
     */
    record Outcome(UUID candidateId, boolean done, String refused, String field) {

        static Outcome done(UUID candidateId) {
            return new Outcome(candidateId, true, null, null);
        }

        static Outcome refused(UUID candidateId, Refusal refused) {
            return new Outcome(
                    candidateId, false, refused.sentence(), refused.field().orElse(null));
        }
    }

    /** One outcome a candidate, in the order in which they were sent. */
    record Outcomes(List<Outcome> outcomes) {}
}
