package io.crossgov.hiring.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What shows that a selectee did not take up an offer (L14, L16): nothing, when it is the agency's word alone.
 *
 * @param papers ids of what the candidate wrote, on file in the case
 * @param unansweredUntil the last day to answer an offer that left and was not answered, or null
 */
public record OfferNotTaken(List<UUID> papers, LocalDate unansweredUntil) {

    public OfferNotTaken {
        papers = List.copyOf(papers);
    }

    /** The first of the papers, or null. */
    UUID paper() {
        return papers.isEmpty() ? null : papers.get(0);
    }

    /** Whether nothing shows it. */
    boolean isWordAlone() {
        return papers.isEmpty() && unansweredUntil == null;
    }
}
