package io.crossgov.hiring.selection;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.LetterOnFile;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.CaseStanding;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.Inquiry;
import io.crossgov.hiring.law.Objection;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.ReferralList;
import io.crossgov.hiring.law.ReferredOnly;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.law.ThreeConsiderations;
import io.crossgov.hiring.law.VacancyToHold;
import io.crossgov.hiring.leaving.LeavingState;
import io.crossgov.hiring.pool.Candidate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One candidate of a case, as the workbench shows him or her: in JSON, the parts' values stand side by side.
 *
 * @param notes the agency's own about the candidate, or null
 * @param selection in which the case holds the candidate, or null
 */
record CandidateRow(
        @JsonUnwrapped Who who,
        @JsonUnwrapped Order order,
        @JsonUnwrapped Exceptions exceptions,
        @JsonUnwrapped Standing standing,
        @JsonUnwrapped LastChange lastChange,
        @JsonUnwrapped Contact contact,
        @JsonUnwrapped Reply reply,
        @JsonUnwrapped Interview interview,
        @JsonUnwrapped Decline decline,
        String notes,
        RunningSelection selection,
        List<File> documents) {

    /**
     * Who it is.
     *
     * @param category quality category or score in words, or empty
     * @param locations where the candidate would work
     */
    record Who(
            UUID id,
            String applicantNumber,
            String name,
            String email,
            String phone,
            String category,
            Set<String> locations) {

        private static Who of(Candidate candidate, CaseCandidates.Known known) {
            return new Who(
                    candidate.id(),
                    candidate.applicantNumber(),
                    candidate.name(),
                    candidate.email(),
                    candidate.phone(),
                    CandidateRow.category(candidate),
                    known.locations(candidate));
        }
    }

    /**
     * Where the candidate stands in the order of selection, and what follows.
     *
     * @param place on the referral list, counted from 1; 0 for somebody who is not referred now
     * @param why why the candidate stands there, in words, or null
     * @param whyInShort the same in a few words, or null
     * @param preferred whether veterans' preference puts the candidate before others here
     * @param hasPriority whether the candidate must be taken first somewhere (L16)
     * @param electing for each location where the candidate may be selected, whether he or she can be elected now
     */
    record Order(
            int place, String why, String whyInShort, boolean preferred, boolean hasPriority, List<Electing> electing) {

        private static Order of(
                UUID candidateId, ReferralList list, List<String> locations, Electable electable, Obstacles obstacles) {
            var entry = list.of(candidateId);
            return new Order(
                    list.placeOf(candidateId),
                    entry.map(ReferralList.Entry::why).orElse(null),
                    entry.map(ReferralList.Entry::whyInShort).orElse(null),
                    entry.filter(ReferralList.Entry::preferred).isPresent(),
                    entry.flatMap(ReferralList.Entry::priority).isPresent(),
                    entry.isEmpty()
                            ? List.of()
                            : locations.stream()
                                    .map(location -> Electing.of(electable, candidateId, location, obstacles))
                                    .toList());
        }
    }

    /**
     * What the law lets an agency do beside the order.
     *
     * @param passOver the agency's request to pass over the candidate (L15), or null
     * @param mayAskToPassOver whether it can be asked to pass over the candidate
     * @param mayObject whether the agency can object to the candidate (L22)
     * @param needsNewFacts whether an earlier request was denied, so that another one has to say what was not known then
     * @param secondReview whether the candidate is well-qualified for a priority (L16), or null
     * @param vacancyHeld whether a vacancy is held for the candidate (L14)
     * @param mayHoldVacancy whether one may be
     * @param mayBeLeftOut whether it can be asked to leave the candidate out once he or she was considered for three appointments (L13)
     * @param consideredEnough that the candidate was considered for three appointments and is left out (L13), in words, or null
     */
    record Exceptions(
            PassOverView passOver,
            boolean mayAskToPassOver,
            boolean mayObject,
            boolean needsNewFacts,
            SecondReviewView secondReview,
            boolean vacancyHeld,
            boolean mayHoldVacancy,
            boolean mayBeLeftOut,
            String consideredEnough) {

        private static Exceptions of(
                UUID candidateId, CaseCandidates.Known known, Situation situation, boolean leavesOut) {
            var recorded = known.exceptions();
            return new Exceptions(
                    recorded.passOver(candidateId)
                            .map(request -> PassOverView.of(request, known))
                            .orElse(null),
                    PassOverRequest.mayBeAsked(situation, candidateId, true) instanceof Ruling.Allowed,
                    Objection.mayBeMade(situation, candidateId, true) instanceof Ruling.Allowed,
                    recorded.standing(candidateId).passOver() == CaseStanding.PassOver.DENIED,
                    recorded.secondReview(candidateId)
                            .map(review -> SecondReviewView.of(review, known))
                            .orElse(null),
                    recorded.standing(candidateId).keepsVacancy(),
                    VacancyToHold.mayBeHeld(situation, candidateId) instanceof Ruling.Allowed,
                    leavesOut
                            && ThreeConsiderations.mayBeLeftOut(
                                            situation, candidateId, true, ThreeConsiderations.ENOUGH)
                                    instanceof Ruling.Allowed,
                    Optional.ofNullable(known.reviews().get(candidateId))
                            .flatMap(CandidateReview::consideredEnough)
                            .orElse(null));
        }
    }

    /**
     * Where the case stands with the candidate.
     *
     * @param alternateRank 1 for the first alternate, 0 for somebody who is none
     * @param unavailable why the case cannot go on with the candidate, or null
     */
    record Standing(ReviewStatus status, String statusTitle, int alternateRank, boolean available, String unavailable) {

        private static Standing of(Candidate candidate, CaseCandidates.Known known) {
            var status = known.status(candidate);
            var available = known.isAvailable(candidate);
            return new Standing(
                    status,
                    status.title(),
                    known.alternateRank(candidate.id()),
                    available,
                    available || status == ReviewStatus.WITHDRAWN ? null : "This candidate is no longer available.");
        }
    }

    /**
     * Who changed the record last.
     *
     * @param version to be sent back with a change; 0 while nothing is recorded
     * @param changedBy full name, or null
     * @param changedByReader whether that was who reads this
     */
    record LastChange(long version, String changedBy, boolean changedByReader, Instant changedAt) {

        private static LastChange of(CandidateReview review, Actor reader) {
            return new LastChange(
                    review.revision(), review.changedBy(), review.isChangedBy(reader), review.changedAt());
        }
    }

    /**
     * The question whether the candidate is interested.
     *
     * @param contactDocument id of what shows how the candidate was asked in another way, or null
     * @param message what became of the letter of the latest contact, or null when there was none
     * @param mayAnswerUntil last day on which the candidate may answer; null while the letter has not left
     * @param silenceRefused why it cannot be recorded today that the candidate did not respond, or null
     */
    record Contact(
            LocalDate contactedOn,
            String contactedBy,
            String contactNote,
            UUID contactDocument,
            Message message,
            LocalDate mayAnswerUntil,
            String silenceRefused) {

        private static Contact of(CandidateReview review, Asking asking, LocalDate today) {
            return new Contact(
                    review.contactedOn(),
                    review.contactedBy(),
                    review.contactNote(),
                    review.contactDocumentId().orElse(null),
                    asking.letter(review).map(Message::of).orElse(null),
                    asking.inquiry(review).map(Inquiry::lastDayToAnswer).orElse(null),
                    review.contactedOn() == null
                            ? null
                            : asking.silenceRefused(review, today).orElse(null));
        }
    }

    /**
     * What the candidate answered to it; all null before.
     *
     * @param answerDocument id of what the candidate wrote, or null
     */
    record Reply(
            InterestAnswer answer, String answerTitle, LocalDate answeredOn, String answerNote, UUID answerDocument) {

        private static Reply of(CandidateReview review) {
            var answer = review.answer();
            return new Reply(
                    answer,
                    answer == null ? null : answer.status().title(),
                    review.answeredOn(),
                    review.answerNote(),
                    review.answerDocumentId().orElse(null));
        }
    }

    /**
     * The interview; all null while none is set.
     *
     * @param interviewZone in which the time is meant, or null without a time
     */
    record Interview(
            LocalDate interviewOn,
            @JsonFormat(pattern = "HH:mm") LocalTime interviewTime,
            ZoneId interviewZone,
            String interviewZoneTitle,
            String interviewers,
            InterviewResult interviewResult,
            String interviewResultTitle,
            String interviewNotes) {

        private static Interview of(CandidateReview review) {
            var result = review.interviewResult();
            return new Interview(
                    review.interviewOn(),
                    review.interviewTime(),
                    review.interviewZone(),
                    WorkbenchWords.titleOf(review.interviewZone()),
                    review.interviewers(),
                    result,
                    result == null ? null : result.title(),
                    review.interviewNotes());
        }
    }

    /**
     * That the candidate declined the agency; null while not.
     *
     * @param declineDocument id of what the candidate wrote, or null
     * @param leaving what becomes of it that the candidate asks to withdraw from all agencies, in a sentence; null when this case put no
     *     such thing on record
     */
    record Decline(LocalDate declinedOn, String declineNote, UUID declineDocument, String leaving) {

        private static Decline of(CandidateReview review) {
            return new Decline(
                    review.declinedOn(),
                    review.declineNote(),
                    review.declineDocumentId().orElse(null),
                    review.leavingState()
                            .map(state -> inWords(state, review.leavingReason()))
                            .orElse(null));
        }

        private static String inWords(LeavingState state, String reason) {
            return switch (state) {
                case OPEN ->
                    "The candidate asks to withdraw from all agencies. OPM reads the paper and decides; until then nothing changes for"
                            + " the others.";
                case CONFIRMED -> "OPM confirmed that the candidate withdraws from all agencies.";
                case REFUSED -> "OPM did not confirm that the candidate withdraws from all agencies: " + reason;
                case NOT_OWN_WORD ->
                    "OPM found that the paper is not the candidate\u2019s own word; the candidate stands as before, and a selection that"
                            + " ended stays ended: " + reason;
                case UNDONE ->
                    "The candidate said in time that withdrawing from all agencies was a mistake, and OPM undid it. Selections and"
                            + " offers that ended stay ended.";
            };
        }
    }

    /**
     * Whether the candidate can be elected for one duty location now.
     *
     * @param rule as in "L14", or null
     * @param obstacle place of what stands in the way among the list's {@link CandidateList#obstacles}, or null when nothing does
     */
    record Electing(String dutyLocation, boolean allowed, String rule, Integer obstacle) {

        static Electing of(Electable electable, UUID candidateId, String location, Obstacles obstacles) {
            return electable
                    .obstacle(new Choice(candidateId, location))
                    .map(obstacle -> new Electing(
                            location, false, obstacle.refusal().rule().orElse(null), obstacles.placeOf(obstacle)))
                    .orElseGet(() -> new Electing(location, true, null, null));
        }
    }

    /**
     * What became of a letter to the candidate.
     *
     * @param id of the message, at {@code /cases/{number}/notices/{id}}
     * @param sentence what became of it, for people
     * @param needsSomebody whether it did not, or perhaps not, go out and a person has to do something
     * @param whatToDo what, as a sentence, or null
     */
    record Message(UUID id, LetterOnFile.State state, String sentence, boolean needsSomebody, String whatToDo) {

        static Message of(LetterOnFile letter) {
            return new Message(
                    letter.messageId(), letter.state(), letter.inWords(), letter.needsSomebody(), letter.whatToDo());
        }
    }

    /**
     * @param kindTitle whether it is a pass-over or an objection, in words
     * @param inCase number of the agency's other case in which it was made, or null
     * @param unsure whether it is not sure that the other case is about the same position
     * @param overtaken whether it cannot be sustained: another one for the position was denied meanwhile
     * @param message what became of the notice to the candidate (M18), or null when none was written
     * @param lastDayToAnswer for a candidate whose notice has left, or null
     * @param mayGiveReasons whether the candidate may be sent the reasons on request
     * @param reasonsGivenOn when that was done last, or null
     */
    record PassOverView(
            UUID id,
            PassOver.Kind kind,
            String kindTitle,
            String inCase,
            boolean unsure,
            boolean overtaken,
            PassOver.State state,
            String stateTitle,
            Message message,
            LocalDate lastDayToAnswer,
            String decisionReason,
            boolean mayGiveReasons,
            LocalDate reasonsGivenOn) {

        static PassOverView of(PassOver request, CaseCandidates.Known known) {
            return new PassOverView(
                    request.id(),
                    request.kind(),
                    request.kind().title(),
                    request.isOf(known.hiring().number())
                            ? null
                            : request.caseNumber().value(),
                    known.exceptions().isUnsure(request.candidateId()),
                    known.exceptions().standing(request.candidateId()).passOver() == CaseStanding.PassOver.OVERTAKEN,
                    request.state(),
                    request.stateTitle(),
                    Optional.ofNullable(known.asking().letters().get(request.id()))
                            .map(Message::of)
                            .orElse(null),
                    request.lastDayToAnswer().orElse(null),
                    request.decisionReason().orElse(null),
                    request.isOf(known.hiring().number()) && request.hasReasonsToGive(),
                    request.reasonsGivenOn().orElse(null));
        }
    }

    /**
     * @param toldOn the day on which the result left for the candidate, or null
     * @param message what became of the message with the result (M28), or null when none was written
     */
    record SecondReviewView(
            String firstBy,
            LocalDate firstOn,
            String firstReasons,
            SecondReview.Finding finding,
            String secondBy,
            LocalDate secondOn,
            String secondResult,
            LocalDate toldOn,
            Message message,
            UUID document) {

        static SecondReviewView of(SecondReview review, CaseCandidates.Known known) {
            return new SecondReviewView(
                    review.firstByName(),
                    review.firstOn(),
                    review.firstReasons(),
                    review.finding().orElse(null),
                    review.secondByName().orElse(null),
                    review.secondOn().orElse(null),
                    review.secondResult(),
                    review.toldOn().orElse(null),
                    Optional.ofNullable(known.asking().letters().get(review.id()))
                            .map(Message::of)
                            .orElse(null),
                    review.secondDocumentId().orElse(null));
        }
    }

    /** The selection in which the case holds the candidate. */
    record RunningSelection(
            UUID id,
            SelectionState state,
            String stateTitle,
            String dutyLocation,
            LocalDate electedOn,
            List<String> alternates) {

        private static RunningSelection of(Selection selection, List<String> alternateNames) {
            return new RunningSelection(
                    selection.id(),
                    selection.state(),
                    selection.state().title(),
                    selection.dutyLocation(),
                    selection.electedOn(),
                    alternateNames);
        }
    }

    /** A document of the candidate, to be had at {@code /api/documents/{id}}. */
    record File(UUID id, String name, String mediaType, long size, String purpose) {

        static File of(StoredDocument document) {
            return new File(
                    document.id(),
                    document.name(),
                    document.mediaType(),
                    document.size(),
                    document.purpose().word());
        }
    }

    static CandidateRow of(
            CaseCandidates.Known known,
            Situation situation,
            Electable electable,
            boolean leavesOut,
            Candidate candidate,
            List<String> alternateNames,
            List<StoredDocument> files,
            Obstacles obstacles,
            Actor reader) {
        var review = known.reviews()
                .getOrDefault(
                        candidate.id(),
                        new CandidateReview(
                                known.hiring().number(),
                                known.hiring().agency(),
                                known.hiring().announcement(),
                                candidate.id()));
        var locations = ReferredOnly.commonLocations(known.locations(candidate), situation.caseLocations());
        return new CandidateRow(
                Who.of(candidate, known),
                Order.of(candidate.id(), known.list(), locations, electable, obstacles),
                Exceptions.of(candidate.id(), known, situation, leavesOut),
                Standing.of(candidate, known),
                LastChange.of(review, reader),
                Contact.of(review, known.asking(), situation.electedOn()),
                Reply.of(review),
                Interview.of(review),
                Decline.of(review),
                review.notes(),
                known.heldSelection(candidate.id())
                        .map(selection -> RunningSelection.of(selection, alternateNames))
                        .orElse(null),
                files.stream().map(File::of).toList());
    }

    /** Category or score in words; empty in a pool without either. */
    static String category(Candidate candidate) {
        return candidate
                .rating()
                .map(Rating::title)
                .or(() -> candidate.score().map(score -> "Score " + score.toPlainString()))
                .orElse("");
    }
}
