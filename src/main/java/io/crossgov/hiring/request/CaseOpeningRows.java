package io.crossgov.hiring.request;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CaseOpeningRows extends JpaRepository<CaseOpening, UUID> {

    @Query("select o from CaseOpening o where o.openedBy = :openedBy and o.openingKey = :openingKey")
    Optional<CaseOpening> opened(String openedBy, String openingKey);
}
