package io.crossgov.hiring.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DocumentRecords extends JpaRepository<Document, UUID> {

    List<Document> findByCaseNumberOrderByStoredAtDescIdAsc(String caseNumber);

    List<Document> findByCaseNumberAndPurposeInOrderByStoredAtDescIdAsc(
            String caseNumber, Collection<DocumentPurpose> purposes);

    List<Document> findByCaseNumberAndPurposeOrderByStoredAtDescIdAsc(String caseNumber, DocumentPurpose purpose);

    Optional<Document> findFirstByCaseNumberAndPurposeOrderByStoredAtDescIdAsc(
            String caseNumber, DocumentPurpose purpose);

    Optional<Document> findFirstByCandidateIdAndPurposeOrderByStoredAtDescIdAsc(
            UUID candidateId, DocumentPurpose purpose);

    List<Document> findByIdAndCaseNumberAndPurpose(UUID id, String caseNumber, DocumentPurpose purpose);

    List<Document> findByCandidateIdInOrderByStoredAtDescIdAsc(Collection<UUID> candidateIds);

    /** How much a case holds already. */
    @Query(
            "select new io.crossgov.hiring.document.Folder(count(d), coalesce(sum(d.sizeBytes), 0L)) from Document d where d.caseNumber = :caseNumber")
    Folder folder(String caseNumber);
}
