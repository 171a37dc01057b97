package io.crossgov.hiring.law;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** The score down to which candidates of a numeric pool are referred (L17, 5 CFR 332.402): OPM sets it, for at least three names. */
public final class CutOff {

    /** How many names a cut-off must leave, where there are as many. */
    public static final int NAMES = 3;

    private CutOff() {}

    /** How many of the scores are referred. */
    public static long names(BigDecimal cutOff, Collection<BigDecimal> scores) {
        return scores.stream()
                .filter(score -> refers(Optional.of(cutOff), score))
                .count();
    }

    /** Whether OPM may set it: it leaves three names, or everybody where there are fewer. */
    public static boolean isLawful(BigDecimal cutOff, Collection<BigDecimal> scores) {
        return names(cutOff, scores) >= Math.min(NAMES, scores.size());
    }

    /** The highest cut-off that OPM may set; empty where nobody has a score. */
    public static Optional<BigDecimal> highest(Collection<BigDecimal> scores) {
        return scores.stream().sorted(reverseOrder()).limit(NAMES).min(naturalOrder());
    }

    /** Before OPM has set a cut-off nobody is referred. */
    static boolean refers(Optional<BigDecimal> cutOff, BigDecimal score) {
        return score != null
                && cutOff.filter(lowest -> score.compareTo(lowest) >= 0).isPresent();
    }
}
