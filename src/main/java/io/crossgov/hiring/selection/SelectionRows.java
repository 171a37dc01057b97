package io.crossgov.hiring.selection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SelectionRows extends JpaRepository<Selection, UUID> {

    /**
     * The positions of the agency's selections in these states on whose certificates the person was considered, by whichever record, and
     * not selected: one a selection.
     */
    @Query(
            """
            select new io.crossgov.hiring.selection.CasePosition(h.subAgency, h.positionDescription.number)
            from Selection s join HiringCase h on h.number = s.caseNumber
            where s.agency = :agency and s.state in :states and exists (
              select d.candidateId from Selection r join r.decisions d
                join Candidate o on o.id = d.candidateId join Candidate c on c.personKey = o.personKey
              where r.id = s.id and c.id = :candidateId and d.outcome in :outcomes)""")
    List<CasePosition> considered(
            String agency,
            UUID candidateId,
            Collection<SelectionState> states,
            Collection<CertificateDecision.Outcome> outcomes);

    @Query("select s from Selection s left join fetch s.alternates where s.caseNumber = :caseNumber"
            + " order by s.electedAt, s.id")
    List<Selection> ofCase(String caseNumber);

    @Query(
            "select s.id as id, s.caseNumber as caseNumber, s.candidateId as candidateId from Selection s where s.id in :ids")
    List<Concerned> concerned(Collection<UUID> ids);

    @Query("select s from Selection s left join fetch s.recipients left join fetch s.alternates where s.id in :ids")
    List<Selection> withRecipients(Collection<UUID> ids);

    @Query("select s from Selection s left join fetch s.alternates"
            + " where s.candidateId in :candidateIds and s.state in :states order by s.electedAt")
    List<Selection> ofCandidates(Collection<UUID> candidateIds, Collection<SelectionState> states);

    /** What OPM verified since then in other cases of the agency, on certificates on which the person stands, too, in the order in which it did. */
    @Query(
            """
            select s from Selection s where s.agency = :agency and s.caseNumber <> :caseNumber
              and s.state in :states and s.verifiedAt > :since and exists (
                select o.id from Candidate c join Candidate o on o.personKey = c.personKey
                where c.id = :candidateId and o.optedIn and o.announcement = s.announcement)
            order by s.verifiedAt, s.id""")
    List<Selection> verifiedElsewhere(
            String agency, String caseNumber, UUID candidateId, Collection<SelectionState> states, Instant since);

    @Query("select distinct s.caseNumber from Selection s"
            + " where s.candidateId = :candidateId and s.lostBecause = NO_LONGER_AVAILABLE")
    Set<String> casesThatLost(UUID candidateId);

    /** As candidate or as alternate. */
    @Query("select s.caseNumber from Selection s where s.candidateId = :candidateId"
            + " union select s.caseNumber from Selection s join s.alternates a where a = :candidateId")
    Set<String> casesElecting(UUID candidateId);
}
