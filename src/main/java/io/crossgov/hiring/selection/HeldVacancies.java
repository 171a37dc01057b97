package io.crossgov.hiring.selection;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface HeldVacancies extends JpaRepository<HeldVacancy, UUID> {

    @Query("select h from HeldVacancy h where h.caseNumber = :caseNumber")
    List<HeldVacancy> ofCase(String caseNumber);

    /** Those held for the person, by whichever record of that person in the pool. */
    @Query(
            """
            select h from HeldVacancy h
              join Candidate c on c.id = :candidateId
              join Candidate o on o.personKey = c.personKey and o.announcement = c.announcement
            where h.caseNumber = :caseNumber and h.candidateId = o.id""")
    List<HeldVacancy> ofPerson(String caseNumber, UUID candidateId);
}
