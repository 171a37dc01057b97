package io.crossgov.hiring.law;

import io.crossgov.hiring.common.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * L13: nobody of a lower category is selected while anybody of a higher one is left for that duty location, with preference or without
 * (5 U.S.C. 3319(c)(1): from the highest category or, if it has fewer than three, from it and the next, merged). Categories that were
 * merged ({@link Merging}) are one; that OPM referred the lower category opens the list, not the order. Whoever exercises priority at the
 * location (L16) comes before categories; scores (L17) and direct hire know none. Somebody who has left the list is judged by where he or
 * she would stand; where that cannot be said, nobody may be left there at all.
 */
final class HigherCategoryFirst {

    private HigherCategoryFirst() {}

    static Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        var left = leftAbove(situation, choice);
        if (left.isEmpty() || exercisesPriority(situation, choice)) {
            return Optional.empty();
        }
        return Optional.of(
                situation.list().standingOf(choice.candidateId()).isPresent()
                        ? refused(situation, choice, left)
                        : cannotSay(choice, left));
    }

    /**
     * Who of a higher category is still to be considered for the choice's duty location, in the order of the list. Everybody there, when
     * it cannot be said where the choice stands: any of them may stand higher.
     */
    static List<UUID> leftAbove(Situation situation, Choice choice) {
        var list = situation.list();
        var wanted = list.standingOf(choice.candidateId());
        return left(
                situation,
                choice,
                entry -> wanted.isEmpty() || entry.group() < wanted.get().group());
    }

    /** Who of the categories before this one is still to be considered, at any location of the case. */
    static List<UUID> leftAbove(Situation situation, Rating category) {
        var list = situation.list();
        var group = list.categories().group(category);
        return list.entries().stream()
                .filter(entry -> entry.referred() && entry.group() < group)
                .filter(entry -> isLeft(situation, entry))
                .map(ReferralList.Entry::id)
                .toList();
    }

    /**
     * Who of the highest category is still to be considered there although the choice is of the one that was merged with it: of one
     * category with the choice since, and no higher one.
     */
    static List<UUID> leftInMerged(Situation situation, Choice choice) {
        var list = situation.list();
        return list.standingOf(choice.candidateId())
                .flatMap(wanted -> list.ranking()
                        .categoryOf(wanted.candidate())
                        .map(own -> left(
                                situation,
                                choice,
                                entry -> entry.group() == wanted.group()
                                        && list.ranking()
                                                .categoryOf(entry.candidate())
                                                .filter(category -> category.compareTo(own) < 0)
                                                .isPresent())))
                .orElse(List.of());
    }

    /** Everybody of a higher category who is not left there, in the order of the list, and why not. */
    static List<NotInTheWay> notInTheWay(Situation situation, Choice choice) {
        var list = situation.list();
        return list.standingOf(choice.candidateId())
                .map(wanted -> list.entries().stream()
                        .filter(ReferralList.Entry::referred)
                        .filter(entry -> isHigher(list, entry, wanted))
                        .flatMap(entry -> entry.candidate().locations().contains(choice.dutyLocation())
                                ? isLeft(situation, entry)
                                        ? Stream.<NotInTheWay>empty()
                                        : Stream.of(new NotInTheWay(entry.id(), NotInTheWay.Why.ON_RECORD))
                                : Stream.of(new NotInTheWay(entry.id(), NotInTheWay.Why.ELSEWHERE)))
                        .toList())
                .orElse(List.of());
    }

    /** By category, merged or not: who was assigned higher. */
    static boolean isHigher(ReferralList list, ReferralList.Entry entry, ReferralList.Entry wanted) {
        return !entry.id().equals(wanted.id())
                && list.ranking()
                        .categoryOf(entry.candidate())
                        .flatMap(category -> list.ranking()
                                .categoryOf(wanted.candidate())
                                .filter(own -> category.compareTo(own) < 0))
                        .isPresent();
    }

    private static List<UUID> left(Situation situation, Choice choice, Predicate<ReferralList.Entry> comesFirst) {
        if (!knowsCategories(situation.list().ranking())) {
            return List.of();
        }
        return situation.list().entries().stream()
                .filter(ReferralList.Entry::referred)
                .filter(comesFirst)
                .filter(entry -> entry.candidate().locations().contains(choice.dutyLocation()))
                .filter(entry -> isLeft(situation, entry))
                .map(ReferralList.Entry::id)
                .toList();
    }

    private static boolean isLeft(Situation situation, ReferralList.Entry entry) {
        return isLeft(situation, entry, situation.standing(entry.id()));
    }

    private static boolean isLeft(Situation situation, ReferralList.Entry entry, CaseStanding standing) {
        return !standing.elected()
                && !standing.declinedOrSilent()
                && !standing.isLeftOut()
                && !ThreeConsiderations.leaveOut(situation, entry);
    }

    /** Whether a candidate, on the list or not, of whom this were on record would keep the choice's category closed. */
    static boolean isOwedBefore(Situation situation, Choice choice, UUID higher, CaseStanding standing) {
        var list = situation.list();
        var wanted = list.standingOf(choice.candidateId());
        return knowsCategories(list.ranking())
                && !exercisesPriority(situation, choice)
                && list.rankOf(higher)
                        .filter(entry ->
                                wanted.isEmpty() || entry.group() < wanted.get().group())
                        .filter(entry -> entry.candidate().locations().contains(choice.dutyLocation()))
                        .filter(entry -> isLeft(situation, entry, standing))
                        .isPresent();
    }

    private static boolean knowsCategories(Ranking ranking) {
        return ranking.method() == RankingMethod.CATEGORY && ranking.preferenceCounts();
    }

    private static boolean exercisesPriority(Situation situation, Choice choice) {
        return situation
                .list()
                .standingOf(choice.candidateId())
                .flatMap(entry -> PriorityFirst.rightOf(situation, entry, choice))
                .isPresent();
    }

    /** Not by name: there may be hundreds. */
    private static Ruling.Refused cannotSay(Choice choice, List<UUID> left) {
        return NotOnTheList.cannotSay(
                Rule.L13,
                new Saying()
                        .say("how many of the " + Counted.of(left.size(), "candidate")
                                + " who can still be selected for " + choice.dutyLocation()
                                + " are of a higher category (5 U.S.C. 3319(c)(1))"));
    }

    private static Ruling.Refused refused(Situation situation, Choice choice, List<UUID> left) {
        var exits = new ArrayList<Exit>();
        var nobodyBefore = new HashMap<Place, Boolean>();
        for (var id : left) {
            var instead = new Choice(id, choice.dutyLocation());
            if (nobodyBefore.computeIfAbsent(
                    Place.of(situation, instead), place -> isNobodyBefore(situation, instead))) {
                exits.add(Exit.to(Exit.Way.ELECT_FIRST, id));
            }
            exits.add(Exit.to(Exit.Way.RECORD_ANSWER, id));
        }
        var merging = merging(situation, choice);
        merging.ifPresent(next -> exits.add(Exit.to(Exit.Way.MERGE_CATEGORIES)));
        // Not by name: there may be hundreds, and the list shows them above.
        return new Saying()
                .say(
                        "Of higher categories " + Counted.of(left.size(), "candidate") + " can still be selected for "
                                + choice.dutyLocation()
                                + " (5 U.S.C. 3319(c)(1)). Elect one of them; or record, with what shows it, who of them declined or did"
                                + " not answer in time"
                                + merging.map(next -> "; or, as fewer than three are left, merge "
                                                + situation
                                                        .list()
                                                        .categories()
                                                        .highest()
                                                        .title() + " with " + next.title() + ".")
                                        .orElse(
                                                ". A lower category is open when nobody of a higher one is left, or the two are merged."))
                .asRefusal(Rule.L13, exits);
    }

    /** The choice's category, where merging is all that it takes. */
    private static Optional<Rating> merging(Situation situation, Choice choice) {
        var list = situation.list();
        return list.standingOf(choice.candidateId())
                .flatMap(wanted -> list.ranking().categoryOf(wanted.candidate()))
                .filter(own -> list.categories()
                        .next(list.ranking())
                        .filter(own::equals)
                        .isPresent())
                .filter(own -> Merging.check(situation) instanceof Ruling.Allowed);
    }

    private static boolean isNobodyBefore(Situation situation, Choice choice) {
        return PriorityFirst.check(situation, choice).isEmpty()
                && PreferenceFirst.check(situation, choice).isEmpty()
                && leftAbove(situation, choice).isEmpty();
    }
}
