package io.crossgov.hiring.law;

import io.crossgov.hiring.law.CaseStanding.PassOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * L14: nobody without preference is selected while a preference eligible is available for that duty location in the same (merged)
 * category or a higher one (5 U.S.C. 3319(c)), in a numeric pool with the same score or a higher one (5 U.S.C. 3318(c)), and in
 * the excepted service by 5 CFR 302.401. Open once OPM sustained the pass-over for this position (L15), the preference eligible is elected,
 * has declined or not answered, or, while a request that was filed waits for its decision, another vacancy is held for that person (5 CFR
 * 332.406). After a denial he or she comes first again. Whoever exercises priority at the location (L16) comes before
 * preference. Somebody who has left the list is judged by where he or she would stand; where that cannot be said, nobody with preference
 * may be owed the position there at all.
 */
final class PreferenceFirst {

    private PreferenceFirst() {}

    static Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        var owed = beforeChoice(situation, choice)
                .map(ReferralList.Entry::id)
                .filter(id -> isOwedTo(situation.standing(id)))
                .toList();
        if (owed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                situation.list().standingOf(choice.candidateId()).isPresent()
                        ? refused(situation, owed)
                        : cannotSay(situation, owed));
    }

    /**
     * Whether a choice that was made is lawful by nothing else than the vacancy that is held for this preference eligible. Somebody whom
     * another selection has, or who withdrew, is off the list and may come back to it; who was hired does not. That somebody withdrew for good
     * ends the vacancy that is held.
     */
    static boolean restsOnHoldFor(Situation situation, Choice choice, UUID eligible) {
        var mayComeBack = situation
                .list()
                .standingOf(eligible)
                .filter(entry -> entry.candidate().availability() != Availability.HIRED)
                .isPresent();
        return mayComeBack
                && isOwedBefore(
                        situation,
                        choice,
                        eligible,
                        situation.standing(eligible).withoutVacancyHeld());
    }

    /** Whether a preference eligible, on the list or not, of whom this were on record would be owed the position before the choice. */
    static boolean isOwedBefore(Situation situation, Choice choice, UUID eligible, CaseStanding standing) {
        var preferred = situation.list().rankOf(eligible).filter(ReferralList.Entry::preferred);
        return isOwedTo(standing)
                && before(situation, choice, preferred.stream()).findAny().isPresent();
    }

    /** Whom the choice comes after, whatever is on record about each; where it cannot be said where it stands, everybody there. */
    private static Stream<ReferralList.Entry> beforeChoice(Situation situation, Choice choice) {
        return before(situation, choice, situation.list().preferred().stream());
    }

    /** Whom of these preference eligibles the choice comes after. */
    private static Stream<ReferralList.Entry> before(
            Situation situation, Choice choice, Stream<ReferralList.Entry> preferred) {
        var list = situation.list();
        var wanted = list.standingOf(choice.candidateId());
        if (!list.ranking().preferenceCounts()
                || wanted.filter(ReferralList.Entry::preferred).isPresent()
                || wanted.flatMap(entry -> PriorityFirst.rightOf(situation, entry, choice))
                        .isPresent()) {
            return Stream.empty();
        }
        return preferred
                // A certificate is issued for a place: who would not work there is not passed over there.
                .filter(entry -> entry.candidate().locations().contains(choice.dutyLocation()))
                .filter(entry -> wanted.isEmpty() || comesFirst(list.ranking(), entry, wanted.get()));
    }

    /** Everybody else with preference, in a choice that this rule does not forbid. */
    static List<NotInTheWay> notInTheWay(Situation situation, Choice choice) {
        var list = situation.list();
        var wanted = list.standingOf(choice.candidateId());
        if (!list.ranking().preferenceCounts()) {
            return List.of();
        }
        return list.preferred().stream()
                .filter(entry -> !entry.id().equals(choice.candidateId()))
                .map(entry -> new NotInTheWay(entry.id(), why(situation, entry, wanted, choice)))
                .toList();
    }

    private static NotInTheWay.Why why(
            Situation situation, ReferralList.Entry entry, Optional<ReferralList.Entry> wanted, Choice choice) {
        if (!isOwedTo(situation.standing(entry.id()))) {
            return NotInTheWay.Why.ON_RECORD;
        }
        if (!entry.candidate().locations().contains(choice.dutyLocation())) {
            return NotInTheWay.Why.ELSEWHERE;
        }
        var ranking = situation.list().ranking();
        // Before or after somebody who stands nowhere is nobody: who is owed the position there is named by the
        // refusal.
        if (wanted.isEmpty() || comesFirst(ranking, entry, wanted.get())) {
            return NotInTheWay.Why.EQUAL;
        }
        return ranking.method() == RankingMethod.NUMERIC
                        && entry.group() > wanted.get().group()
                ? NotInTheWay.Why.BEHIND_THE_TOP
                : NotInTheWay.Why.BEHIND;
    }

    private static boolean comesFirst(Ranking ranking, ReferralList.Entry eligible, ReferralList.Entry wanted) {
        if (ranking.method() != RankingMethod.NUMERIC || eligible.group() != wanted.group()) {
            return eligible.group() <= wanted.group();
        }
        var score = eligible.candidate().score();
        return score != null
                && (wanted.candidate().score() == null
                        || score.compareTo(wanted.candidate().score()) >= 0);
    }

    private static boolean isOwedTo(CaseStanding standing) {
        return !standing.elected() && !standing.declinedOrSilent() && !isHeldFor(standing) && !standing.isLeftOut();
    }

    /** What is held counts while a request that was filed is not decided, and no longer (5 CFR 332.406, 5 U.S.C. 3318(c)(1)). */
    private static boolean isHeldFor(CaseStanding standing) {
        return standing.vacancyHeld() && standing.passOver() == PassOver.PENDING;
    }

    /** All who come first are named at once, with what each of them still needs. */
    private static Ruling.Refused refused(Situation situation, List<UUID> owed) {
        var open = whose(situation, owed, where -> where == PassOver.NONE);
        var asked = whose(situation, owed, where -> where == PassOver.ASKED);
        var pending = whose(situation, owed, where -> where == PassOver.PENDING);
        var holdable = pending.stream()
                .filter(id -> VacancyToHold.isLeftToHold(situation, id))
                .toList();
        var said = new Saying();
        obstacles(
                said,
                written(situation),
                open,
                whose(situation, owed, PassOver::isUnderWay),
                whose(situation, owed, PassOver::isDenied));
        if (owed.size() == 1) {
            wayOut(said, owed.get(0), passOver(situation, owed.get(0)), !holdable.isEmpty());
        } else {
            waysOut(said, owed, open, asked, pending, holdable);
        }
        var exits = new ArrayList<Exit>();
        var mayBeHeld = Set.copyOf(holdable);
        for (var id : owed) {
            exits.add(Exit.to(Exit.Way.ELECT_FIRST, id));
            exits.add(Exit.to(Exit.Way.RECORD_ANSWER, id));
            switch (passOver(situation, id)) {
                case NONE -> exits.add(Exit.to(Exit.Way.ASK_TO_PASS_OVER, id));
                case ASKED -> exits.add(Exit.to(Exit.Way.FILE_REASONS, id));
                case PENDING -> exits.add(Exit.to(Exit.Way.AWAIT_PASS_OVER, id));
                case SUSTAINED, DENIED, OVERTAKEN, REMOVED -> {
                    // Nothing is asked any more.
                }
            }
            if (mayBeHeld.contains(id)) {
                exits.add(Exit.to(Exit.Way.HOLD_VACANCY, id));
            }
        }
        return said.asRefusal(Rule.L14, exits);
    }

    private static Ruling.Refused cannotSay(Situation situation, List<UUID> owed) {
        return NotOnTheList.cannotSay(
                Rule.L14,
                new Saying()
                        .say("whether ")
                        .names(owed)
                        .say((owed.size() == 1
                                        ? ", a preference eligible, comes first "
                                        : ", preference eligibles, come first ")
                                + written(situation)));
    }

    private static List<UUID> whose(Situation situation, List<UUID> owed, Predicate<PassOver> where) {
        return owed.stream().filter(id -> where.test(passOver(situation, id))).toList();
    }

    private static PassOver passOver(Situation situation, UUID candidateId) {
        return situation.standing(candidateId).passOver();
    }

    private static String written(Situation situation) {
        return "(" + situation.list().ranking().passingOverIsWritten() + ")";
    }

    private static void obstacles(Saying said, String written, List<UUID> open, List<UUID> pending, List<UUID> denied) {
        if (!open.isEmpty()) {
            said.names(open)
                    .say((open.size() == 1
                                    ? " is a preference eligible and comes first "
                                    : " are preference eligibles and come first ")
                            + written + ". ");
        }
        if (!pending.isEmpty()) {
            said.say("It is not decided yet whether to pass over ")
                    .names(pending)
                    .say((pending.size() == 1 ? ", a preference eligible " : ", preference eligibles ") + written
                            + ". ");
        }
        if (!denied.isEmpty()) {
            said.say(denied.size() == 1 ? "The request about " : "The requests about ")
                    .names(denied)
                    .say(
                            denied.size() == 1
                                    ? ", a preference eligible who comes first " + written + ", was denied. "
                                    : ", preference eligibles who come first " + written + ", were denied. ");
        }
    }

    /** About one person, who is called by name throughout: who reads it may stand before somebody else's record. */
    private static void wayOut(Saying said, UUID first, PassOver where, boolean holdable) {
        said.say("Elect ").name(first).say("; or record that ").name(first).say(OwnWord.PROVEN);
        switch (where) {
            case NONE -> said.say("; or ask OPM to pass over ").name(first);
            case ASKED -> said.say("; or file the reasons for passing over ").name(first);
            case PENDING -> said.say("; or wait for the decision");
            case SUSTAINED, DENIED, OVERTAKEN, REMOVED -> {
                // Nothing is asked any more.
            }
        }
        if (holdable) {
            said.say("; or hold another vacancy for ").name(first);
        }
        said.say(".");
    }

    private static void waysOut(
            Saying said, List<UUID> owed, List<UUID> open, List<UUID> asked, List<UUID> pending, List<UUID> holdable) {
        said.say("For each of them: elect the person; or record that he or she" + OwnWord.PROVEN);
        about(said, "; or ask OPM to pass over ", open, owed);
        about(said, "; or file the reasons for passing over ", asked, owed);
        about(said, "; or wait for the decision on ", pending, owed);
        about(said, "; or hold another vacancy for ", holdable, owed);
        said.say(".");
    }

    private static void about(Saying said, String way, List<UUID> some, List<UUID> all) {
        if (some.isEmpty()) {
            return;
        }
        said.say(way);
        if (some.size() == all.size()) {
            said.say("him or her");
        } else {
            said.names(some);
        }
    }
}
