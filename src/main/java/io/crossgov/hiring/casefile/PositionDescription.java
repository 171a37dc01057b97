package io.crossgov.hiring.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The position description (PD) of a case.
 *
 * @param number null as long as it has none, which may be until it is classified
 * @param grade pay plan and grade, for example {@code GS-13}
 * @param fullPerformanceLevel in the same writing as the grade
 * @param qualificationsVerified compared with the pool's qualifications
 * @param classifiedOn null while it is not classified (L5)
 * @param coverSheet the signed cover sheet (OF-8), null while it is not classified
 * @param document the classified position description, null when it is in one file with its cover sheet
 * @param classificationRequestedOn when classification was asked for, null when it was not needed
 */
@Embeddable
public record PositionDescription(
        @Column(name = "pd_number") String number,
        @Column(name = "pd_series") String series,
        @Column(name = "pd_grade") String grade,
        @Column(name = "pd_full_performance_level") String fullPerformanceLevel,
        @Column(name = "pd_source") @Enumerated(EnumType.STRING) PdSource source,
        @Column(name = "pd_qualifications_verified") Boolean qualificationsVerified,
        @Column(name = "pd_classified_on") LocalDate classifiedOn,
        @Column(name = "pd_cover_sheet") UUID coverSheet,
        @Column(name = "pd_document") UUID document,
        @Column(name = "pd_classification_requested_on") LocalDate classificationRequestedOn) {

    /** Numbers that look equal are equal: two positions are told apart by them (L3, L15). */
    public static final String NUMBER = "[\\p{IsLatin}\\p{IsCommon}\\p{IsInherited}]*";

    public static final String NUMBER_MISTYPED =
            "The number of the position description has a letter that only looks like one from A to Z. Type it anew.";

    /** Classified, with the signed cover sheet on file. */
    public boolean classified() {
        return classifiedOn != null && coverSheet != null;
    }

    /** Its number, or that it has none yet. */
    public String numberInWords() {
        return number == null ? "no number yet" : number;
    }

    /**
     * Its number as OPM reads it: a draft's is called one (L5).
     *
     * @param told what the agency told OPM, which counts where this case has no number on record yet
     */
    public String numberForOpm(Optional<String> told) {
        var called = told.orElse(number);
        if (called == null) {
            return "no number yet, it is not classified";
        }
        return classified() ? called : called + ", not classified yet";
    }

    /** What it is called in a sentence. */
    public String inWords() {
        return number == null ? "a position description without a number yet" : "position description " + number;
    }

    public PositionDescription classified(
            String classifiedNumber, LocalDate on, UUID signedCoverSheet, UUID classifiedDocument) {
        return new PositionDescription(
                classifiedNumber,
                series,
                grade,
                fullPerformanceLevel,
                source,
                qualificationsVerified,
                on,
                signedCoverSheet,
                classifiedDocument,
                classificationRequestedOn);
    }
}
