package io.crossgov.hiring.selection;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PassOverRows extends JpaRepository<PassOver, UUID> {

    /** Requests of the agency's cases about positions of one title, oldest first; a title may stand for several positions (L15). */
    @Query(
            """
            select new io.crossgov.hiring.selection.TitledPassOver(p, h.positionDescription.number)
            from PassOver p join HiringCase h on h.number = p.caseNumber
            where p.agency = :agency and p.announcement = :announcement and p.positionKey = :positionKey
            order by p.askedAt, p.id""")
    List<TitledPassOver> titled(String agency, String announcement, String positionKey);

    @Query("select p from PassOver p where p.caseNumber = :caseNumber order by p.askedAt, p.id")
    List<PassOver> ofCase(String caseNumber);

    @Query(
            "select p.id as id, p.caseNumber as caseNumber, p.candidateId as candidateId from PassOver p where p.id in :ids")
    List<Concerned> concerned(Collection<UUID> ids);

    @Query("select p from PassOver p where p.candidateId = :candidateId and p.state in :states order by p.caseNumber")
    List<PassOver> ofCandidate(UUID candidateId, Collection<PassOver.State> states);
}
