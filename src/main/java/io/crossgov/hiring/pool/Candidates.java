package io.crossgov.hiring.pool;

import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Rating;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The candidates of the pools. Callers have settled before that who asks may know candidates at all (L1). */
@Service
@Transactional(readOnly = true)
public class Candidates {

    private final CandidateTable table;
    private final Pools pools;
    private final Agencies agencies;

    Candidates(CandidateTable table, Pools pools, Agencies agencies) {
        this.table = table;
        this.pools = pools;
        this.agencies = agencies;
    }

    /** @throws Refusal 404 when there is no such candidate */
    public Candidate byId(UUID id) {
        return table.findById(id).orElseThrow(Candidates::unknown);
    }

    /** Those of {@code ids} that exist, in no particular order: one query, and none for who has been read already. */
    public List<Candidate> byIds(Collection<UUID> ids) {
        return table.read(ids);
    }

    /** All records in the pool of the person whom that one is about, in the order of their numbers; none for a record of another pool. */
    public List<Candidate> ofPerson(AnnouncementNumber announcement, UUID id) {
        return table.ofPerson(announcement.value(), id);
    }

    /** All records of the person whom this one is about, in whichever pool. */
    public List<Candidate> ofPerson(UUID id) {
        return table.ofPerson(byId(id).personKey());
    }

    /** Names by id, of those who exist: one query. */
    public Map<UUID, String> namesOf(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : table.named(ids).stream()
                        .collect(Collectors.toMap(CandidateTable.Named::getId, CandidateTable.Named::getName));
    }

    /** The candidate with that applicant number in that pool. */
    public Optional<Candidate> byApplicantNumber(AnnouncementNumber announcement, String applicantNumber) {
        return table.byApplicantNumber(announcement.value(), applicantNumber);
    }

    /** How many candidates a pool has, referred or not. */
    public long count(AnnouncementNumber announcement) {
        return table.countByAnnouncement(announcement.value());
    }

    /**
     * The field of a case: who is available, opted in and would work at one of its locations, as far as it may matter to a case that is
     * referred these categories (L11): everybody in them, whoever compensable disability lifts out of a lower one, and whoever may have
     * priority. Beyond the field all records of those who have several in the pool: what one of them says counts for the person. In no
     * particular order.
     *
     * @param categories of a pool ranked by category; of no meaning for others
     * @throws Refusal 404 for an unknown pool
     */
    public List<Candidate> field(
            AnnouncementNumber announcement, Set<String> dutyLocations, Collection<Rating> categories) {
        var pool = pools.byAnnouncement(announcement);
        var locations = ownSpelling(pool, dutyLocations);
        if (locations.isEmpty()) {
            return List.of();
        }
        return switch (pool.rankingMethod()) {
            case CATEGORY -> table.inCategories(announcement.value(), locations, categories);
            case NUMERIC ->
                pool.cutOff()
                        .map(lowest -> table.withScore(announcement.value(), locations, lowest))
                        .orElse(List.of());
            case UNRANKED -> table.field(announcement.value(), locations);
        };
    }

    /**
     * A priority of which nobody can say at which agency it counts (L16): until OPM resolves it, it counts at none.
     *
     * @param agency as the record names it, or null
     */
    public record UnresolvedPriority(String applicantNumber, String agency) {

        /** What is wrong, and what to do, as a sentence. */
        public String inWords() {
            return applicantNumber + " is displaced (CTAP) from "
                    + (agency == null
                            ? "an agency that the record does not name. Import the candidate with its code or name."
                            : "\u201c" + agency
                                    + "\u201d, which is no agency on record, nor a sub-agency. Import the candidate with the name on"
                                    + " record, or add this one to the agency\u2019s sub-agencies.");
        }
    }

    /** Displaced employees of agencies that are not on record as they are written, in the order of the applicant numbers. */
    public List<UnresolvedPriority> unresolvedPriorities(AnnouncementNumber announcement) {
        var displaced = table.displacedByTheirAgency(announcement.value());
        var unknown = agencies.unknown(displaced.stream()
                .map(CandidateTable.Displaced::getAgency)
                .filter(Objects::nonNull)
                .toList());
        return displaced.stream()
                .filter(one -> one.getAgency() == null || unknown.contains(one.getAgency()))
                .map(one -> new UnresolvedPriority(one.getApplicantNumber(), one.getAgency()))
                .toList();
    }

    /** Who opted in, would work there and is not available any more, in the order of the applicant numbers. */
    public List<Candidate> gone(AnnouncementNumber announcement, String dutyLocation) {
        return table.gone(announcement.value(), dutyLocation);
    }

    /** The field of a case, counted by category and preference, and by person where somebody has several records: two queries. */
    public List<FieldCount> tally(AnnouncementNumber announcement, Set<String> dutyLocations) {
        var locations = ownSpelling(pools.byAnnouncement(announcement), dutyLocations);
        return locations.isEmpty()
                ? List.of()
                : Stream.of(
                                table.tally(announcement.value(), locations),
                                table.tallyOfSeveral(announcement.value(), locations))
                        .flatMap(List::stream)
                        .toList();
    }

    public List<Candidate> next(AnnouncementNumber announcement, String after, int limit) {
        var candidates = table.next(announcement.value(), after, Limit.of(limit));
        candidates.forEach(Candidate::dutyLocations);
        return candidates;
    }

    /** As {@link #next}, of people only of whom there is another record, in this pool or another one. */
    public List<Candidate> nextOfSeveral(AnnouncementNumber announcement, String after, int limit) {
        var candidates = table.nextOfSeveral(announcement.value(), after, Limit.of(limit));
        candidates.forEach(Candidate::dutyLocations);
        return candidates;
    }

    /** Where else the same person stands, by candidate, of those who stand anywhere else: one query. For OPM staff only. */
    public Map<UUID, List<OtherRecord>> otherRecords(Collection<Candidate> shown) {
        if (shown.isEmpty()) {
            return Map.of();
        }
        var ofPersons = table.ofPersons(shown.stream().map(Candidate::personKey).collect(Collectors.toSet())).stream()
                .collect(Collectors.groupingBy(Candidate::personKey));
        return shown.stream()
                .collect(Collectors.toMap(
                        Candidate::id, one -> ofPersons.getOrDefault(one.personKey(), List.of()).stream()
                                .filter(other -> !other.id().equals(one.id()))
                                .map(OtherRecord::of)
                                .toList()));
    }

    private static Set<String> ownSpelling(TalentPool pool, Set<String> dutyLocations) {
        return dutyLocations.stream()
                .flatMap(location -> pool.dutyLocation(location).stream())
                .collect(Collectors.toSet());
    }

    static Refusal unknown() {
        return Refusal.unknown("There is no such candidate.");
    }
}
