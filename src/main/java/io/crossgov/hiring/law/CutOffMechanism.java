package io.crossgov.hiring.law;

import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a pool ranked by score says how many are referred (L17, 5 CFR 332.402): fixed before its announcement opens. Whoever has the same
 * score as the last one is referred, too.
 *
 * @param value how many names or ranks, how many percent, or which score
 */
public record CutOffMechanism(Kind kind, BigDecimal value) {

    /** What the value counts. */
    public enum Kind {
        /** So many of the best names. */
        NUMBER("the best %s names"),
        /** The names of so many of the best scores. */
        RANK("the names of the best %s scores"),
        /** So many percent of the names, the best ones. */
        PERCENTAGE("the best %s percent of the names"),
        /** The names with this score or a better one. */
        SCORE("the names with a score of %s or more");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** For example "the best 10 names". */
    public String inWords() {
        return String.format(Locale.US, kind.words, value.stripTrailingZeros().toPlainString());
    }

    /** Whether the value is one that its kind can have. */
    public boolean isPossible() {
        return switch (kind) {
            case NUMBER, RANK -> value.signum() > 0 && isWhole();
            case PERCENTAGE -> value.signum() > 0 && value.compareTo(HUNDRED) <= 0;
            case SCORE -> true;
        };
    }

    private boolean isWhole() {
        return value.stripTrailingZeros().scale() <= 0;
    }

    /**
     * The score that it comes to; never one that leaves fewer than three names, unless the score itself was fixed.
     *
     * @param scores of everybody who can be referred
     */
    public Optional<BigDecimal> lowest(Collection<BigDecimal> scores) {
        if (kind == Kind.SCORE) {
            return Optional.of(value);
        }
        return CutOff.highest(scores).map(lawful -> {
            var best = scores.stream().sorted(reverseOrder()).toList();
            return last(best).min(lawful);
        });
    }

    private BigDecimal last(List<BigDecimal> best) {
        return switch (kind) {
            case NUMBER -> best.get(within(value, best.size()));
            case RANK -> {
                // Told apart by their worth: 90 and 90.00 are one rank.
                var ranks = new ArrayList<>(new TreeSet<>(best).descendingSet());
                yield ranks.get(within(value, ranks.size()));
            }
            case PERCENTAGE ->
                best.get(within(
                        value.multiply(BigDecimal.valueOf(best.size())).divide(HUNDRED, 0, RoundingMode.CEILING),
                        best.size()));
            case SCORE -> value;
        };
    }

    /** The place of the last one, counted from 0. */
    private static int within(BigDecimal count, int size) {
        return count.min(BigDecimal.valueOf(size)).intValue() - 1;
    }
}
