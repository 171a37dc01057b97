package io.crossgov.hiring.reserved;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PriorityExtensionRows extends JpaRepository<PriorityExtension, UUID> {

    List<PriorityExtension> findByCaseNumberOrderByAskedAt(String caseNumber);

    Optional<PriorityExtension> findByAnnouncementAndOpenAgency(String announcement, String openAgency);
}
