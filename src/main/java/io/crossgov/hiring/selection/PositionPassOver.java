package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.law.RequestsAboutOne;
import io.crossgov.hiring.law.SamePosition;

/** A request with the position that its case is about now. */
record PositionPassOver(PassOver passOver, CasePosition position) {

    PositionPassOver(PassOver passOver, String subAgency, String pdNumber) {
        this(passOver, new CasePosition(subAgency, pdNumber));
    }

    /**
     * By every number that the position had, as a new number is no other position; what was sustained by the one that whoever decided read,
     * so that no later number carries it to a position about which nobody was asked.
     */
    SamePosition as(HiringCase hiring) {
        if (passOver.isOf(hiring.number())) {
            return SamePosition.SAME;
        }
        var read = passOver.decidedPdNumber().orElse(passOver.pdNumber());
        return (passOver.state() == PassOver.State.SUSTAINED
                        ? position.knownAs(read)
                        : position.or(passOver.pdNumber()).or(read))
                .as(hiring);
    }

    /** What the law asks of it, for this case. */
    RequestsAboutOne.Request seenFrom(HiringCase hiring) {
        return new RequestsAboutOne.Request(
                passOver.id(),
                passOver.isOf(hiring.number()),
                as(hiring),
                passOver.standing(),
                passOver.newFacts().isPresent(),
                passOver.askedAt(),
                passOver.decidedAt().orElse(null));
    }
}
