package io.crossgov.hiring.pool;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * A pool as every signed-in person may read it (L1): never a candidate, not even how many.
 *
 * @param version which one this is: whoever changes the pool sends the one that he or she read
 * @param lastDay last day on which selections may be made (D1)
 * @param open whether selections may be made today
 * @param service in which service the positions are
 * @param referredDownTo the lowest category OPM referred, where that is more than the highest (L11)
 * @param cutOff the lowest score OPM refers in a pool ranked by score (L17); null until OPM has set it
 * @param cutOffChanged that it is another one than was fixed before the announcement opened, since when and why; null when it is not
 */
record PoolView(
        @JsonUnwrapped PoolDetails pool,
        long version,
        LocalDate lastDay,
        boolean open,
        Service service,
        Rating referredDownTo,
        BigDecimal cutOff,
        String cutOffChanged) {

    /** What a pool shows and nobody sets with its details, and what decides it. */
    static final Map<String, String> NOT_SET = Map.of(
            "lastDay", "It follows from the pool's type and days; openUntil, or an extension, moves it.",
            "open", "It follows from the pool's days.",
            "service", "It follows from the hiring authority.",
            "referredDownTo", "Referring a lower category is a decision of its own, with a reason.",
            "cutOff", "Setting the cut-off is a decision of its own, with a reason.",
            "cutOffChanged", "It follows from the cut-off that was set.");

    static PoolView of(TalentPool pool, LocalDate today) {
        var window = pool.window();
        return new PoolView(
                pool.details(),
                pool.version(),
                window.lastDay(),
                window.isOpenOn(today),
                pool.hiringAuthority().service(),
                pool.referredDownTo().orElse(null),
                pool.cutOff().orElse(null),
                pool.cutOffChanged().orElse(null));
    }
}
