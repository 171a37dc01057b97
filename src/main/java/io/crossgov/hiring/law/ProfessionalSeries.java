package io.crossgov.hiring.law;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which positions are professional or scientific (L12, 5 U.S.C. 3319(b)).
 *
 * @param lowestGrade the General Schedule grade from which on the exception holds
 * @param series of four digits
 */
public record ProfessionalSeries(int lowestGrade, Set<String> series) {

    private static final Pattern NUMBER = Pattern.compile("\\d+$");

    public ProfessionalSeries {
        series = Set.copyOf(series);
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
