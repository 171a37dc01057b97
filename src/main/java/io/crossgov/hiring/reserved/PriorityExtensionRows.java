package io.crossgov.hiring.reserved;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PriorityExtensionRows extends JpaRepository<PriorityExtension, UUID> {

    @Query("select e from PriorityExtension e where e.caseNumber = :caseNumber order by e.askedAt")
    List<PriorityExtension> ofCase(String caseNumber);

    @Query("select e from PriorityExtension e where e.announcement = :announcement and e.openAgency = :openAgency")
    Optional<PriorityExtension> open(String announcement, String openAgency);
}
