package io.crossgov.hiring.casefile;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface OpenRequests extends JpaRepository<OpenRequest, UUID> {

    /** Open requests of other cases that ask for the same (L3), oldest case first. */
    @Query(
            """
            select r from OpenRequest r
            where r.agency = :agency and r.announcement = :announcement and r.positionKey = :positionKey
              and r.organisation = :organisation and r.location in :locations and r.caseNumber <> :caseNumber
            order by r.caseNumber, r.location""")
    List<OpenRequest> sameAs(
            String agency,
            String announcement,
            String positionKey,
            String organisation,
            Collection<String> locations,
            String caseNumber);

    @Query("select r from OpenRequest r where r.caseNumber = :caseNumber")
    List<OpenRequest> ofCase(String caseNumber);

    @Modifying
    @Query("delete from OpenRequest r where r.caseNumber = :caseNumber")
    void deleteOfCase(String caseNumber);
}
