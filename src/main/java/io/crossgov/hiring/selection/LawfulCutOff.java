package io.crossgov.hiring.selection;

import io.crossgov.hiring.law.CutOff;
import io.crossgov.hiring.pool.CutOffRule;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the law about a cut-off, and says which one would do (L17). */
@Component
class LawfulCutOff implements CutOffRule {

    @Override
    public Optional<String> fault(BigDecimal lowest, Collection<BigDecimal> scores) {
        if (scores.isEmpty()) {
            return Optional.of(
                    "Nobody in this pool has a score and can be referred, so no cut-off leaves three names (5 CFR 332.402)."
                            + " Import the candidates first.");
        }
        if (CutOff.isLawful(lowest, scores)) {
            return Optional.empty();
        }
        var highest = CutOff.highest(scores).orElseThrow();
        return Optional.of(
                "A cut-off must leave at least three names, or everybody where there are fewer (5 CFR 332.402): "
                        + plain(lowest) + " leaves " + names(CutOff.names(lowest, scores)) + ". " + plain(highest)
                        + " or lower would do: it leaves " + names(CutOff.names(highest, scores)) + ".");
    }

    private static String names(long count) {
        return count == 0 ? "none" : count == 1 ? "one name" : count + " names";
    }

    private static String plain(BigDecimal score) {
        return score.stripTrailingZeros().toPlainString();
    }
}
