package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.law.MergePolicy;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.ReferredCategories;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * Which categories a case was referred: what was counted and decided when OPM approved its access, by which policy, and who merged since
 * (L13). All of it stays on record.
 */
@Entity
class CaseReferral {

    /** That a person merged the highest category with the next one. @param left of it then */
    record Merge(String by, Instant at, int left) {}

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

    /** Null in a row older than the question: then what may be merged was. */
    @Enumerated(EnumType.STRING)
    private MergePolicy mergePolicy;

    /** Sign-in name of who merged; null while nobody has, and where the policy did. */
    private String mergedBy;

    private String mergedByName;
    private Instant mergedAt;
    private Integer mergedCount;

    protected CaseReferral() {}

    CaseReferral(CaseNumber caseNumber, ReferredCategories categories, MergePolicy policy, Instant decidedAt) {
        this.caseNumber = caseNumber.value();
        decide(categories, policy, decidedAt);
    }

    /** What is counted and decided now, in place of a decision for which nobody was there. */
    final void decide(ReferredCategories categories, MergePolicy policy, Instant now) {
        highest = categories.highest();
        availableCount = categories.count();
        mergedWith = categories.mergedWith();
        mergePolicy = policy;
        decidedAt = now;
    }

    /** @param merged with how many were left of the highest category */
    void merged(ReferredCategories merged, Actor by, Instant now) {
        mergedWith = merged.mergedWith();
        mergedCount = merged.count();
        mergedBy = by.userId();
        mergedByName = by.name();
        mergedAt = now;
    }

    String caseNumber() {
        return caseNumber;
    }

    /** Whether there is somebody now above all who were there when it was decided. */
    boolean isBelow(ReferredCategories now) {
        return now.highest() != null && (isEmpty() || !highest.isAtLeast(now.highest()));
    }

    /** Whether nobody was in the field when it was decided. */
    boolean isEmpty() {
        return highest == null;
    }

    ReferredCategories categories() {
        return new ReferredCategories(highest, mergedCount == null ? availableCount : mergedCount, mergedWith, null);
    }

    Optional<Merge> merge() {
        return Optional.ofNullable(mergedByName).map(name -> new Merge(name, mergedAt, mergedCount));
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
