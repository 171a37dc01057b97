package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.ReferredCategories;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** Which categories a case was referred when OPM approved its access: the count, the merge and the time stay on record (L13). */
@Entity
class CaseReferral {

    @Id
    private String caseNumber;

    @Version
    private Long version;

    @Enumerated(EnumType.STRING)
    private Rating highest;

    private int availableCount;

    @Enumerated(EnumType.STRING)
    private Rating mergedWith;

    private Instant decidedAt;

    protected CaseReferral() {}

    CaseReferral(CaseNumber caseNumber, ReferredCategories categories, Instant decidedAt) {
        this.caseNumber = caseNumber.value();
        highest = categories.highest();
        availableCount = categories.count();
        mergedWith = categories.mergedWith();
        this.decidedAt = decidedAt;
    }

    ReferredCategories categories() {
        return new ReferredCategories(highest, availableCount, mergedWith, null);
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
