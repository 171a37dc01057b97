package io.crossgov.hiring.law;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * L14: whoever was appointed without preference only because a vacancy was kept for a preference eligible, who was elected, too, or for whom
 * one was held (5 CFR 332.406), must not be the only one: a case that ended now would pass the preference eligible over without OPM (5 U.S.C.
 * 3318(c), 3319(c)(6)). It may end once that person is appointed or has declined or not answered, or OPM has sustained the pass-over. For
 * whom nobody can elect any more, because the pool is closed or somebody else has the person, no vacancy is held.
 */
final class VacanciesKept {

    private VacanciesKept() {}

    /** @param filled whoever entered on duty, each with those for whom a vacancy was kept then and who have not entered on duty */
    static Optional<Ruling.Refused> check(Situation situation, Map<Choice, Set<UUID>> filled) {
        var left = left(situation, filled, eligible -> isKept(situation, eligible));
        return left.isEmpty() ? Optional.empty() : Optional.of(refused(situation, left));
    }

    /** The same of a case that ends all the same: also whom nobody can elect any more. */
    static List<UUID> leftBehind(Situation situation, Map<Choice, Set<UUID>> filled) {
        return left(situation, filled, eligible -> true);
    }

    private static List<UUID> left(Situation situation, Map<Choice, Set<UUID>> filled, Predicate<UUID> counts) {
        return filled.entrySet().stream()
                .flatMap(appointed -> appointed.getValue().stream()
                        .filter(counts)
                        .filter(eligible -> PreferenceFirst.restsOnVacancyKeptFor(
                                situation, situation.asListed(appointed.getKey()), eligible)))
                .map(situation.list()::asListed)
                .distinct()
                .sorted(comparingInt((UUID id) -> situation.list().placeOf(id)).thenComparing(naturalOrder()))
                .toList();
    }

    private static boolean isKept(Situation situation, UUID eligible) {
        var standing = situation.standing(eligible);
        return standing.elected()
                || standing.vacancyHeld()
                        && situation.list().of(eligible).isPresent()
                        && situation.window().isOpenOn(situation.electedOn());
    }

    private static Ruling.Refused refused(Situation situation, List<UUID> left) {
        var held = left.stream().filter(id -> !situation.standing(id).elected()).toList();
        var said = new Saying()
                .say("Somebody without preference entered on duty while a vacancy was kept for ")
                .names(left)
                .say(
                        left.size() == 1
                                ? ", a preference eligible who comes first (5 U.S.C. 3318(c), 3319(c))."
                                : ", preference eligibles who come first (5 U.S.C. 3318(c), 3319(c)).")
                .say(" The case can be closed when ")
                .say(left.size() == 1 ? "this person has" : "each of them has")
                .say(" entered on duty too, or has declined or not answered");
        if (!held.isEmpty()) {
            said.say(", or the request is sustained about ").names(held);
        }
        var exits = new ArrayList<Exit>();
        for (var id : left) {
            exits.add(Exit.to(Exit.Way.RECORD_ANSWER, id));
            if (held.contains(id)) {
                exits.add(Exit.to(Exit.Way.ELECT_FIRST, id));
                exits.add(Exit.to(Exit.Way.AWAIT_PASS_OVER, id));
            }
        }
        return said.say(".").asRefusal(Rule.L14, exits);
    }
}
