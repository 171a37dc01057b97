package io.crossgov.hiring.selection;

import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.Exit;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.law.ReferralList;
import io.crossgov.hiring.law.ReferredOnly;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Rating;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One candidate of a case, as the workbench shows him or her.
 *
 * @param category quality category or score in words, or empty
 * @param place on the referral list, counted from 1; 0 for somebody who is not referred now
 * @param why why the candidate stands there, in words, or null
 * @param preferred whether veterans' preference puts the candidate before others here
 * @param electing for each location where the candidate may be selected, whether the law allows it now
 * @param passOver the agency's request to pass over the candidate (L15), or null
 * @param mayAskToPassOver whether OPM can be asked to pass over the candidate
 * @param secondReview whether the candidate is well-qualified for a priority (L16), or null
 * @param hasPriority whether the candidate must be taken first somewhere (L16)
 * @param vacancyHeld whether a vacancy is held for the candidate (L14)
 * @param electLocations where the candidate may be selected for in this case
 * @param alternateRank 1 for the first alternate, 0 for somebody who is none
 * @param unavailable why the case cannot go on with the candidate, or null
 * @param version to be sent back with a change; 0 while nothing is recorded
 */
record CandidateRow(
        UUID id,
        String applicantNumber,
        String name,
        String email,
        String phone,
        String category,
        Set<String> locations,
        List<String> electLocations,
        int place,
        String why,
        boolean preferred,
        List<Electing> electing,
        PassOverView passOver,
        boolean mayAskToPassOver,
        SecondReviewView secondReview,
        boolean hasPriority,
        boolean vacancyHeld,
        ReviewStatus status,
        String statusTitle,
        int alternateRank,
        boolean available,
        String unavailable,
        long version,
        LocalDate contactedOn,
        String contactedBy,
        String contactNote,
        InterestAnswer answer,
        String answerTitle,
        LocalDate answeredOn,
        String answerNote,
        LocalDate interviewOn,
        LocalTime interviewTime,
        String interviewers,
        InterviewResult interviewResult,
        String interviewResultTitle,
        String interviewNotes,
        String notes,
        LocalDate declinedOn,
        String declineNote,
        RunningSelection selection,
        List<File> documents) {

    /**
     * Whether the candidate can be elected for one duty location now.
     *
     * @param refused the rule in words and the way out, or null when nothing forbids it
     * @param rule as in "L14", or null
     */
    record Electing(String dutyLocation, boolean allowed, String rule, String refused, List<Exit> exits) {

        static Electing of(CaseCandidates.Known known, Situation situation, UUID candidateId, String location) {
            return OrderOfSelection.check(situation, new Choice(candidateId, location))
                            instanceof Ruling.Refused refused
                    ? new Electing(location, false, refused.rule(), refused.sentence(known::name), refused.exits())
                    : new Electing(location, true, null, null, List.of());
        }
    }

    /** @param lastDayToAnswer for a candidate who was notified, or null */
    record PassOverView(
            UUID id, PassOver.State state, String stateTitle, LocalDate lastDayToAnswer, String decisionReason) {

        static PassOverView of(PassOver request) {
            return new PassOverView(
                    request.id(),
                    request.state(),
                    request.state().title(),
                    request.lastDayToAnswer().orElse(null),
                    request.decisionReason().orElse(null));
        }
    }

    record SecondReviewView(
            String firstBy,
            LocalDate firstOn,
            String firstReasons,
            SecondReview.Finding finding,
            String secondBy,
            LocalDate secondOn,
            UUID document) {

        static SecondReviewView of(SecondReview review) {
            return new SecondReviewView(
                    review.firstByName(),
                    review.firstOn(),
                    review.firstReasons(),
                    review.finding().orElse(null),
                    review.secondByName().orElse(null),
                    review.secondOn().orElse(null),
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
            List<String> alternates) {}

    /** A document of the candidate, to be had at {@code /api/documents/{id}}. */
    record File(UUID id, String name, String mediaType, long size, String purpose) {

        static File of(StoredDocument document) {
            return new File(document.id(), document.name(), document.mediaType(), document.size(), document.purpose());
        }
    }

    static CandidateRow of(
            CaseCandidates.Known known,
            Situation situation,
            Candidate candidate,
            List<String> alternateNames,
            List<StoredDocument> files) {
        var review = known.reviews()
                .getOrDefault(
                        candidate.id(),
                        new CandidateReview(
                                known.hiring().number(),
                                known.hiring().agency(),
                                known.hiring().announcement(),
                                candidate.id()));
        var status = known.status(candidate);
        var available = known.isAvailable(candidate);
        var entry = known.list().of(candidate.id());
        var locations = ReferredOnly.commonLocations(
                candidate.dutyLocations(), known.hiring().dutyLocations());
        return new CandidateRow(
                candidate.id(),
                candidate.applicantNumber(),
                candidate.name(),
                candidate.email(),
                candidate.phone(),
                category(candidate),
                candidate.dutyLocations(),
                locations,
                known.list().placeOf(candidate.id()),
                entry.map(ReferralList.Entry::why).orElse(null),
                entry.filter(ReferralList.Entry::preferred).isPresent(),
                entry.isEmpty()
                        ? List.of()
                        : locations.stream()
                                .map(location -> Electing.of(known, situation, candidate.id(), location))
                                .toList(),
                known.exceptions()
                        .passOver(candidate.id())
                        .map(PassOverView::of)
                        .orElse(null),
                PassOverRequest.mayBeAsked(situation, candidate.id()) instanceof Ruling.Allowed,
                known.exceptions()
                        .secondReview(candidate.id())
                        .map(SecondReviewView::of)
                        .orElse(null),
                entry.flatMap(ReferralList.Entry::priority).isPresent(),
                known.exceptions().held().contains(candidate.id()),
                status,
                status.title(),
                known.alternateRank(candidate.id()),
                available,
                available || status == ReviewStatus.WITHDRAWN ? null : "This candidate is no longer available.",
                review.revision(),
                review.contactedOn(),
                review.contactedBy(),
                review.contactNote(),
                review.answer(),
                review.answer() == null ? null : review.answer().status().title(),
                review.answeredOn(),
                review.answerNote(),
                review.interviewOn(),
                review.interviewTime(),
                review.interviewers(),
                review.interviewResult(),
                review.interviewResult() == null
                        ? null
                        : review.interviewResult().title(),
                review.interviewNotes(),
                review.notes(),
                review.declinedOn(),
                review.declineNote(),
                known.heldSelection(candidate.id())
                        .map(selection -> new RunningSelection(
                                selection.id(),
                                selection.state(),
                                selection.state().title(),
                                selection.dutyLocation(),
                                selection.electedOn(),
                                alternateNames))
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
