package io.crossgov.hiring.law;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Counts a field of candidates, a person once, as a case's referral is decided from counts. */
final class TalliedField {

    private TalliedField() {}

    static ReferredCategories decide(Ranking ranking, Set<String> caseLocations, Collection<Eligible> field) {
        return decide(ranking, caseLocations, field, MergePolicy.ALWAYS);
    }

    static ReferredCategories decide(
            Ranking ranking, Set<String> caseLocations, Collection<Eligible> field, MergePolicy policy) {
        return ReferredCategories.decide(ranking, of(ranking, caseLocations, field), policy);
    }

    static List<ReferredCategories.Tally> of(Ranking ranking, Set<String> caseLocations, Collection<Eligible> field) {
        return field.stream().filter(Eligible::optedIn).collect(groupingBy(Eligible::person)).values().stream()
                .filter(records -> records.stream().anyMatch(record -> record.matches(caseLocations)))
                .map(records -> ReferredCategories.Tally.ofOnePerson(
                        ranking, records.stream().map(TalliedField::of).toList()))
                .toList();
    }

    private static ReferredCategories.Tally of(Eligible record) {
        return new ReferredCategories.Tally(
                record.rating(), record.preference(), record.availability() == Availability.AVAILABLE ? 1 : 0, 1);
    }
}
