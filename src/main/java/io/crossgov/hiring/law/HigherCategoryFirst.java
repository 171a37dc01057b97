package io.crossgov.hiring.law;

import io.crossgov.hiring.pool.RankingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * L13: nobody of a lower category is selected while three or more candidates of a higher one are left for that duty location, with
 * preference or without (5 U.S.C. 3319(c)(1): from the highest category or, if it has fewer than three, from it and the next). That OPM
 * referred the lower category opens the list, not the order. Whoever exercises priority at the location (L16) comes before categories;
 * scores (L17) and direct hire know none.
 */
final class HigherCategoryFirst {

    private HigherCategoryFirst() {}

    static Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        var left = leftAbove(situation, choice);
        var exercisesPriority = situation
                .list()
                .of(choice.candidateId())
                .flatMap(entry -> PriorityFirst.rightOf(situation, entry, choice))
                .isPresent();
        return exercisesPriority || left.size() < ReferredCategories.ENOUGH
                ? Optional.empty()
                : Optional.of(refused(situation, choice, left));
    }

    /** Who of a higher category is still to be considered for the choice's duty location, in the order of the list. */
    static List<UUID> leftAbove(Situation situation, Choice choice) {
        var list = situation.list();
        var wanted = list.of(choice.candidateId());
        if (list.ranking().method() != RankingMethod.CATEGORY
                || !list.ranking().preferenceCounts()
                || wanted.isEmpty()) {
            return List.of();
        }
        return list.entries().stream()
                .filter(ReferralList.Entry::referred)
                .filter(entry -> entry.group() < wanted.get().group())
                .filter(entry -> entry.candidate().locations().contains(choice.dutyLocation()))
                .map(ReferralList.Entry::id)
                .filter(id -> isLeft(situation.standing(id)))
                .toList();
    }

    private static boolean isLeft(CaseStanding standing) {
        return !standing.elected()
                && !standing.declinedOrSilent()
                && standing.passOver() != CaseStanding.PassOver.SUSTAINED;
    }

    private static Ruling.Refused refused(Situation situation, Choice choice, List<UUID> left) {
        var exits = new ArrayList<Exit>();
        for (var id : left) {
            var instead = new Choice(id, choice.dutyLocation());
            if (PriorityFirst.check(situation, instead).isEmpty()
                    && PreferenceFirst.check(situation, instead).isEmpty()
                    && leftAbove(situation, instead).size() < ReferredCategories.ENOUGH) {
                exits.add(Exit.to(Exit.Way.ELECT_FIRST, id));
            }
            exits.add(Exit.to(Exit.Way.RECORD_ANSWER, id));
        }
        // Not by name: there may be hundreds, and the list shows them above.
        return new Saying()
                .say("Of higher categories " + left.size() + " candidates can still be selected for "
                        + choice.dutyLocation()
                        + " (5 U.S.C. 3319(c)(1)). Elect one of them; or record, with a note, who of them declined or did not answer."
                        + " A lower category is open when fewer than three are left.")
                .asRefusal("L13", exits);
    }
}
