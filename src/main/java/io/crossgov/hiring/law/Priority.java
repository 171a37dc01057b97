package io.crossgov.hiring.law;

import io.crossgov.hiring.common.DutyPlace;
import io.crossgov.hiring.common.PlainText;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The right of a displaced employee to be taken first, in the commuting area of the position lost (L16): within the same agency (CTAP, 5
 * CFR part 330 subpart F) before employees of other agencies (ICTAP, subpart G). Only well-qualified candidates have it, and only in
 * the competitive service.
 *
 * @param areas duty locations of the case at which the candidate would work and that lie in the commuting area, in alphabetical order; a
 *     position that can be done from anywhere lies in every area
 */
public record Priority(PriorityStatus status, List<String> areas) {

    /** The rank of an agency's own displaced employees. */
    static final int CTAP_RANK = 1;

    /** The right of one person, who has it by whichever record says so, and is well-qualified by whichever does. */
    static Optional<Priority> of(
            Ranking ranking, Collection<Eligible> ofOnePerson, Set<String> caseLocations, Set<String> agency) {
        return !ranking.priorityCounts() || ofOnePerson.stream().noneMatch(ranking::isWellQualified)
                ? Optional.empty()
                : claimed(ofOnePerson, caseLocations, agency);
    }

    /**
     * The right that a record claims, wherever nothing but the rating or score is missing to it: whoever cannot be said to be well-qualified
     * has none, and OPM is told.
     */
    static Optional<Priority> unrated(
            Ranking ranking, Collection<Eligible> ofOnePerson, Set<String> caseLocations, Set<String> agency) {
        return !ranking.priorityCounts() || ofOnePerson.stream().anyMatch(record -> !ranking.isUnrated(record))
                ? Optional.empty()
                : claimed(ofOnePerson, caseLocations, agency);
    }

    private static Optional<Priority> claimed(
            Collection<Eligible> ofOnePerson, Set<String> caseLocations, Set<String> agency) {
        return ofOnePerson.stream()
                .flatMap(record -> claimed(record, caseLocations, agency).stream())
                .reduce(Priority::or);
    }

    /**
     * The right that a record would give at the agency that it names, or does not name: of somebody displaced who may be well-qualified,
     * while that agency is not written as the case's in any way. Nobody loses it because an agency is misspelled: OPM is told.
     */
    static Optional<Priority> elsewhere(
            Ranking ranking, Eligible record, Set<String> caseLocations, Set<String> agency) {
        return ranking.priorityCounts()
                        && record.priority() == PriorityStatus.CTAP
                        && !isOfAgency(record, agency)
                        && (ranking.isWellQualified(record) || ranking.isUnrated(record))
                ? inArea(record, caseLocations)
                : Optional.empty();
    }

    /** The right of somebody who is well-qualified. */
    private static Optional<Priority> claimed(Eligible candidate, Set<String> caseLocations, Set<String> agency) {
        return candidate.priority() == PriorityStatus.NONE
                        || candidate.priority() == PriorityStatus.CTAP && !isOfAgency(candidate, agency)
                ? Optional.empty()
                : inArea(candidate, caseLocations);
    }

    private static Optional<Priority> inArea(Eligible candidate, Set<String> caseLocations) {
        if (candidate.commutingArea() == null) {
            return Optional.empty();
        }
        var areas = caseLocations.stream()
                .filter(candidate.locations()::contains)
                .filter(location ->
                        DutyPlace.isAnywhere(location) || DutyPlace.same(location, candidate.commutingArea()))
                .sorted()
                .toList();
        return areas.isEmpty() ? Optional.empty() : Optional.of(new Priority(candidate.priority(), areas));
    }

    /** Of two rights of one person the one that comes first; of equal ones wherever either holds. */
    private Priority or(Priority other) {
        if (status != other.status) {
            return rank() < other.rank() ? this : other;
        }
        return new Priority(
                status,
                Stream.concat(areas.stream(), other.areas.stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Whether it counts for a position at this duty location. */
    boolean isAt(String dutyLocation) {
        return areas.contains(dutyLocation);
    }

    /** CTAP first, then ICTAP. */
    int rank() {
        return status == PriorityStatus.CTAP ? CTAP_RANK : CTAP_RANK + 1;
    }

    private static boolean isOfAgency(Eligible candidate, Set<String> agency) {
        return candidate.federalAgency() != null
                && agency.stream().anyMatch(name -> PlainText.same(name, candidate.federalAgency()));
    }
}
