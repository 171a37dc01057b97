package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.pool.Candidate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Whom somebody looks for among the candidates of a case.
 *
 * @param words what name and applicant number read one after the other have to hold, however it is typed; empty for anything
 * @param status where the case stands with them, or null for wherever
 * @param location where they would work, or empty for anywhere
 * @param ids who they are, or empty for whoever
 */
record Sought(String words, ReviewStatus status, String location, Set<UUID> ids) {

    static final Sought EVERYBODY = new Sought("", null, "", Set.of());

    /** @throws io.crossgov.hiring.common.Refusal 400 for more words than anybody reads */
    static Sought of(String words, ReviewStatus status, String location, Collection<UUID> ids) {
        return new Sought(
                PlainText.key(new SearchWords(words).words()),
                status,
                location == null ? "" : location,
                ids == null ? Set.of() : Set.copyOf(ids));
    }

    boolean fits(Candidate candidate, CaseCandidates.Known known) {
        return (ids.isEmpty() || ids.contains(candidate.id()))
                && (status == null || known.status(candidate) == status)
                && (location.isEmpty() || known.locations(candidate).contains(location))
                && (words.isEmpty()
                        || PlainText.key(candidate.name() + " " + candidate.applicantNumber())
                                .contains(words));
    }
}
