package io.crossgov.hiring.request;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseOpeningRows extends JpaRepository<CaseOpening, UUID> {

    Optional<CaseOpening> findByOpenedByAndOpeningKey(String openedBy, String openingKey);
}
