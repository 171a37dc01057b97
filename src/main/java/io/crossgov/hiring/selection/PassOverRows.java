package io.crossgov.hiring.selection;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PassOverRows extends JpaRepository<PassOver, UUID> {

    /** Requests of the case, and those for the same position in other cases of the agency: a sustained one holds there too (L15). */
    @Query(
            """
            select p from PassOver p
            where p.agency = :agency and p.announcement = :announcement and p.positionKey = :positionKey
            order by p.askedAt, p.id""")
    List<PassOver> ofPosition(String agency, String announcement, String positionKey);

    @Query("select p from PassOver p where p.caseNumber = :caseNumber order by p.askedAt, p.id")
    List<PassOver> ofCase(String caseNumber);

    @Query("select p from PassOver p where p.candidateId = :candidateId and p.state in :states order by p.caseNumber")
    List<PassOver> ofCandidate(UUID candidateId, Collection<PassOver.State> states);
}
