package io.crossgov.hiring.law;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * L16: a well-qualified displaced employee in the commuting area is taken first (5 CFR 330.607, 330.705): CTAP before ICTAP before
 * everybody else. Open for others once the employee is elected, has declined or not answered, or a second review in writing by somebody
 * else found him or her not well-qualified (5 CFR 330.605, 330.703), or an objection was sustained (L22). An appointment for less than 121 days is exempt, and a 10-point
 * preference eligible may be appointed before an ICTAP candidate (5 CFR 330.707). Somebody who has left the list is judged by the right
 * he or she would have.
 */
final class PriorityFirst {

    private static final Set<VeteransPreference> TEN_POINTS =
            EnumSet.of(VeteransPreference.CPS, VeteransPreference.CP, VeteransPreference.XP);

    private PriorityFirst() {}

    static Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        var owed = situation.list().withPriority().stream()
                .filter(entry -> comesFirst(situation, entry, choice))
                .filter(entry -> isOwedTo(situation.standing(entry.id())))
                .toList();
        if (owed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                situation.list().standingOf(choice.candidateId()).isPresent()
                        ? refused(owed, choice)
                        : cannotSay(owed, choice));
    }

    /** Whether the choice comes after this displaced employee, whatever is on record about him or her. */
    private static boolean comesFirst(Situation situation, ReferralList.Entry displaced, Choice choice) {
        if (situation.shortAppointment()) {
            return false;
        }
        var wanted = situation.list().standingOf(choice.candidateId());
        var tenPoints = wanted.filter(PriorityFirst::hasTenPoints).isPresent();
        return displaced
                .priority()
                .filter(right -> right.isAt(choice.dutyLocation()))
                .filter(right -> right.rank() < ownRank(situation, choice))
                .filter(right -> !tenPoints || right.status() == PriorityStatus.CTAP)
                .isPresent();
    }

    private static int ownRank(Situation situation, Choice choice) {
        return situation
                .list()
                .standingOf(choice.candidateId())
                .flatMap(entry -> rightOf(situation, entry, choice))
                .map(Priority::rank)
                .orElse(Integer.MAX_VALUE);
    }

    /** Everybody else with priority somewhere, in a choice that this rule does not forbid. */
    static List<NotInTheWay> notInTheWay(Situation situation, Choice choice) {
        if (situation.shortAppointment()) {
            return List.of();
        }
        var ownRank = ownRank(situation, choice);
        return situation.list().withPriority().stream()
                .filter(entry -> !entry.id().equals(choice.candidateId()))
                .map(entry -> new NotInTheWay(entry.id(), why(situation, entry, ownRank, choice)))
                .toList();
    }

    private static NotInTheWay.Why why(Situation situation, ReferralList.Entry entry, int ownRank, Choice choice) {
        if (!isOwedTo(situation.standing(entry.id()))) {
            return NotInTheWay.Why.ON_RECORD;
        }
        var right = entry.priority().filter(there -> there.isAt(choice.dutyLocation()));
        if (right.isEmpty()) {
            return NotInTheWay.Why.ELSEWHERE;
        }
        return right.get().rank() == ownRank ? NotInTheWay.Why.EQUAL : NotInTheWay.Why.BEHIND;
    }

    /** Whether a displaced employee, on the list or not, of whom this were on record would have to be taken before the choice. */
    static boolean isOwedBefore(Situation situation, Choice choice, UUID displaced, CaseStanding standing) {
        return isOwedTo(standing)
                && situation
                        .list()
                        .standingOf(displaced)
                        .filter(entry -> comesFirst(situation, entry, choice))
                        .isPresent();
    }

    static boolean hasTenPoints(ReferralList.Entry entry) {
        return TEN_POINTS.contains(entry.candidate().preference());
    }

    /** The priority that a candidate exercises when elected for this choice's duty location. */
    static Optional<Priority> rightOf(Situation situation, ReferralList.Entry entry, Choice choice) {
        return situation.shortAppointment() || situation.standing(entry.id()).notWellQualified()
                ? Optional.empty()
                : entry.priority().filter(right -> right.isAt(choice.dutyLocation()));
    }

    private static boolean isOwedTo(CaseStanding standing) {
        return !standing.elected()
                && !standing.declinedOrSilent()
                && !standing.notWellQualified()
                && standing.passOver() != CaseStanding.PassOver.REMOVED;
    }

    private static Ruling.Refused cannotSay(List<ReferralList.Entry> owed, Choice choice) {
        return NotOnTheList.cannotSay(
                Rule.L16,
                new Saying()
                        .say("whether ")
                        .names(owed.stream().map(ReferralList.Entry::id).toList())
                        .say((owed.size() == 1 ? ", who has priority in " : ", who have priority in ")
                                + choice.dutyLocation() + ", must be taken first (5 CFR 330.607, 330.705)"));
    }

    /** All who come first are named at once: those of the agency before those of others, and only the former can be elected now. */
    private static Ruling.Refused refused(List<ReferralList.Entry> owed, Choice choice) {
        var byStatus = owed.stream()
                .collect(groupingBy(
                        entry -> entry.priority().orElseThrow().rank(),
                        TreeMap::new,
                        mapping(ReferralList.Entry::id, toList())));
        var next = byStatus.firstEntry().getValue();
        var said = new Saying();
        for (var group : byStatus.entrySet()) {
            var right = group.getKey() == Priority.CTAP_RANK ? PriorityStatus.CTAP : PriorityStatus.ICTAP;
            said.say(group.getValue() == next ? "" : " and ")
                    .names(group.getValue())
                    .say((group.getValue().size() == 1 ? " has " : " have ") + right + " priority");
        }
        said.say(" in " + choice.dutyLocation() + " and must be taken first"
                + (byStatus.size() == 1 ? "" : ", in this order") + " (5 CFR 330.607, 330.705). ");
        if (owed.size() == 1) {
            var first = owed.get(0).id();
            said.say("Elect ")
                    .name(first)
                    .say("; or record that ")
                    .name(first)
                    .say(OwnWord.PROVEN + "; or have a second person find in writing that ")
                    .name(first)
                    .say(" is not well-qualified, which counts once the candidate was sent the result.");
        } else {
            said.say(
                    "For each of them: elect the person; or record that he or she" + OwnWord.PROVEN + ";"
                            + " or have a second person find in writing that he or she is not well-qualified, which counts once the result was sent.");
        }
        var exits = new ArrayList<Exit>();
        next.forEach(id -> exits.add(Exit.to(Exit.Way.ELECT_FIRST, id)));
        for (var entry : owed) {
            exits.add(Exit.to(Exit.Way.RECORD_ANSWER, entry.id()));
            exits.add(Exit.to(Exit.Way.SECOND_REVIEW, entry.id()));
        }
        return said.asRefusal(Rule.L16, exits);
    }
}
