package io.crossgov.hiring.offer;

/** What came back on an offer, as HR records it. */
enum OfferAnswer {
    ACCEPTED,
    DECLINED,
    /** The candidate asks something first; the offer stays open until a new due date. */
    MORE_INFORMATION,
    /** Silence until the due date has passed counts as declined. */
    NO_ANSWER;

    /** The value a gateway reads. */
    OfferAnswer routed() {
        return this == NO_ANSWER ? DECLINED : this;
    }
}
