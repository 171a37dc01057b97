package io.crossgov.hiring.selection;

import io.crossgov.hiring.document.StoredDocument;
import io.crossgov.hiring.pool.Candidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes the lines of some candidates of a list. Many of them wait for the same people, who are put in words once. */
final class CandidateLines {

    private final ShownCandidates shown;
    private final Obstacles obstacles = new Obstacles();
    private final Map<Set<Integer>, String> after = new HashMap<>();

    CandidateLines(ShownCandidates shown) {
        this.shown = shown;
    }

    /** @param files of all records of these candidates, by record */
    List<CandidateLine> of(List<Candidate> candidates, Map<UUID, List<StoredDocument>> files) {
        return candidates.stream()
                .map(candidate -> shown.row(candidate, files, obstacles))
                .map(row -> CandidateLine.of(row, electing(row)))
                .toList();
    }

    private CandidateLine.Electing electing(CandidateRow row) {
        var places = row.order().electing();
        if (places.isEmpty() || row.standing().status().isSettled()) {
            return null;
        }
        var allowed = places.stream().filter(CandidateRow.Electing::allowed).count();
        return new CandidateLine.Electing(
                allowed == places.size()
                        ? CandidateLine.Where.ALL
                        : allowed == 0 ? CandidateLine.Where.NONE : CandidateLine.Where.SOME,
                after.computeIfAbsent(
                        places.stream()
                                .map(CandidateRow.Electing::obstacle)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        this::comeFirst));
    }

    private String comeFirst(Set<Integer> inTheWay) {
        var told = obstacles.told();
        var first = shown.among(inTheWay.stream().flatMap(place -> told.get(place).comeFirst().stream()));
        return switch (first.size()) {
            case 0 -> null;
            case 1 -> first.get(0).name() + " comes first";
            case 2 -> first.get(0).name() + " and " + first.get(1).name() + " come first";
            default -> first.get(0).name() + " and " + (first.size() - 1) + " others come first";
        };
    }
}
