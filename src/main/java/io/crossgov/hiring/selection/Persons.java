package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.pool.Candidate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Which records of a pool are about one person. What a case has on record about one of them, it has on record about the person, whichever
 * of them somebody looks at (L8, L9, L11, L14 to L16).
 */
final class Persons {

    private final Map<UUID, Set<UUID>> several = new HashMap<>();

    /** @param records all records of everybody who has more than one; whoever has one need not be among them */
    Persons(Collection<Candidate> records) {
        records.stream()
                .collect(groupingBy(Candidate::personKey, mapping(Candidate::id, toUnmodifiableSet())))
                .values()
                .stream()
                .filter(ofOnePerson -> ofOnePerson.size() > 1)
                .forEach(ofOnePerson -> ofOnePerson.forEach(id -> several.put(id, ofOnePerson)));
    }

    /** The preference of one person, by whichever of these records gives most. */
    static VeteransPreference preference(Stream<Candidate> ofOnePerson) {
        return ofOnePerson.map(Candidate::preference).reduce(VeteransPreference.NONE, VeteransPreference::or);
    }

    /** All records of the person whom the record is about, this one among them. */
    Set<UUID> records(UUID candidateId) {
        return several.getOrDefault(candidateId, Set.of(candidateId));
    }

    boolean same(UUID one, UUID other) {
        return records(one).contains(other);
    }

    /** The place of the person among these, counted from 0; -1 for somebody who is not among them. */
    int placeAmong(List<UUID> candidates, UUID candidateId) {
        for (var place = 0; place < candidates.size(); place++) {
            if (same(candidates.get(place), candidateId)) {
                return place;
            }
        }
        return -1;
    }

    Set<UUID> all(Collection<UUID> candidates) {
        return candidates.stream().flatMap(id -> records(id).stream()).collect(toUnmodifiableSet());
    }

    /**
     * What is on record about some, by every record of each of them.
     *
     * @param counts which of two entries about one person counts
     */
    <T> Map<UUID, T> all(Map<UUID, T> onRecord, BinaryOperator<T> counts) {
        if (several.isEmpty()) {
            return onRecord;
        }
        var shared = new HashMap<UUID, T>();
        onRecord.forEach((id, entry) -> records(id).forEach(record -> shared.merge(record, entry, counts)));
        return shared;
    }

    /** One of the records of each person, the first that comes. */
    List<UUID> once(Collection<UUID> candidates) {
        var seen = new HashSet<Set<UUID>>();
        return candidates.stream().filter(id -> seen.add(records(id))).toList();
    }
}
