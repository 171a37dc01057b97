package io.crossgov.hiring.selection;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SecondReviewRows extends JpaRepository<SecondReview, UUID> {

    @Query("select r from SecondReview r where r.caseNumber = :caseNumber")
    List<SecondReview> ofCase(String caseNumber);

    /** Those about the person, by whichever record of that person in the pool. */
    @Query(
            """
            select r from SecondReview r
              join Candidate c on c.id = :candidateId
              join Candidate o on o.personKey = c.personKey and o.announcement = c.announcement
            where r.caseNumber = :caseNumber and r.candidateId = o.id""")
    List<SecondReview> ofPerson(String caseNumber, UUID candidateId);
}
