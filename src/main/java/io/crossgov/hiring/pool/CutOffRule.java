package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.Refusal;
import java.math.BigDecimal;
import java.util.Collection;

/** Whether a score may be the cut-off of a pool (L17). The law answers, which stands above the pools. */
public interface CutOffRule {

    /**
     * @param scores of everybody in the pool who can still be referred
     * @throws Refusal 400 by L17 when the cut-off would leave too few names
     */
    void check(BigDecimal lowest, Collection<BigDecimal> scores);
}
