package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.offer.OfferFacts;
import io.crossgov.hiring.offer.Offers;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.selection.WithdrawalScope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Messages about the offer and how it, or the case, ended (step 8). */
@Component
class OfferLetters {

    private final Offers offers;
    private final Candidates candidates;
    private final CaseDocuments documents;
    private final Recipients recipients;
    private final OfficeClock office;

    OfferLetters(
            Offers offers, Candidates candidates, CaseDocuments documents, Recipients recipients, OfficeClock office) {
        this.offers = offers;
        this.candidates = candidates;
        this.documents = documents;
        this.recipients = recipients;
        this.office = office;
    }

    /** M12, the tentative offer or the final one, whichever is open. */
    Letter offer(Story story) {
        var offer = offerOf(story);
        var finalOffer = offer.finalOffer();
        var contact = recipients.answering(story);
        return new Letter(
                List.of(recipients.candidate(story)),
                story.facts()
                        .and(CaseFacts.contact(contact))
                        .when(Placeholder.TENTATIVE, finalOffer == null)
                        .when(Placeholder.FINAL, finalOffer != null)
                        .with(Placeholder.OFFER_DUE_DATE, Awaited.lastDay(office))
                        .with(
                                Placeholder.PAY,
                                finalOffer == null || offer.pay() == null
                                        ? null
                                        : offer.pay().inWords())
                        .with(
                                Placeholder.START_DATE,
                                finalOffer == null || finalOffer.startOn() == null
                                        ? null
                                        : CaseFacts.words(finalOffer.startOn()))
                        .with(Placeholder.PERSONAL_MESSAGE, offer.message()),
                null,
                contact.email(),
                new Awaited(offer.letterId().orElseThrow(), offer.daysToAnswer()));
    }

    /** M34: the day that the candidate was told has moved. */
    Letter answerMayCome(Story story, LocalDate until) {
        var contact = recipients.answering(story);
        return new Letter(
                List.of(recipients.candidate(story)),
                story.facts()
                        .and(CaseFacts.contact(contact))
                        .with(Placeholder.OFFER_DUE_DATE, office.dueDayInWords(until)),
                null,
                contact.email());
    }

    /** M17 before an offer has to be answered. */
    Letter answerIsDue(Story story) {
        var offer = offerOf(story);
        return new Letter(
                recipients.ofCase(story, Role.HR_SPECIALIST),
                story.facts()
                        .when(Placeholder.OFFER_ANSWER_DUE, true)
                        .with(Placeholder.OFFER_DUE_DATE, office.dueDayInWords(offer.dueOn())),
                offer.finalOffer() == null ? "record-offer-answer" : "record-final-answer");
    }

    /** M13. @param ending why the case closes right after, null when it does not */
    Letter outcome(Story story, ClosingReason ending) {
        var words = story.selection() == null ? outcomeOfCase(story, ending) : outcomeOfSelection(story);
        var note = story.selection() == null ? story.hiring().closingNote().orElse(null) : null;
        return new Letter(
                recipients.opm(),
                story.facts().with(Placeholder.OUTCOME, words).with(Placeholder.CLOSING_NOTE, note),
                null);
    }

    /** In words OPM counts by: how far the offer came. */
    private String outcomeOfSelection(Story story) {
        return offers.of(story.selectionId())
                .map(OfferFacts::outcomeInWords)
                .orElseGet(() -> lowerFirst(story.selection().state().title()));
    }

    /** In words OPM counts by: why the case ended. */
    private static String outcomeOfCase(Story story, ClosingReason ending) {
        var hiring = story.hiring();
        var because = hiring.cancellationReason()
                .map(CancellationReason::title)
                .map(reason -> " (" + lowerFirst(reason) + ")")
                .orElse("");
        return hiring.closingReason()
                .or(() -> Optional.ofNullable(ending))
                .map(reason -> "case closed: " + lowerFirst(reason.title()) + because)
                .orElse("case closed");
    }

    /** M14 after an offer was declined (L9). */
    Letter withdrawal(Story story) {
        var offer = offerOf(story);
        var candidate = candidates.byId(story.itsSelection().candidateId());
        return withdrawal(story, story.facts(), candidate, offer.withdrawal().scope(), offer.withdrawalDocuments());
    }

    /** M14 (L9). @param facts which name the candidate by applicant number */
    Letter withdrawal(
            Story story, Facts facts, Candidate candidate, WithdrawalScope scope, Collection<UUID> documentIds) {
        return new Letter(
                recipients.opm(),
                facts.when(Placeholder.THIS_AGENCY_ONLY, scope == WithdrawalScope.THIS_AGENCY)
                        .when(Placeholder.ALL_AGENCIES, scope == WithdrawalScope.ALL_AGENCIES)
                        .when(Placeholder.STAYS_AVAILABLE, candidate.isAvailable())
                        .withLines(Placeholder.DOCUMENT_LINKS, documents.links(story.hiring(), documentIds)),
                null);
    }

    private OfferFacts offerOf(Story story) {
        return offers.of(story.itsSelection().id()).orElseThrow();
    }

    /** "The certificate expired" within a sentence; "OPM denied …" stays as it is. */
    private static String lowerFirst(String title) {
        return title.length() > 1 && Character.isLowerCase(title.charAt(1))
                ? Character.toLowerCase(title.charAt(0)) + title.substring(1)
                : title;
    }
}
