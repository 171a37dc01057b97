package io.crossgov.hiring.selection;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The candidates of a case as far as one reader may see them, in the order of the list. Whoever is not among {@code people} is neither
 * counted nor told.
 *
 * @param people in the order of the list, and by their ids
 * @param leavesOut whether somebody considered for three appointments may be left out at all (L13)
 * @param closedToReader whether only those are left whom the agency hired, without their papers and alternates
 */
record ShownCandidates(
        HiringCase hiring,
        CaseCandidates.Known known,
        Situation situation,
        Electable electable,
        List<Candidate> people,
        Map<UUID, Candidate> byId,
        boolean leavesOut,
        boolean closedToReader,
        Actor reader) {

    static ShownCandidates of(
            CaseCandidates.Known known,
            Situation situation,
            List<Candidate> people,
            boolean leavesOut,
            boolean closedToReader,
            Actor reader) {
        return new ShownCandidates(
                known.hiring(),
                known,
                situation,
                new Electable(known, situation),
                people,
                people.stream().collect(toMap(Candidate::id, Function.identity())),
                leavesOut,
                closedToReader,
                reader);
    }

    /** So many changes are told with a list. */
    private static final int LATELY = 10;

    /** Those who are looked for. */
    List<Candidate> found(Sought sought) {
        return people.stream()
                .filter(candidate -> sought.fits(candidate, known))
                .toList();
    }

    Optional<Candidate> person(UUID candidateId) {
        return Optional.ofNullable(byId.get(candidateId));
    }

    /** @param files of all records of these candidates, by record */
    CandidateRow row(Candidate candidate, Map<UUID, List<StoredDocument>> files, Obstacles obstacles) {
        return CandidateRow.of(
                known,
                situation,
                electable,
                leavesOut,
                candidate,
                closedToReader ? List.of() : alternateNames(candidate.id()),
                known.recordsOf(candidate.id())
                        .flatMap(record -> files.getOrDefault(record, List.of()).stream())
                        .toList(),
                obstacles,
                reader);
    }

    /** Those of the candidates whom the reader sees, in the order of the list. */
    List<Candidate> among(Stream<UUID> candidates) {
        return candidates
                .distinct()
                .filter(byId::containsKey)
                .sorted(comparing(known.list()::placeOf))
                .map(byId::get)
                .toList();
    }

    int vacanciesHeld() {
        return (int) people.stream()
                .filter(candidate -> known.exceptions().standing(candidate.id()).keepsVacancy())
                .count();
    }

    /** The latest records of people, newest first. */
    List<CandidateList.Changed> lately() {
        return people.stream()
                .filter(candidate -> known.reviews().containsKey(candidate.id()))
                .filter(candidate -> known.reviews().get(candidate.id()).changedAt() != null)
                .sorted(comparing((Candidate candidate) ->
                                known.reviews().get(candidate.id()).changedAt())
                        .reversed())
                .limit(LATELY)
                .map(candidate -> CandidateList.Changed.of(candidate, known, reader))
                .toList();
    }

    private List<String> alternateNames(UUID candidateId) {
        return known.heldSelection(candidateId)
                .map(selection -> selection.alternates().stream()
                        .map(alternate ->
                                known.person(alternate).map(Candidate::name).orElse(""))
                        .toList())
                .orElse(List.of());
    }
}
