package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a candidate wrote is that candidate's own word, and nobody else's (L14, L16). */
@Component
class OwnPapers {

    private final CandidateReviews reviews;

    OwnPapers(CandidateReviews reviews) {
        this.reviews = reviews;
    }

    /**
     * @param person all records of the person who is said to have written the papers
     * @param field where they are attached
     * @throws Refusal 400 by L14 when one of them is on record in the case as what somebody else wrote
     */
    void mustBeOf(Collection<UUID> person, CaseNumber number, Collection<UUID> papers, String field) {
        if (!papers.isEmpty() && reviews.isSomebodyElses(number.value(), person, papers)) {
            throw Refusal.byRule(
                    "L14",
                    field,
                    "This paper is on record as what another candidate wrote. Attach what this candidate wrote.");
        }
    }
}
