package io.crossgov.hiring.law;

import java.math.BigDecimal;

/**
 * All that the rules of precedence (L13, L14, L16) look at in a choice: whoever stands in one place has the same people before him or her.
 *
 * @param isKnown whether it can be said at all where the choice stands
 * @param group of the choice, 0 where that cannot be said
 * @param priority rank of the priority that the choice exercises at the duty location, {@link Integer#MAX_VALUE} for none
 * @param score in a pool ranked by score, else null
 */
record Place(
        String dutyLocation,
        boolean isKnown,
        int group,
        boolean preferred,
        boolean tenPoints,
        int priority,
        BigDecimal score) {

    static Place of(Situation situation, Choice choice) {
        return situation
                .list()
                .standingOf(choice.candidateId())
                .map(entry -> new Place(
                        choice.dutyLocation(),
                        true,
                        entry.group(),
                        entry.preferred(),
                        PriorityFirst.hasTenPoints(entry),
                        PriorityFirst.rightOf(situation, entry, choice)
                                .map(Priority::rank)
                                .orElse(Integer.MAX_VALUE),
                        situation.list().ranking().method() == RankingMethod.NUMERIC
                                ? entry.candidate().score()
                                : null))
                .orElseGet(() -> new Place(choice.dutyLocation(), false, 0, false, false, Integer.MAX_VALUE, null));
    }
}
