package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A vacancy that nobody else gets while OPM decides on passing over its candidate, or who was denied has not been selected for (L14, 5 CFR 332.406). */
@Entity
class HeldVacancy {

    @Id
    private UUID id;

    private String caseNumber;
    private UUID candidateId;
    private String heldBy;
    private Instant heldAt;

    protected HeldVacancy() {}

    HeldVacancy(CaseNumber caseNumber, UUID candidateId, String heldBy, Instant heldAt) {
        id = UUID.randomUUID();
        this.caseNumber = caseNumber.value();
        this.candidateId = candidateId;
        this.heldBy = heldBy;
        this.heldAt = heldAt;
    }

    UUID candidateId() {
        return candidateId;
    }

    Instant heldAt() {
        return heldAt;
    }
}
