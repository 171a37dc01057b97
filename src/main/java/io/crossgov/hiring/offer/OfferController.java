package io.crossgov.hiring.offer;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.casefile.CaseSelections;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The offer of a selection, for those who read it in the case's file: pay and reasons are nobody else's business. */
@RestController
class OfferController {

    private final Offers offers;
    private final Cases cases;
    private final CaseSelections selections;

    OfferController(Offers offers, Cases cases, CaseSelections selections) {
        this.offers = offers;
        this.cases = cases;
        this.selections = selections;
    }

    /** The offer, and how long the hire took so far (L19). */
    record OfferWithTime(OfferFacts offer, TimeToHire timeToHire) {}

    /** Unknown, another agency's and not yet made are all 404. */
    @GetMapping("/api/cases/{number}/selections/{id}/offer")
    @Transactional(readOnly = true)
    OfferWithTime offer(@PathVariable CaseNumber number, @PathVariable UUID id, @CurrentActor Actor actor) {
        var onFile = selections.of(cases.visible(number, actor), actor);
        if (onFile.stream().noneMatch(selection -> selection.id().equals(id))) {
            throw Refusal.unknown("There is no such selection.");
        }
        return new OfferWithTime(offers.of(id).orElseThrow(Offers::noOffer), offers.timeToHire(id));
    }
}
