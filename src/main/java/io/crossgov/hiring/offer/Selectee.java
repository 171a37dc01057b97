package io.crossgov.hiring.offer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.casefile.CaseHead;

/**
 * Whom a form of step 8 is about, for its first lines.
 *
 * @param grade pay plan and grade of the position, for example {@code GS-13}
 */
record Selectee(
        @JsonUnwrapped CaseHead head,
        String candidateName,
        String applicantNumber,
        String dutyLocation,
        String grade) {}
