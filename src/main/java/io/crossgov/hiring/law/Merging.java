package io.crossgov.hiring.law;

import io.crossgov.hiring.common.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * L13: the highest category may be merged with the next one while fewer than three of it are left to the case, and a vacancy is to be filled
 * (5 U.S.C. 3319(c)(1), as OPM reads it: of a category to which thirty-five were assigned, when two are left). It need not be: unmerged, those few can be elected. Who declined or did not answer by what is proven, and whom OPM agreed to pass over, is
 * not left; who was elected is, until OPM has verified it and the person is off the list: an election can be given up again, a merge
 * cannot.
 */
public final class Merging {

    private Merging() {}

    /** Whether the categories of the case may be merged now. */
    public static Ruling check(Situation situation) {
        var list = situation.list();
        var categories = list.categories();
        if (!list.ranking().preferenceCounts() || list.ranking().method() != RankingMethod.CATEGORY) {
            return refused("This pool has no categories that could be merged.", List.of());
        }
        if (categories.highest() == null) {
            return refused("Nobody is in the field for this case yet, so there is nothing to merge.", List.of());
        }
        var highest = categories.highest().title();
        if (categories.isMerged()) {
            return refused(
                    highest + " is merged with " + categories.mergedWith().title() + " already.", List.of());
        }
        if (categories.next(list.ranking()).isEmpty()) {
            return refused(highest + " is the lowest category: there is none to merge it with.", List.of());
        }
        if (situation.vacancies() <= situation.vacanciesTaken()) {
            return new Ruling.Refused(
                    Rule.L13,
                    "No vacancy of this case is left to be filled, so nothing is merged for it (5 U.S.C. 3319(c)(1)).",
                    List.of(),
                    List.of(Exit.to(Exit.Way.FREE_VACANCY)));
        }
        var left = left(situation);
        return left.size() < ReferredCategories.ENOUGH
                ? new Ruling.Allowed()
                : refused(
                        Counted.of(left.size(), "candidate") + " of " + highest
                                + " can still be selected. Categories are merged when fewer than three are left"
                                + " (5 U.S.C. 3319(c)(1)); somebody elected is left until OPM has verified it.",
                        left);
    }

    /** Who of the highest category is left to the case, in the order of the list. */
    public static List<UUID> left(Situation situation) {
        var list = situation.list();
        return list.entries().stream()
                .filter(entry -> entry.referred()
                        && list.ranking()
                                .categoryOf(entry.candidate())
                                .filter(list.categories().highest()::equals)
                                .isPresent())
                .map(ReferralList.Entry::id)
                .filter(id -> !situation.standing(id).declinedOrSilent()
                        && !situation.standing(id).isLeftOut())
                .toList();
    }

    private static Ruling.Refused refused(String words, List<UUID> left) {
        var exits = new ArrayList<>(List.of(Exit.to(Exit.Way.CHOOSE_FROM_LIST)));
        left.forEach(id -> exits.add(Exit.to(Exit.Way.RECORD_ANSWER, id)));
        return new Saying().say(words).asRefusal(Rule.L13, exits);
    }
}
