package io.crossgov.hiring.selection;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a displaced employee is well-qualified: one person says no and why, another reviews that independently and in writing (L16, 5
 * CFR 330.605(b) and 330.703(b)). Only both together lift the priority, and not before the candidate was sent the result.
 */
@Entity
class SecondReview {

    /** What the second person found. */
    enum Finding {
        NOT_WELL_QUALIFIED("Not well-qualified. The candidate loses the priority for this case."),
        WELL_QUALIFIED("Well-qualified. The priority stands.");

        private final String meaning;

        Finding(String meaning) {
            this.meaning = meaning;
        }

        /** What it says and leads to, for who has to choose. */
        String meaning() {
            return meaning;
        }
    }

    @Id
    private UUID id;

    @Version
    private Long version;

    private String caseNumber;
    private UUID candidateId;
    private String firstBy;
    private String firstByName;
    private LocalDate firstOn;
    private String firstReasons;

    @Enumerated(EnumType.STRING)
    private Finding finding;

    private String secondBy;
    private String secondByName;
    private LocalDate secondOn;
    private UUID secondDocumentId;

    /** In writing, as the candidate is given it; null while there is no second review, and in older ones. */
    private String secondResult;

    /** The day on which the candidate was sent the result; null while it has not left. */
    private LocalDate toldOn;

    protected SecondReview() {}

    SecondReview(CaseNumber caseNumber, UUID candidateId, Actor first, LocalDate on, String reasons) {
        id = UUID.randomUUID();
        this.caseNumber = caseNumber.value();
        this.candidateId = candidateId;
        firstBy = first.userId();
        firstByName = first.name();
        firstOn = on;
        firstReasons = reasons;
    }

    UUID id() {
        return id;
    }

    CaseNumber caseNumber() {
        return new CaseNumber(caseNumber);
    }

    UUID candidateId() {
        return candidateId;
    }

    String firstBy() {
        return firstBy;
    }

    String firstByName() {
        return firstByName;
    }

    LocalDate firstOn() {
        return firstOn;
    }

    String firstReasons() {
        return firstReasons;
    }

    Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }

    Optional<String> secondByName() {
        return Optional.ofNullable(secondByName);
    }

    Optional<LocalDate> secondOn() {
        return Optional.ofNullable(secondOn);
    }

    Optional<UUID> secondDocumentId() {
        return Optional.ofNullable(secondDocumentId);
    }

    String secondResult() {
        return secondResult;
    }

    Optional<LocalDate> toldOn() {
        return Optional.ofNullable(toldOn);
    }

    boolean foundNotWellQualified() {
        return finding == Finding.NOT_WELL_QUALIFIED;
    }

    /** Whether the candidate has no priority any more: found not well-qualified twice, and told so. */
    boolean endsPriority() {
        return foundNotWellQualified() && toldOn != null;
    }

    /** The result left for the candidate. @return whether that is news */
    boolean told(LocalDate on) {
        if (!foundNotWellQualified() || toldOn != null) {
            return false;
        }
        toldOn = on;
        return true;
    }

    /** Of two about one person, who had two numbers before it was known: a completed one counts, and of these the later. */
    static SecondReview thatCounts(SecondReview one, SecondReview other) {
        return Objects.compare(one.secondOn, other.secondOn, nullsFirst(naturalOrder())) >= 0 ? one : other;
    }

    void reviewedAgain(Actor second, LocalDate on, Finding found, String result, UUID document) {
        if (finding != null) {
            throw Refusal.conflictByRule("L16", "The second review of this candidate is done already.");
        }
        if (second.userId().equals(firstBy)) {
            throw Refusal.byRule(
                    "L16", "The second review must be independent: somebody other than " + firstByName + " makes it.");
        }
        finding = found;
        secondBy = second.userId();
        secondByName = second.name();
        secondOn = on;
        secondDocumentId = document;
        secondResult = result;
    }
}
