package io.crossgov.hiring.selection;

import io.crossgov.hiring.pool.Candidate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * All that is known about one candidate of a case, with where he or she stands among those whom the reader looks for.
 *
 * @param obstacles what stands in the way of electing the candidate, as {@link CandidateRow.Electing#obstacle} refers to it
 * @param comeFirst who comes before the candidate, in the order of the list: the first of them
 * @param moreComeFirst how many others come before the candidate
 * @param foundBefore how many of those who are looked for stand before the candidate in the list
 * @param previous the nearest of them, or null
 * @param next the nearest after the candidate, or null
 */
record CandidateDetails(
        CandidateRow candidate,
        List<Obstacle> obstacles,
        List<Named> comeFirst,
        int moreComeFirst,
        int foundBefore,
        Named previous,
        Named next) {

    /** So many people are led to from somebody's page; all of them are named there, and come first in the list. */
    private static final int LED_TO = 20;

    /** @param rule as in "L14", or null; @param sentence what forbids the election and the way out */
    record Obstacle(String rule, String sentence) {}

    /** Somebody else of the list. */
    record Named(UUID id, String name) {

        static Named of(Candidate candidate) {
            return new Named(candidate.id(), candidate.name());
        }
    }

    static CandidateDetails of(CandidateRow row, Obstacles obstacles, Sought sought, ShownCandidates shown) {
        var told = obstacles.told();
        // What stands in a candidate's own way, such as a sustained objection, names the candidate.
        var first = shown.among(told.stream()
                .flatMap(obstacle -> obstacle.comeFirst().stream())
                .filter(id -> !id.equals(row.who().id())));
        var found = shown.found(sought);
        var order = shown.people().stream().map(Candidate::id).toList();
        var at = order.indexOf(row.who().id());
        var before = found.stream()
                .filter(new HashSet<>(shown.people().subList(0, at))::contains)
                .toList();
        var next = found.stream()
                .skip(before.size())
                .filter(other -> !other.id().equals(row.who().id()))
                .findFirst();
        return new CandidateDetails(
                row,
                told.stream()
                        .map(obstacle -> new Obstacle(obstacle.rule(), obstacle.sentence()))
                        .toList(),
                first.stream().limit(LED_TO).map(Named::of).toList(),
                Math.max(0, first.size() - LED_TO),
                before.size(),
                before.isEmpty() ? null : Named.of(before.get(before.size() - 1)),
                next.map(Named::of).orElse(null));
    }
}
