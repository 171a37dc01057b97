package io.crossgov.hiring.law;

import io.crossgov.hiring.common.Required;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which positions are professional or scientific (L12, 5 U.S.C. 3319(b)).
 *
 * @param lowestGrade the General Schedule grade from which on the exception holds
 * @param series of four digits
 */
public record ProfessionalSeries(int lowestGrade, List<String> series) {

    private static final Pattern NUMBER = Pattern.compile("\\d+$");

    private static final Pattern SERIES = Pattern.compile("\\d{4}");

    /** A position is in a grade of the General Schedule. */
    private static final int HIGHEST_GRADE = 15;

    /** @throws IllegalArgumentException for a grade or series that there cannot be, or a series named twice */
    public ProfessionalSeries {
        if (lowestGrade < 1 || lowestGrade > HIGHEST_GRADE) {
            throw new IllegalArgumentException("lowestGrade is missing, or no number from 1 to " + HIGHEST_GRADE);
        }
        series = Required.distinct("series", series, Function.identity());
        series.stream()
                .filter(one -> !SERIES.matcher(one).matches())
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException("series " + wrong + " has not four digits");
                });
    }

    /**
     * Whether a position is one.
     *
     * @param series for example {@code 0301}
     * @param grade for example {@code GS-13}
     */
    public boolean includes(String series, String grade) {
        var number = NUMBER.matcher(grade);
        return this.series.contains(series) && number.find() && Integer.parseInt(number.group()) >= lowestGrade;
    }
}
