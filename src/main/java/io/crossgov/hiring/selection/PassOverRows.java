package io.crossgov.hiring.selection;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PassOverRows extends JpaRepository<PassOver, UUID> {

    /** Requests of the case, and those for the same position in other cases of the agency: a sustained one holds there too (L15). */
    /**
     * Requests of the case, and of the agency's other cases about the same position: one title may stand for several, the number of the
     * position description does not.
     *
     * @param pdNumber in small letters; null while the case has none, and then no other case is about the same position for sure
     */
    @Query(
            """
            select p from PassOver p join HiringCase h on h.number = p.caseNumber
            where p.agency = :agency and p.announcement = :announcement and p.positionKey = :positionKey
              and (p.caseNumber = :caseNumber or lower(h.positionDescription.number) = :pdNumber)
            order by p.askedAt, p.id""")
    List<PassOver> ofPosition(
            String agency, String announcement, String positionKey, String caseNumber, String pdNumber);

    @Query("select p from PassOver p where p.caseNumber = :caseNumber order by p.askedAt, p.id")
    List<PassOver> ofCase(String caseNumber);

    @Query(
            "select p.id as id, p.caseNumber as caseNumber, p.candidateId as candidateId from PassOver p where p.id in :ids")
    List<Concerned> concerned(Collection<UUID> ids);

    @Query(
            """
            select distinct p.caseNumber from PassOver p
              join Candidate c on c.id = p.candidateId join HiringCase h on h.number = p.caseNumber
            where h.status = OPEN and h.accessDecision = APPROVED and (:everywhere = true or h.agency = :agency)
              and p.openCandidateId is not null and lower(c.name) like :name escape '\\'""")
    Set<String> casesPassingOverSomebodyNamed(String name, boolean everywhere, String agency);

    @Query("select p from PassOver p where p.candidateId = :candidateId and p.state in :states order by p.caseNumber")
    List<PassOver> ofCandidate(UUID candidateId, Collection<PassOver.State> states);
}
