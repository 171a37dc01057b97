package io.crossgov.hiring.law;

import static java.util.stream.Collectors.groupingBy;

import io.crossgov.hiring.pool.Availability;
import io.crossgov.hiring.pool.Rating;
import io.crossgov.hiring.pool.VeteransPreference;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Counts a field of candidates by kind, as a case's referral is decided from counts. */
final class TalliedField {

    private record Kind(Rating rating, VeteransPreference preference) {}

    private TalliedField() {}

    static ReferredCategories decide(Ranking ranking, Set<String> caseLocations, Collection<Eligible> field) {
        return ReferredCategories.decide(ranking, of(caseLocations, field));
    }

    static List<ReferredCategories.Tally> of(Set<String> caseLocations, Collection<Eligible> field) {
        return field.stream()
                .filter(Eligible::optedIn)
                .filter(candidate -> candidate.locations().stream().anyMatch(caseLocations::contains))
                .collect(groupingBy(candidate -> new Kind(candidate.rating(), candidate.preference())))
                .entrySet()
                .stream()
                .map(kind -> new ReferredCategories.Tally(
                        kind.getKey().rating(),
                        kind.getKey().preference(),
                        kind.getValue().stream()
                                .filter(candidate -> candidate.availability() == Availability.AVAILABLE)
                                .count()))
                .toList();
    }
}
