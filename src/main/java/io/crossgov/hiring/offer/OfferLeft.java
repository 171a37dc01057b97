package io.crossgov.hiring.offer;

import java.util.UUID;

/** The letter with an offer left, and the time to answer counts; published in the same transaction, once a letter. */
public record OfferLeft(UUID selectionId) {}
