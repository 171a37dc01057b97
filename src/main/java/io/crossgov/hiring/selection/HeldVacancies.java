package io.crossgov.hiring.selection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface HeldVacancies extends JpaRepository<HeldVacancy, UUID> {

    List<HeldVacancy> findByCaseNumber(String caseNumber);

    Optional<HeldVacancy> findByCaseNumberAndCandidateId(String caseNumber, UUID candidateId);
}
