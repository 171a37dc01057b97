package io.crossgov.hiring.intake;

import java.util.List;

/**
 * A row of a candidate file that is likely about somebody who stands in the pool or in the file already. OPM says whether both are one
 * person ({@link CandidateDoubles}); until then no row of the file is taken.
 *
 * @param line line in the file on which the row begins
 * @param otherLine line of the other row; null when the other is in the pool and not in the file
 * @param signs what both have in common
 * @param sentence the same in words
 */
public record LikelyDouble(
        long line,
        String applicantNumber,
        String name,
        Long otherLine,
        String otherApplicantNumber,
        String otherName,
        List<Sign> signs,
        String sentence) {

    /** What two records of one person have in common. */
    public enum Sign {
        NUMBER("the same number but for capitals and zeros in front"),
        EMAIL("the same e-mail address"),
        NAME_AND_PHONE("the same name and phone number");

        private final String words;

        Sign(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
