package io.crossgov.hiring.casefile;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface HiringCases extends JpaRepository<HiringCase, String>, CaseReading {

    /** The case for somebody who decides on what others decide at the same moment: they wait for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from HiringCase c where c.number = :number")
    Optional<HiringCase> locked(String number);

    @Query("select c.number from HiringCase c where c.number in :numbers and c.status = OPEN")
    Set<String> openAmong(Collection<String> numbers);

    @Query(
            """
            select c from HiringCase c left join fetch c.dutyLocations
            where c.announcement = :announcement and c.status = OPEN
            order by c.number""")
    List<HiringCase> openIn(String announcement);

    @Query(
            """
            select c from HiringCase c left join fetch c.dutyLocations
            where c.agency = :agency and c.announcement = :announcement
              and c.status = OPEN and c.accessDecision = APPROVED
            order by c.number""")
    List<HiringCase> withApprovedAccess(String agency, String announcement);

    @Query(
            """
            select c from HiringCase c left join fetch c.dutyLocations
            where c.announcement = :announcement and c.status = OPEN and c.accessDecision = APPROVED
            order by c.number""")
    List<HiringCase> withApprovedAccess(String announcement);

    @Query(
            """
            select new io.crossgov.hiring.casefile.PoolShare(c.agency, c.openedByName, c.number, c.accessDecidedAt)
            from HiringCase c
            where c.announcement = :announcement and c.accessDecision = APPROVED
            order by c.accessDecidedAt, c.number""")
    List<PoolShare> shares(String announcement);
}
