package io.crossgov.hiring.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DocumentRecords extends JpaRepository<Document, UUID> {

    @Query("select d from Document d where d.caseNumber = :caseNumber order by d.storedAt desc, d.id")
    List<Document> ofCase(String caseNumber);

    @Query(
            """
            select d from Document d where d.caseNumber = :caseNumber and d.purpose in :purposes
            order by d.storedAt desc, d.id""")
    List<Document> ofCase(String caseNumber, Collection<DocumentPurpose> purposes);

    @Query(
            """
            select d from Document d where d.caseNumber = :caseNumber and d.purpose = :purpose
            order by d.storedAt desc, d.id""")
    List<Document> ofCase(String caseNumber, DocumentPurpose purpose);

    @Query(
            """
            select d from Document d where d.caseNumber = :caseNumber and d.purpose = :purpose
            order by d.storedAt desc, d.id limit 1""")
    Optional<Document> lastOfCase(String caseNumber, DocumentPurpose purpose);

    Optional<Document> findFirstByCandidateIdAndPurposeOrderByStoredAtDescIdAsc(
            UUID candidateId, DocumentPurpose purpose);

    @Query("select d from Document d where d.id = :id and d.caseNumber = :caseNumber and d.purpose = :purpose")
    List<Document> inCase(UUID id, String caseNumber, DocumentPurpose purpose);

    List<Document> findByCandidateIdInOrderByStoredAtDescIdAsc(Collection<UUID> candidateIds);

    /** How much a case holds already. */
    @Query(
            "select new io.crossgov.hiring.document.Folder(count(d), coalesce(sum(d.sizeBytes), 0L)) from Document d where d.caseNumber = :caseNumber")
    Folder folder(String caseNumber);
}
