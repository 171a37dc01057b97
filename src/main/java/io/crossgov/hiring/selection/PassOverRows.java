package io.crossgov.hiring.selection;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PassOverRows extends JpaRepository<PassOver, UUID> {

    /** Requests of the case, and those that were decided in another case of its agency, with the position of each, oldest first. */
    @Query(
            """
            select new io.crossgov.hiring.selection.PositionPassOver(p, h.subAgency, h.positionDescription.number)
            from PassOver p join HiringCase h on h.number = p.caseNumber
            where p.agency = :agency and p.announcement = :announcement
              and (p.caseNumber = :caseNumber or p.state in ('SUSTAINED', 'DENIED'))
            order by p.askedAt, p.id""")
    List<PositionPassOver> ofPositions(String agency, String announcement, String caseNumber);

    /** All requests of the agency about the person of this record, by whichever record, in all its cases for the pool, oldest first. */
    @Query(
            """
            select new io.crossgov.hiring.selection.PositionPassOver(p, h.subAgency, h.positionDescription.number)
            from PassOver p join HiringCase h on h.number = p.caseNumber
              join Candidate c on c.id = :candidateId
              join Candidate o on o.personKey = c.personKey and o.announcement = c.announcement and o.id = p.candidateId
            where p.agency = :agency and p.announcement = :announcement
            order by p.askedAt, p.id""")
    List<PositionPassOver> aboutPerson(String agency, String announcement, UUID candidateId);

    @Query("select p from PassOver p where p.caseNumber = :caseNumber order by p.askedAt, p.id")
    List<PassOver> ofCase(String caseNumber);

    @Query(
            "select p.id as id, p.caseNumber as caseNumber, p.candidateId as candidateId from PassOver p where p.id in :ids")
    List<Concerned> concerned(Collection<UUID> ids);

    @Query("select p from PassOver p where p.candidateId = :candidateId and p.state in :states order by p.caseNumber")
    List<PassOver> ofCandidate(UUID candidateId, Collection<PassOver.State> states);
}
