package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.Counted;
import java.time.LocalDate;

/**
 * That the qualifications of own employees who applied were reviewed (5 U.S.C. 3318(b)).
 *
 * @param applied how many own employees applied
 * @param qualified how many of them were found qualified
 * @param result what was found, and where its papers are; null where nobody applied
 */
public record OwnEmployeesReview(LocalDate reviewedOn, int applied, int qualified, String result) {

    /** As the beginning of a sentence, for example "3 own employees applied, 1 of them qualified". */
    public String inWords() {
        return applied == 0
                ? "No own employee applied"
                : Counted.of(applied, "own employee") + " applied, " + qualified + " of them qualified";
    }
}
