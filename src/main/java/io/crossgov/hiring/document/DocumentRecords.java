package io.crossgov.hiring.document;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DocumentRecords extends JpaRepository<Document, UUID> {

    List<Document> findByCaseNumberOrderByStoredAtDescIdAsc(String caseNumber);

    List<Document> findByCaseNumberAndPurposeOrderByStoredAtDescIdAsc(String caseNumber, String purpose);

    List<Document> findByIdAndCaseNumberAndPurpose(UUID id, String caseNumber, String purpose);

    List<Document> findByCandidateIdInOrderByStoredAtDescIdAsc(Collection<UUID> candidateIds);
}
