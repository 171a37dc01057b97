package io.crossgov.hiring.offer;

import io.crossgov.hiring.common.PlainText;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pay plan and a grade, in one spelling: {@code gs 9} and {@code GS-09} are the same.
 *
 * @param plan two capital letters, or empty when unknown
 * @param grade two digits, or empty when unknown
 */
record PayGrade(String plan, String grade) {

    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z]{2})[ -]?(\\d{1,2})");

    PayGrade {
        plan = plan.toUpperCase(Locale.ROOT);
        grade = grade.length() == 1 ? "0" + grade : grade;
    }

    /** Reads {@code GS-13}; what cannot be read is unknown. */
    static PayGrade of(String written) {
        var match = WRITTEN.matcher(PlainText.of(written));
        return match.matches() ? new PayGrade(match.group(1), match.group(2)) : new PayGrade("", "");
    }

    /** The General Schedule has ten steps a grade (5 U.S.C. 5332); bands have none. */
    boolean hasSteps() {
        return "GS".equals(plan);
    }

    @Override
    public String toString() {
        return plan + "-" + grade;
    }
}
