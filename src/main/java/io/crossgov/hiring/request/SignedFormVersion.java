package io.crossgov.hiring.request;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * A signed version of Form A or Form B.
 *
 * @param version from 1
 * @param answers JSON of what was answered
 * @param agency code of the signer's agency
 */
public record SignedFormVersion(
        Form form,
        int version,
        Outcome outcome,
        @JsonRawValue String answers,
        String agency,
        String signedByName,
        String signedByEmail,
        String signedByPhone,
        Instant signedAt) {

    /** Which form. */
    public enum Form {
        FORM_A("Form A, Talent Pool Request"),
        FORM_B("Form B, Specialized Experience and Competency Verification");

        private final String title;

        Form(String title) {
            this.title = title;
        }

        /** What people call it. */
        public String title() {
            return title;
        }
    }

    /** What the signature says. */
    public enum Outcome {
        /** Form A complete, freeze exemption confirmed; Form B all Yes. */
        CERTIFIED("Certified"),
        /** Form B with at least one No (L2). */
        NOT_CERTIFIED("Cannot be certified"),
        /** Form A: the HR official cannot confirm the exemption from the hiring freeze (L6). */
        FREEZE_NOT_CONFIRMED("Freeze exemption not confirmed");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        /** What people call it. */
        public String title() {
            return title;
        }
    }
}
