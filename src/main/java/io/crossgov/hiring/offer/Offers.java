package io.crossgov.hiring.offer;

import io.crossgov.hiring.casefile.CaseClosed;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.MessageLeft;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.selection.SelectionLost;
import io.crossgov.hiring.selection.Selections;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The offers of all cases as notices, timers and pages read them. They change through the task forms of step 8 only. */
@Service
@Transactional(readOnly = true)
public class Offers {

    private final OfferRows rows;
    private final Selections selections;
    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;

    Offers(OfferRows rows, Selections selections, Cases cases, ApplicationEventPublisher events, OfficeClock office) {
        this.rows = rows;
        this.selections = selections;
        this.cases = cases;
        this.events = events;
        this.office = office;
    }

    /**
     * The end of the day on which the open offer of this selection should be answered; empty while its letter has not left.
     *
     * @throws Refusal 404 when no offer was made yet
     */
    public Optional<Instant> answerDueAt(UUID selectionId) {
        var offer = of(selectionId).orElseThrow(() -> noOffer());
        return offer.sentOn().map(left -> office.endOf(offer.dueOn()));
    }

    /** What is on record about the offer of this selection; empty before the tentative offer. */
    public Optional<OfferFacts> of(UUID selectionId) {
        return rows.findById(selectionId).map(Offer::facts);
    }

    /** All offers of a case, ended ones too, oldest first. */
    public List<OfferFacts> ofCase(CaseNumber number) {
        return rows.ofCase(number.value()).stream().map(Offer::facts).toList();
    }

    /**
     * Time to hire of one selection (L19), as far as it has come.
     *
     * @throws Refusal 404 when there is no such selection
     */
    public TimeToHire timeToHire(UUID selectionId) {
        var selection = selections.byId(selectionId);
        var offer = of(selectionId);
        return TimeToHire.between(
                cases.byNumber(selection.caseNumber()).needValidatedOn().orElse(null),
                offer.flatMap(OfferFacts::tentativeAcceptedOn).orElse(null),
                selection.enteredOnDuty().orElse(null),
                selection.releasedOn().orElse(null),
                selection.reviewReturnedAt().map(office::dayOf).orElse(null));
    }

    /** The time to answer an offer counts from the day its letter left. Being told twice changes nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MessageLeft left) {
        if (left.letter() == MessageLeft.Letter.OFFER) {
            rows.withLetter(left.about())
                    .filter(offer -> offer.letterLeft(left.about(), left.on()))
                    .ifPresent(offer -> {
                        rows.saveAndFlush(offer);
                        events.publishEvent(new OfferLeft(offer.facts().selectionId()));
                    });
        }
    }

    /** A candidate who is gone cannot answer: the running offer ends with the selection (L9). */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SelectionLost lost) {
        rows.findById(lost.selectionId()).ifPresent(Offer::endBeforeEntry);
    }

    /** A closed case offers nothing any more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CaseClosed closed) {
        rows.ofCase(closed.caseNumber().value()).forEach(Offer::endBeforeEntry);
    }

    static Refusal noOffer() {
        return Refusal.unknown("No offer has been made in this selection yet.");
    }
}
