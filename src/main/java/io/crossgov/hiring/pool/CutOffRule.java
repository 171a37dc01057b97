package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.Refusal;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** Whether a score may be the cut-off of a pool (L17). The law answers, which stands above the pools. */
public interface CutOffRule {

    /**
     * What is wrong with a cut-off and which one would do, as a sentence; empty when it leaves enough names.
     *
     * @param scores of everybody in the pool who can still be referred
     */
    Optional<String> fault(BigDecimal lowest, Collection<BigDecimal> scores);

    /** @throws Refusal 400 by L17 when the cut-off would leave too few names */
    default void check(BigDecimal lowest, Collection<BigDecimal> scores) {
        fault(lowest, scores).ifPresent(sentence -> {
            throw Refusal.byRule("L17", "lowest", sentence);
        });
    }
}
