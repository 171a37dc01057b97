package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.LetterOnFile;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Inquiry;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a candidate was asked for sure, and since when the time to answer counts: from the day the letter with the question left (M5),
 * or from the day on which another contact was recorded with the paper that shows how the candidate was asked. The last day to answer is
 * fixed with that day.
 *
 * @param letters of the case, by what each was written for
 * @param office where a day to answer ends
 */
record Asking(Map<UUID, LetterOnFile> letters, OfficeClock office) {

    /** The letter behind the candidate's latest contact; empty when there was none. */
    Optional<LetterOnFile> letter(CandidateReview review) {
        return Optional.ofNullable(review).flatMap(CandidateReview::contactId).map(letters::get);
    }

    /** The question that left for sure; empty when none did. */
    Optional<Inquiry> inquiry(CandidateReview review) {
        if (review == null || review.contactedOn() == null) {
            return Optional.empty();
        }
        return review.contactId().isPresent()
                ? letter(review).flatMap(letter -> letter.leftOn()
                        .map(on -> new Inquiry(on, review.notBeforePromised(letter.mayAnswerUntil()))))
                : review.askedAnotherWayOn().map(on -> new Inquiry(on, review.mayAnswerUntil()));
    }

    /** Why it cannot be recorded on that day that the candidate did not respond; empty when it can. */
    Optional<String> silenceRefused(CandidateReview review, LocalDate on) {
        var responded = Optional.ofNullable(review).flatMap(CandidateReview::respondedOn);
        if (responded.isPresent()) {
            return responded.map(day -> (review.answer() == null || review.answer() == InterestAnswer.FAILED_TO_RESPOND
                            ? "The candidate was interviewed on "
                            : "The candidate answered on ")
                    + Dates.inWords(day)
                    + ", and so has not failed to respond"
                    + (review.answer() == InterestAnswer.NOT_INTERESTED && !review.isOwnAnswer()
                            ? ". Attach what the candidate wrote, or contact the candidate again first."
                            : ", whatever was asked since. That the candidate no longer wants the position is recorded with what"
                                    + " he or she wrote."));
        }
        var asked = inquiry(review);
        var interview = Optional.ofNullable(review).flatMap(awaited -> awaited.interviewAwaited(asked));
        if (interview.isPresent()) {
            return interview.map(day -> "An interview of the candidate is set for " + Dates.inWords(day)
                    + ", and so he or she has not failed to respond. Record what became of it; or, after that day, contact the candidate"
                    + " again and wait until the days to answer are over.");
        }
        if (asked.isEmpty()) {
            return Optional.of(
                    letter(review)
                            .map(
                                    letter -> letter.inWords() + " Nobody has failed to respond before it leaves:"
                                            + " have it sent, or record another contact with the paper that shows how you asked.")
                            .orElse(
                                    "How this candidate was asked is not on record."
                                            + " Contact the candidate by e-mail, or record the contact with the paper that shows how you asked."));
        }
        return asked.filter(inquiry -> !inquiry.isSilenceOn(on))
                .map(inquiry -> "The candidate was asked on " + Dates.inWords(inquiry.leftOn())
                        + " and may answer until " + office.dueDayInWords(inquiry.lastDayToAnswer())
                        + ". \u201cFailed to respond\u201d can be recorded from the next day on.");
    }

    /** @throws Refusal when the candidate cannot have failed to respond by that day */
    void mustBeSilent(CandidateReview review, LocalDate on) {
        silenceRefused(review, on).ifPresent(sentence -> {
            throw Refusal.byRule("L14", "answer", sentence);
        });
    }
}
