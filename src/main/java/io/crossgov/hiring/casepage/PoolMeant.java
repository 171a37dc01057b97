package io.crossgov.hiring.casepage;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.pool.PoolList;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import java.util.List;
import java.util.Optional;

/**
 * The talent pool to which somebody narrows the list of cases: by its announcement, or by words that only one pool has.
 *
 * @param typed for the field
 * @param pools that may be meant; none when nothing was typed, or nothing fits
 */
record PoolMeant(String typed, List<TalentPool> pools) {

    /** Offered to choose from; whoever means another one types more. */
    private static final int MOST = 20;

    /** @throws Refusal 400 for more words than anybody reads */
    static PoolMeant by(String typed, Pools pools, PoolList list) {
        if (PlainText.isEmpty(typed)) {
            return new PoolMeant("", List.of());
        }
        var named = announcement(typed).flatMap(pools::find);
        return new PoolMeant(typed, named.map(List::of).orElseGet(() -> list.find(new SearchWords(typed), MOST)));
    }

    private static Optional<AnnouncementNumber> announcement(String typed) {
        try {
            return Optional.of(new AnnouncementNumber(typed));
        } catch (Refusal words) {
            return Optional.empty();
        }
    }

    /** Whether it is clear which pool is meant, or that none is. */
    public boolean isClear() {
        return typed.isEmpty() || pools.size() == 1;
    }

    /** What stands in the field then. */
    public String inField() {
        return pools.size() == 1 ? announcement().value() : typed;
    }

    /** The pool, null for all; only when it is clear. */
    AnnouncementNumber announcement() {
        return pools.isEmpty() ? null : pools.get(0).announcement();
    }

    /** Whether no pool is called so. */
    public boolean isUnknown() {
        return !typed.isEmpty() && pools.isEmpty();
    }
}
