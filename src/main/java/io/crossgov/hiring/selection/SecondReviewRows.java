package io.crossgov.hiring.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SecondReviewRows extends JpaRepository<SecondReview, UUID> {

    List<SecondReview> findByCaseNumber(String caseNumber);

    Optional<SecondReview> findByCaseNumberAndCandidateId(String caseNumber, UUID candidateId);
}
