package io.crossgov.hiring.offer;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.selection.Selections;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The offer of a selection, for the case's agency and OPM. */
@RestController
class OfferController {

    private final Offers offers;
    private final Cases cases;
    private final Selections selections;

    OfferController(Offers offers, Cases cases, Selections selections) {
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
        cases.visible(number, actor);
        if (!selections.visible(id, actor).caseNumber().equals(number)) {
            throw Refusal.unknown("There is no such selection.");
        }
        return new OfferWithTime(offers.of(id).orElseThrow(Offers::noOffer), offers.timeToHire(id));
    }
}
