package io.crossgov.hiring.selection;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * The agency's word on one referred candidate in the returned certificate review (step 6).
 *
 * @param alternateRank 1 for the first alternate; 0 for everybody else
 */
@Embeddable
public record CertificateDecision(UUID candidateId, @Enumerated(EnumType.STRING) Outcome outcome, int alternateRank) {

    /** The words of the certificate; SF-39's letter codes are left open by the sources. */
    public enum Outcome {
        SELECTED("Selected"),
        ALTERNATE("Alternate"),
        NOT_SELECTED("Not Selected"),
        DECLINED("Declined"),
        FAILED_TO_RESPOND("Failed to Respond"),
        WITHDRAWN("Withdrawn"),
        /** OPM sustained passing the candidate over (L15). */
        PASSED_OVER("Passed Over"),
        /** An objection was sustained, and the candidate removed from the certificate (L22). */
        OBJECTION_SUSTAINED("Objection Sustained"),
        /** A displaced employee whom an independent second review found so (L16). */
        NOT_WELL_QUALIFIED("Not Well-Qualified for Priority"),
        /** As many or more had to be taken first as there were vacancies (L13, L14, L16). */
        NOT_WITHIN_REACH("Not Within Reach"),
        /** Considered for three appointments to the position, and left out (5 CFR 332.405). */
        CONSIDERED("Considered Three Times");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        /** What people read. */
        public String title() {
            return title;
        }
    }
}
