package io.crossgov.hiring.law;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * L13, L14, L16: whoever was appointed only because a vacancy was kept for somebody who comes first, and who was elected, too, or for whom
 * one was held (5 CFR 332.406), must not be the only one: a case that ended now would pass that person over (5 U.S.C. 3318(c), 3319(c); 5
 * CFR 330.607, 330.705). It may end once that person is appointed or has declined or not answered, or OPM has sustained the pass-over. For
 * whom nobody can elect any more, because the pool is closed or somebody else has the person, no vacancy is held. Who withdrew from all
 * agencies may come back as long as that can be undone (L9), whatever was said with it: it ends the vacancy that is held, and not before.
 */
final class VacanciesKept {

    private VacanciesKept() {}

    /** @param filled whoever entered on duty, each with those for whom a vacancy was kept then and who have not entered on duty */
    static Optional<Ruling.Refused> check(Situation situation, Map<Choice, Set<UUID>> filled) {
        var rules = new TreeSet<Rule>();
        var left = left(situation, filled, eligible -> isKept(situation, eligible), rules);
        return left.isEmpty() ? Optional.empty() : Optional.of(refused(situation, left, rules));
    }

    /** The same of a case that ends all the same: also whom nobody can elect any more. */
    static List<UUID> leftBehind(Situation situation, Map<Choice, Set<UUID>> filled) {
        return left(situation, filled, eligible -> true, new TreeSet<>());
    }

    /** @param rules gets the rules by which they come first */
    private static List<UUID> left(
            Situation situation, Map<Choice, Set<UUID>> filled, Predicate<UUID> counts, Set<Rule> rules) {
        return filled.entrySet().stream()
                .flatMap(appointed -> appointed.getValue().stream()
                        .filter(counts)
                        .filter(eligible -> rests(situation, appointed.getKey(), eligible, rules)))
                .map(situation.list()::asListed)
                .distinct()
                .sorted(comparingInt((UUID id) -> situation.list().placeOf(id)).thenComparing(naturalOrder()))
                .toList();
    }

    private static boolean rests(Situation situation, Choice appointed, UUID eligible, Set<Rule> rules) {
        var standing = situation.standing(eligible);
        var by = RestingOn.vacancyKeptFor(
                situation,
                situation.asListed(appointed),
                eligible,
                mayComeBack(situation, eligible) ? standing.withoutAnswer() : standing);
        by.stream().findFirst().ifPresent(rules::add);
        return !by.isEmpty();
    }

    private static boolean isKept(Situation situation, UUID eligible) {
        var standing = situation.standing(eligible);
        return standing.elected()
                || standing.vacancyHeld()
                        && (situation.list().of(eligible).isPresent() || mayComeBack(situation, eligible))
                        && situation.window().isOpenOn(situation.electedOn());
    }

    /** Whether the person withdrew, and it can be undone: what is held for somebody who left for good has ended. */
    private static boolean mayComeBack(Situation situation, UUID eligible) {
        return situation.standing(eligible).vacancyHeld()
                && situation
                        .list()
                        .standingOf(eligible)
                        .filter(entry -> entry.candidate().availability() == Availability.WITHDRAWN)
                        .isPresent();
    }

    private static Ruling.Refused refused(Situation situation, List<UUID> left, TreeSet<Rule> rules) {
        var held = left.stream().filter(id -> !situation.standing(id).elected()).toList();
        var said = new Saying()
                .say("Somebody entered on duty while a vacancy was kept for ")
                .names(left)
                .say((left.size() == 1 ? ", who comes first (" : ", who come first (")
                        + rules.stream().map(Rule::citation).collect(joining("; "))
                        + "). The case can be closed when ")
                .say(left.size() == 1 ? "this person has" : "each of them has")
                .say(" entered on duty too, or has declined or not answered");
        if (!held.isEmpty()) {
            said.say(", or the request is sustained about ").names(held);
        }
        var leaving = left.stream().filter(id -> mayComeBack(situation, id)).toList();
        if (!leaving.isEmpty()) {
            said.say(", or the days are over in which the withdrawal can be undone of ")
                    .names(leaving);
        }
        var exits = new ArrayList<Exit>();
        for (var id : left) {
            if (leaving.contains(id)) {
                exits.add(Exit.to(Exit.Way.AWAIT_PASS_OVER, id));
                continue;
            }
            exits.add(Exit.to(Exit.Way.RECORD_ANSWER, id));
            if (held.contains(id)) {
                exits.add(Exit.to(Exit.Way.ELECT_FIRST, id));
                exits.add(Exit.to(Exit.Way.AWAIT_PASS_OVER, id));
            }
        }
        return said.say(".").asRefusal(rules.first(), exits);
    }
}
