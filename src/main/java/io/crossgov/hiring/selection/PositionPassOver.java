package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.law.RequestsAboutOne;
import io.crossgov.hiring.law.SamePosition;

/** A request with the position that its case is about now. */
record PositionPassOver(PassOver passOver, CasePosition position) {

    PositionPassOver(PassOver passOver, String subAgency, String pdNumber) {
        this(passOver, new CasePosition(subAgency, pdNumber));
    }

    /** By the number that the position had when it was asked, and by the one it has now: a new number is no other position. */
    SamePosition as(HiringCase hiring) {
        return passOver.isOf(hiring.number())
                ? SamePosition.SAME
                : position.orWhenAsked(passOver.pdNumber()).as(hiring);
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
