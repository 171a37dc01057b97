package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.pool.Candidate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Whom somebody looks for among the candidates of a case.
 *
 * @param words each of which name or applicant number has to hold (see {@link SearchWords#keys}); empty for anything
 * @param status where the case stands with them, or null for wherever
 * @param location where they would work, or empty for anywhere
 * @param ids who they are, or empty for whoever
 */
record Sought(Set<String> words, ReviewStatus status, String location, Set<UUID> ids) {

    static final Sought EVERYBODY = new Sought(Set.of(), null, "", Set.of());

    /** @throws io.crossgov.hiring.common.Refusal 400 for more words than anybody reads */
    static Sought of(String words, ReviewStatus status, String location, Collection<UUID> ids) {
        return new Sought(
                new SearchWords(words).keys(),
                status,
                location == null ? "" : location,
                ids == null ? Set.of() : Set.copyOf(ids));
    }

    boolean fits(Candidate candidate, CaseCandidates.Known known) {
        return (ids.isEmpty() || ids.contains(candidate.id()))
                && (status == null || known.status(candidate) == status)
                && (location.isEmpty() || known.locations(candidate).contains(location))
                && SearchWords.standIn(candidate.name() + " " + candidate.applicantNumber(), words);
    }
}
