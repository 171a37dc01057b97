package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.GoesWith;
import io.crossgov.hiring.common.SeveralLines;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What people enter in the workbench; {@code version} is the one of the candidate they looked at. */
final class ReviewEntries {

    private static final String VERSION = "Send the version of the candidate's record that you looked at.";
    static final int LONG = 10_000;
    static final String TOO_LONG = "A note has at most 10,000 characters.";
    static final String INTERVIEW_DAY = "Enter the date of the interview.";
    static final String WHO_INTERVIEWS = "Name the interviewers.";
    static final String TOO_MANY_INTERVIEWERS = "Name the interviewers in at most 500 characters.";
    static final String NO_MAIL = "Without the position's details no mail goes out that could hold it.";
    static final String NO_TIME = "Without a time there is nothing that the time zone would say.";

    private ReviewEntries() {}

    /**
     * A contact.
     *
     * @param on null for today
     * @param sendDetails whether the candidate gets the position's details and the interest question by mail (M5)
     * @param message the person's own words in that mail
     * @param note for the agency only
     * @param document id of what shows how the candidate is asked in another way than by that mail, or null
     */
    @GoesWith(answer = "message", with = "sendDetails", message = NO_MAIL)
    record Contact(
            @NotNull(message = VERSION) Long version,
            LocalDate on,
            boolean sendDetails,
            @Size(max = LONG, message = TOO_LONG) @SeveralLines String message,
            @Size(max = LONG, message = TOO_LONG) @SeveralLines String note,
            UUID document) {
        Contact {
            message = given(message);
            note = given(note);
        }
    }

    /** @param document id of what the candidate wrote, for one who is not interested; null without */
    record Answer(
            @NotNull(message = VERSION) Long version,
            @NotNull(message = "Say whether the candidate is interested, is not, or did not respond.")
                    InterestAnswer answer,
            LocalDate on,
            @Size(max = LONG, message = TOO_LONG) @SeveralLines String note,
            UUID document) {
        Answer {
            note = given(note);
        }
    }

    /** @param zone in which the time is meant, such as {@code America/Denver}; null for the office's */
    @GoesWith(answer = "zone", with = "time", message = NO_TIME)
    record Interview(
            @NotNull(message = VERSION) Long version,
            @NotNull(message = INTERVIEW_DAY) LocalDate on,
            LocalTime time,
            ZoneId zone,
            @NotBlank(message = WHO_INTERVIEWS) @Size(max = 500, message = TOO_MANY_INTERVIEWERS) String interviewers) {
        Interview {
            interviewers = given(interviewers);
        }
    }

    record Result(
            @NotNull(message = VERSION) Long version,
            @NotNull(message = "Choose the result of the interview.") InterviewResult result,
            @Size(max = LONG, message = TOO_LONG) @SeveralLines String notes) {
        Result {
            notes = given(notes);
        }
    }

    record Notes(
            @NotNull(message = VERSION) Long version,
            @Size(max = LONG, message = TOO_LONG) @SeveralLines String notes) {
        Notes {
            notes = given(notes);
        }
    }

    /** Nothing but what the person looked at. */
    record Seen(@NotNull(message = VERSION) Long version) {}

    /**
     * A declination or withdrawal.
     *
     * @param scope mandatory (L9)
     * @param documents ids of uploaded documents of the case
     */
    record Withdrawal(
            @NotNull(message = VERSION) Long version,
            @NotNull(message = "Say whether the candidate declined your agency only or withdrew from all agencies.")
                    WithdrawalScope scope,
            @Size(max = LONG, message = TOO_LONG) @SeveralLines String note,
            List<UUID> documents) {
        Withdrawal {
            note = given(note);
            documents = documents == null ? List.of() : List.copyOf(documents);
        }
    }

    /** An election; alternates in their order. */
    record Election(
            @NotNull(message = "Say which candidate you elect.") UUID candidateId,
            @NotBlank(message = "Choose the duty location.") String dutyLocation,
            List<UUID> alternates) {
        Election {
            dutyLocation = given(dutyLocation);
            alternates = alternates == null ? List.of() : List.copyOf(alternates);
        }
    }

    /** Why somebody who was considered for three appointments is left out (L13). */
    record Considered(
            @NotNull(message = VERSION) Long version,
            @NotBlank(message = "Give the reasons why this candidate is left out.")
                    @Size(max = LONG, message = "The reasons have at most 10,000 characters.")
                    @SeveralLines
                    String reasons) {
        Considered {
            reasons = given(reasons);
        }
    }

    /**
     * A request to pass over, or an objection (L15, L22).
     *
     * @param newFacts what was not known when an earlier request was denied; null for a first one
     */
    record Request(
            @Size(max = LONG, message = "The new facts have at most 10,000 characters.") @SeveralLines
                    String newFacts) {
        Request {
            newFacts = given(newFacts);
        }
    }

    /** Why a displaced employee is not well-qualified (L16). */
    record FirstFinding(
            @NotBlank(message = "Give the reasons why this candidate is not well-qualified.")
                    @Size(max = LONG, message = "The reasons have at most 10,000 characters.")
                    @SeveralLines
                    String reasons) {
        FirstFinding {
            reasons = given(reasons);
        }
    }

    /**
     * What the second person found (L16).
     *
     * @param result of the review in writing, which the candidate is given; needed when it is not well-qualified
     * @param document id of the uploaded review
     */
    record SecondFinding(
            @NotNull(message = "Say what your review found: well-qualified, or not.") SecondReview.Finding finding,
            @Size(max = 4000, message = "The result has at most 4,000 characters.") @SeveralLines String result,
            @NotNull(message = "Attach your written review.") UUID document) {
        SecondFinding {
            result = given(result);
        }
    }

    static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
