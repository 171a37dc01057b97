package io.crossgov.hiring.leaving;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface LeavingRows extends JpaRepository<LeavingRequest, UUID> {

    Optional<LeavingRequest> findByOpenPerson(String personKey);

    /** Whom a request is about, without reading anything else of it. */
    @Query("select r.candidateId from LeavingRequest r where r.id = :id")
    Optional<UUID> candidateOf(UUID id);

    /** The request, which nobody else decides until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from LeavingRequest r where r.id = :id")
    Optional<LeavingRequest> toDecide(UUID id);

    @Query(
            "select r from LeavingRequest r where r.personKey = :personKey and r.state = 'CONFIRMED' order by r.decidedAt desc")
    List<LeavingRequest> confirmed(String personKey, Limit limit);

    /** Confirmed, and not known to stand for good; those confirmed first first. */
    @Query(
            "select r from LeavingRequest r where r.state = 'CONFIRMED' and r.settledAt is null order by r.decidedAt, r.id")
    List<LeavingRequest> unsettled();

    /** The pool's requests in that state: asked in one of its cases, or told to OPM there. */
    @Query(
            """
            select r from LeavingRequest r where r.state in :states
              and (r.announcement = :announcement
                or exists (select 1 from LeavingAsk a where a.requestId = r.id and a.announcement = :announcement))""")
    List<LeavingRequest> ofPool(String announcement, List<LeavingState> states, Sort order, Limit limit);

    @Query(
            """
            select count(r) from LeavingRequest r where r.state = 'OPEN'
              and (r.announcement = :announcement
                or exists (select 1 from LeavingAsk a where a.requestId = r.id and a.announcement = :announcement))""")
    long openOfPool(String announcement);

    /** A pool, and how many of its requests wait for OPM. */
    record Waiting(String announcement, long count) {}

    @Query(
            """
            select new io.crossgov.hiring.leaving.LeavingRows$Waiting(r.announcement, count(r)) from LeavingRequest r
            where r.state = 'OPEN' group by r.announcement order by min(r.askedAt)""")
    List<Waiting> waiting(Limit limit);
}
