package io.crossgov.hiring.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Whether two applicant numbers of a pool belong to one person.
 *
 * @param same true for one person, false for two
 */
public record DoubleDecision(
        @NotNull(message = "Name both applicant numbers.")
                @Pattern(regexp = CandidateFile.APPLICANT_NUMBERS, message = "This is not an applicant number.")
                String applicantNumber,
        @NotNull(message = "Name both applicant numbers.")
                @Pattern(regexp = CandidateFile.APPLICANT_NUMBERS, message = "This is not an applicant number.")
                String otherApplicantNumber,
        @NotNull(message = "Say whether both are the same person: true or false.") Boolean same) {

    /** The smaller number first: a pair has no order. */
    DoubleDecision inOrder() {
        return applicantNumber.compareTo(otherApplicantNumber) <= 0
                ? this
                : new DoubleDecision(otherApplicantNumber, applicantNumber, same);
    }

    /** The other answer to the same question. */
    DoubleDecision contrary() {
        return new DoubleDecision(applicantNumber, otherApplicantNumber, !same);
    }
}
