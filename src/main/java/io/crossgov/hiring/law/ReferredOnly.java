package io.crossgov.hiring.law;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * L11: only somebody who is referred to the case now, and only for a duty location that candidate and case have in common. Who is referred
 * for a priority only (L16) is referred only where it holds.
 */
public final class ReferredOnly {

    private ReferredOnly() {}

    static Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        var locations = situation
                .list()
                .of(choice.candidateId())
                .map(entry -> locations(situation, entry))
                .orElse(List.of());
        if (locations.contains(choice.dutyLocation())) {
            return Optional.empty();
        }
        return Optional.of(
                locations.isEmpty() ? notReferred(situation, choice) : elsewhere(situation, choice, locations));
    }

    private static List<String> locations(Situation situation, ReferralList.Entry entry) {
        return commonLocations(entry.candidate().locations(), situation.caseLocations()).stream()
                .filter(location -> entry.referred()
                        || PriorityFirst.rightOf(situation, entry, new Choice(entry.id(), location))
                                .isPresent())
                .toList();
    }

    /** Whether nobody on the list is referred for any location of the case and still on its certificate. */
    static boolean isNobodyLeft(Situation situation) {
        return situation.list().entries().stream()
                .filter(entry -> situation.standing(entry.id()).passOver() != CaseStanding.PassOver.REMOVED)
                .allMatch(entry -> locations(situation, entry).isEmpty());
    }

    private static Ruling.Refused notReferred(Situation situation, Choice choice) {
        if (isNobodyLeft(situation)) {
            return refused(
                    "Nobody on the referral list of your case can be elected now. Ask for another pool, unless OPM refers more"
                            + " candidates.",
                    Exit.Way.USE_ANOTHER_POOL);
        }
        return refused(
                situation.list().of(choice.candidateId()).isPresent()
                        ? "This candidate was referred for a priority only, and it does not hold (5 CFR 330.607, 330.705). Choose somebody else from"
                                + " the list."
                        : "This candidate is not on the referral list of your case now. Choose somebody from the list.",
                Exit.Way.CHOOSE_FROM_LIST);
    }

    private static Ruling.Refused elsewhere(Situation situation, Choice choice, List<String> locations) {
        var named = Ruling.Refused.asWritten(String.join("; ", locations));
        var priorityOnly = situation
                .list()
                .of(choice.candidateId())
                .filter(entry -> !entry.referred())
                .isPresent();
        return refused(
                priorityOnly
                        ? "This candidate is referred for a priority only (5 CFR 330.607, 330.705). The duty location must be: "
                                + named + "."
                        : "The duty location must be one of the candidate\u2019s and of your case: " + named + ".",
                Exit.Way.CHOOSE_COMMON_LOCATION);
    }

    private static Ruling.Refused refused(String words, Exit.Way way) {
        return new Ruling.Refused(Rule.L11, words, List.of(), List.of(Exit.to(way)));
    }

    /** Where a candidate may be selected for, in alphabetical order. */
    public static List<String> commonLocations(Set<String> candidates, Collection<String> cases) {
        return cases.stream().filter(candidates::contains).distinct().sorted().toList();
    }
}
