package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.LetterOnFile;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.law.CaseStanding.PassOver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Why somebody who comes first does not stand in the way (L13, L14, L16), with what shows it, in words for OPM. */
@Component
class WhyOut {

    private static final int QUOTED = 160;

    private final OfficeClock office;
    private final Documents documents;

    WhyOut(OfficeClock office, Documents documents) {
        this.office = office;
        this.documents = documents;
    }

    /** All that is on record in the case; empty when nothing is. */
    Optional<String> of(CaseCandidates.Known known, UUID candidateId) {
        var standing = known.standing(candidateId);
        var ways = new ArrayList<String>();
        if (standing.elected()) {
            ways.add("elected, too"
                    + known.heldSelection(candidateId)
                            .map(selection -> " (" + selection.state().title()
                                    + (selection.notifiedOn().isEmpty()
                                            ? ", and OPM has not been told of it yet)"
                                            : ")"))
                            .orElse(""));
        }
        if (standing.declinedOrSilent()) {
            ways.add(answered(known, candidateId));
        }
        if (standing.passOver() == PassOver.REMOVED) {
            ways.add("removed by an objection that was sustained"
                    + known.exceptions()
                            .passOver(candidateId)
                            .flatMap(io.crossgov.hiring.selection.PassOver::decidedAt)
                            .map(at -> " on " + Dates.inWords(office.dayOf(at)))
                            .orElse(""));
        }
        if (standing.passOver() == PassOver.SUSTAINED) {
            ways.add("pass-over sustained"
                    + known.exceptions()
                            .passOver(candidateId)
                            .flatMap(io.crossgov.hiring.selection.PassOver::decidedAt)
                            .map(at -> " on " + Dates.inWords(office.dayOf(at)))
                            .orElse("")
                    + known.exceptions()
                            .passOver(candidateId)
                            .filter(request -> !request.isOf(known.hiring().number()))
                            .map(request -> " in case " + request.caseNumber())
                            .orElse(""));
        }
        if (standing.keepsVacancy()) {
            ways.add("a vacancy is held"
                    + known.exceptions()
                            .passOver(candidateId)
                            .map(request -> " (pass-over: " + request.stateTitle() + ")")
                            .orElse(""));
        }
        if (standing.notWellQualified()) {
            ways.add(known.exceptions()
                    .secondReview(candidateId)
                    .map(WhyOut::found)
                    .orElse("found not well-qualified"));
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", ways));
    }

    private static String found(SecondReview review) {
        return "found not well-qualified by " + review.firstByName() + " on " + Dates.inWords(review.firstOn())
                + " and, in a second review, by " + review.secondByName().orElseThrow() + " on "
                + Dates.inWords(review.secondOn().orElseThrow())
                + review.toldOn()
                        .map(on -> ", told the candidate in writing on " + Dates.inWords(on))
                        .orElse("");
    }

    /** That the candidate declined, or what was answered and when, with what the agency wrote of it: OPM reads whose word it is. */
    private String answered(CaseCandidates.Known known, UUID candidateId) {
        return known.declination(candidateId)
                .map(declined -> "declined the agency, recorded by it on " + Dates.inWords(declined.declinedOn())
                        + (declined.caseNumber().equals(known.hiring().number().value())
                                ? ""
                                : " in case " + declined.caseNumber())
                        + shown(declined)
                        + quoted(declined.declineNote()))
                .orElseGet(() -> answered(known, known.reviews().get(candidateId)));
    }

    /** The day is the one of which the agency says it, not the one on which it did; of silence also when the question left. */
    private String answered(CaseCandidates.Known known, CandidateReview review) {
        var silent = review.answer() == InterestAnswer.FAILED_TO_RESPOND;
        return review.answer().status().title().toLowerCase(Locale.ROOT)
                + (silent ? " by " : ", answered on ")
                + Dates.inWords(review.answeredOn())
                + " as the agency recorded"
                + (silent ? asked(known, review) : shown(review, review.answerDocumentId()))
                + quoted(review.answerNote());
    }

    private String shown(CandidateReview declined) {
        return declined.declineDocumentId().isEmpty()
                ? declined.offerUnansweredUntil()
                        .map(until -> ", as an offer that left was not answered until " + Dates.inWords(until))
                        .orElse("")
                : shown(declined, declined.declineDocumentId()) + judged(declined);
    }

    /** That OPM has yet to read that paper, with which the candidate asks to leave the pool. */
    private static String judged(CandidateReview declined) {
        return declined.waitsForOpm()
                ? ", with which he or she asks to withdraw from all agencies, and OPM has not decided yet"
                : "";
    }

    /** By whom and when the paper was filed, not by its name, in which there may be the candidate's. */
    private String shown(CandidateReview review, Optional<UUID> paper) {
        return filed(review, paper, DocumentPurpose.WITHDRAWAL, ", shown by the candidate\u2019s paper");
    }

    private String filed(CandidateReview review, Optional<UUID> paper, DocumentPurpose purpose, String words) {
        return paper.map(id -> documents.inCase(new CaseNumber(review.caseNumber()), id, purpose))
                .map(filed -> words + " that " + filed.storedBy() + " put on file on "
                        + Dates.inWords(office.dayOf(filed.storedAt())))
                .orElse("");
    }

    private String asked(CaseCandidates.Known known, CandidateReview review) {
        return known.asking()
                .inquiry(review)
                .map(asked -> how(known, review, asked.leftOn()) + ", days to answer over on "
                        + Dates.inWords(asked.lastDayToAnswer()))
                .orElse("");
    }

    /** Whether a message of ours reached the candidate, or the agency says that it asked otherwise. */
    private String how(CaseCandidates.Known known, CandidateReview review, LocalDate on) {
        if (review.contactId().isEmpty()) {
            return ", asked by the agency in another way on " + Dates.inWords(on)
                    + filed(review, review.contactDocumentId(), DocumentPurpose.CONTACT, ", shown by the paper")
                    + quoted(review.contactNote());
        }
        return known.asking()
                .letter(review)
                .filter(letter -> letter.state() == LetterOnFile.State.REACHED_ANOTHER_WAY)
                .map(letter -> ", whom the message did not reach" + quoted(letter.inWords()))
                .orElse(", asked by a message that left on " + Dates.inWords(on));
    }

    /** The agency's own words, as many as a table can show; the whole note stands in the workbench. */
    static String quoted(String note) {
        if (note == null) {
            return "";
        }
        var line = note.strip().replaceAll("\\s+", " ");
        return " (\u201c" + (line.length() > QUOTED ? line.substring(0, QUOTED).strip() + "\u2026" : line) + "\u201d)";
    }
}
