package io.crossgov.hiring.pool;

import io.crossgov.hiring.law.Rating;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CandidateTable extends JpaRepository<Candidate, UUID>, CandidateReading {

    /** Who somebody is, and nothing else. */
    interface Named {
        UUID getId();

        String getName();
    }

    @Query("select c.id as id, c.name as name from Candidate c where c.id in :ids")
    List<Named> named(Collection<UUID> ids);

    /** All records in the pool of the person whom this one is about, always in the same order. */
    @Query("select c from Candidate c left join fetch c.dutyLocations where c.announcement = :announcement"
            + " and c.personKey = (select o.personKey from Candidate o where o.id = :id and o.announcement = :announcement)"
            + " order by c.applicantNumber")
    List<Candidate> ofPerson(String announcement, UUID id);

    /** All records of one person, always in the same order. */
    @Query("select c from Candidate c left join fetch c.dutyLocations where c.personKey = :personKey"
            + " order by c.announcement, c.applicantNumber")
    List<Candidate> ofPerson(String personKey);

    @Query("select c from Candidate c left join fetch c.dutyLocations"
            + " where c.announcement = :announcement and c.applicantNumber = :applicantNumber")
    Optional<Candidate> byApplicantNumber(String announcement, String applicantNumber);

    /** Whoever has several records in the pool. */
    String OF_SEVERAL = " c.personKey in (select o.personKey from Candidate o where o.announcement = :announcement"
            + " group by o.personKey having count(*) > 1)";

    /** Who opted in and would work at one of the locations, of those with one record in the pool, counted by category and preference. */
    @Query("select new io.crossgov.hiring.pool.FieldCount(null, c.rating, c.preference,"
            + " sum(case when c.availability = AVAILABLE then 1 else 0 end), count(c)) from Candidate c"
            + " where c.announcement = :announcement and c.optedIn and not" + OF_SEVERAL
            + " and exists (select 1 from Candidate s join s.dutyLocations l where s = c and l in :locations)"
            + " group by c.rating, c.preference")
    List<FieldCount> tally(String announcement, Set<String> locations);

    /** The shared records of those with several of whom any is for one of the locations: it is the person who counts (L13). */
    @Query("select new io.crossgov.hiring.pool.FieldCount(c.personKey, c.rating, c.preference,"
            + " sum(case when c.availability = AVAILABLE then 1 else 0 end), count(c)) from Candidate c"
            + " where c.announcement = :announcement and c.optedIn and" + OF_SEVERAL
            + " and exists (select 1 from Candidate s join s.dutyLocations l where s.personKey = c.personKey"
            + " and s.announcement = :announcement and s.optedIn and l in :locations)"
            + " group by c.personKey, c.rating, c.preference")
    List<FieldCount> tallyOfSeveral(String announcement, Set<String> locations);

    /**
     * Of the field, whoever is in one of the categories, is lifted into the highest by preference, or may have priority; and all records of
     * those who have several.
     */
    @Query("select c from Candidate c left join fetch c.dutyLocations"
            + " where c.announcement = :announcement and (" + OF_SEVERAL
            + " or c.optedIn and c.availability = AVAILABLE"
            + " and exists (select 1 from Candidate s join s.dutyLocations l where s = c and l in :locations)"
            + " and (c.rating in :categories or c.preference in (CPS, CP) or c.priorityStatus <> NONE))")
    List<Candidate> inCategories(String announcement, Set<String> locations, Collection<Rating> categories);

    /**
     * Of the field, whoever has at least this score, is lifted to the top by preference, or may have priority; and all records of those who
     * have several.
     */
    @Query("select c from Candidate c left join fetch c.dutyLocations"
            + " where c.announcement = :announcement and (" + OF_SEVERAL
            + " or c.optedIn and c.availability = AVAILABLE"
            + " and exists (select 1 from Candidate s join s.dutyLocations l where s = c and l in :locations)"
            + " and (c.score >= :lowest or c.preference in (CPS, CP) or c.priorityStatus <> NONE))")
    List<Candidate> withScore(String announcement, Set<String> locations, BigDecimal lowest);

    /** The whole field, and all records of those who have several. */
    @Query("select c from Candidate c left join fetch c.dutyLocations"
            + " where c.announcement = :announcement and (" + OF_SEVERAL
            + " or c.optedIn and c.availability = AVAILABLE"
            + " and exists (select 1 from Candidate s join s.dutyLocations l where s = c and l in :locations))")
    List<Candidate> field(String announcement, Set<String> locations);

    /** A displaced employee and the agency that the record names, if any. */
    interface Displaced {
        String getApplicantNumber();

        String getAgency();
    }

    /** The agencies' own displaced employees (CTAP). */
    @Query("select c.applicantNumber as applicantNumber, c.federalAgency as agency from Candidate c"
            + " where c.announcement = :announcement and c.priorityStatus = CTAP order by c.applicantNumber")
    List<Displaced> displacedByTheirAgency(String announcement);

    /** Who would be in the field there, were he or she available. */
    @Query("select c from Candidate c left join fetch c.dutyLocations"
            + " where c.announcement = :announcement and c.optedIn and c.availability <> AVAILABLE"
            + " and exists (select 1 from Candidate s join s.dutyLocations l where s = c and l = :location)"
            + " order by c.applicantNumber")
    List<Candidate> gone(String announcement, String location);

    /** The best score of everybody who opted in, and was neither hired nor has withdrawn; a person once. */
    @Query(
            "select max(c.score) from Candidate c where c.announcement = :announcement and c.optedIn and c.score is not null"
                    + " and c.availability in (AVAILABLE, COMMITTED) group by c.personKey")
    List<BigDecimal> scores(String announcement);

    @Query("select distinct l from Candidate c join c.dutyLocations l where c.announcement = :announcement")
    List<String> locationsIn(String announcement);

    long countByAnnouncement(String announcement);

    /** The next candidates after an applicant number; locations follow in one batch. */
    @Query("select c from Candidate c where c.announcement = :announcement and c.applicantNumber > :after"
            + " order by c.applicantNumber")
    List<Candidate> next(String announcement, String after, Limit limit);

    /** As {@link #next}, of people only of whom there is another record, in this pool or another one. */
    @Query("select c from Candidate c where c.announcement = :announcement and c.applicantNumber > :after"
            + " and exists (select 1 from Candidate o where o.personKey = c.personKey and o <> c)"
            + " order by c.applicantNumber")
    List<Candidate> nextOfSeveral(String announcement, String after, Limit limit);

    /** All records of these people, always in the same order. */
    @Query("select c from Candidate c left join fetch c.dutyLocations where c.personKey in :personKeys"
            + " order by c.announcement, c.applicantNumber")
    List<Candidate> ofPersons(Collection<String> personKeys);
}
