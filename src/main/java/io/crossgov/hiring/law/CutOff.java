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
    static long names(BigDecimal cutOff, Collection<BigDecimal> scores) {
        return scores.stream()
                .filter(score -> refers(Optional.of(cutOff), score))
                .count();
    }

    /** Whether OPM may set it: it leaves three names, or everybody where there are fewer. */
    static boolean isLawful(BigDecimal cutOff, Collection<BigDecimal> scores) {
        return names(cutOff, scores) >= Math.min(NAMES, scores.size());
    }

    /** The highest cut-off that OPM may set; empty where nobody has a score. */
    static Optional<BigDecimal> highest(Collection<BigDecimal> scores) {
        return scores.stream().sorted(reverseOrder()).limit(NAMES).min(naturalOrder());
    }

    /**
     * What is wrong with a cut-off and which one would do, as a sentence; empty when OPM may set it.
     *
     * @param scores of everybody in the pool who can still be referred
     */
    public static Optional<String> fault(BigDecimal cutOff, Collection<BigDecimal> scores) {
        if (scores.isEmpty()) {
            return Optional.of(
                    "Nobody in this pool has a score and can be referred, so no cut-off leaves three names (5 CFR 332.402)."
                            + " Import the candidates first.");
        }
        if (isLawful(cutOff, scores)) {
            return Optional.empty();
        }
        var highest = highest(scores).orElseThrow();
        return Optional.of(
                "A cut-off must leave at least three names, or everybody where there are fewer (5 CFR 332.402): "
                        + plain(cutOff) + " leaves " + inWords(names(cutOff, scores)) + ". " + plain(highest)
                        + " or lower would do: it leaves " + inWords(names(highest, scores)) + ".");
    }

    private static String inWords(long names) {
        return names == 0 ? "none" : names == 1 ? "one name" : names + " names";
    }

    private static String plain(BigDecimal score) {
        return score.stripTrailingZeros().toPlainString();
    }

    /** Before OPM has set a cut-off nobody is referred. */
    static boolean refers(Optional<BigDecimal> cutOff, BigDecimal score) {
        return score != null
                && cutOff.filter(lowest -> score.compareTo(lowest) >= 0).isPresent();
    }
}
