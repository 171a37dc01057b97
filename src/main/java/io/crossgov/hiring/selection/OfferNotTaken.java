package io.crossgov.hiring.selection;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What shows that a selectee did not take up an offer (L14, L16): nothing, when it is the agency's word alone.
 *
 * @param paper id of what the candidate wrote, on file in the case, or null
 * @param unansweredUntil the last day to answer an offer that left and was not answered, or null
 */
public record OfferNotTaken(UUID paper, LocalDate unansweredUntil) {}
