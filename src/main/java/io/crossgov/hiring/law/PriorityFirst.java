package io.crossgov.hiring.law;

import io.crossgov.hiring.pool.PriorityStatus;
import io.crossgov.hiring.pool.VeteransPreference;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * L16: a well-qualified displaced employee in the commuting area is taken first (5 CFR 330.607, 330.705): CTAP before ICTAP before
 * everybody else. Open for others once the employee is elected, has declined or not answered, or a second review in writing by somebody
 * else found him or her not well-qualified (5 CFR 330.605, 330.703). An appointment for less than 121 days is exempt, and a 10-point
 * preference eligible may be appointed before an ICTAP candidate (5 CFR 330.707).
 */
final class PriorityFirst {

    private static final Set<VeteransPreference> TEN_POINTS =
            EnumSet.of(VeteransPreference.CPS, VeteransPreference.CP, VeteransPreference.XP);

    private PriorityFirst() {}

    static Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        if (situation.shortAppointment()) {
            return Optional.empty();
        }
        var wanted = situation.list().of(choice.candidateId());
        var ownRank = wanted.flatMap(entry -> rightOf(situation, entry, choice))
                .map(Priority::rank)
                .orElse(Integer.MAX_VALUE);
        var tenPoints = wanted.filter(
                        entry -> TEN_POINTS.contains(entry.candidate().preference()))
                .isPresent();
        return situation.list().withPriority().stream()
                .filter(entry -> entry.priority()
                        .filter(right -> right.isAt(choice.dutyLocation()))
                        .filter(right -> right.rank() < ownRank)
                        .filter(right -> !tenPoints || right.status() == PriorityStatus.CTAP)
                        .isPresent())
                .filter(entry -> isOwedTo(situation.standing(entry.id())))
                .findFirst()
                .map(entry -> refused(entry, entry.priority().orElseThrow(), choice));
    }

    /** The priority that a candidate exercises when elected for this choice's duty location. */
    static Optional<Priority> rightOf(Situation situation, ReferralList.Entry entry, Choice choice) {
        return situation.shortAppointment() || situation.standing(entry.id()).notWellQualified()
                ? Optional.empty()
                : entry.priority().filter(right -> right.isAt(choice.dutyLocation()));
    }

    private static boolean isOwedTo(CaseStanding standing) {
        return !standing.elected() && !standing.declinedOrSilent() && !standing.notWellQualified();
    }

    private static Ruling.Refused refused(ReferralList.Entry first, Priority right, Choice choice) {
        return new Ruling.Refused(
                "L16",
                "%s has " + right.status() + " priority in " + Ruling.Refused.asWritten(choice.dutyLocation())
                        + " and must be taken first (L16). Elect %s; or record, with a note, that this candidate declined or did"
                        + " not answer; or have a second person find in writing that this candidate is not well-qualified.",
                List.of(first.id(), first.id()),
                List.of(
                        Exit.to(Exit.Way.ELECT_FIRST, first.id()),
                        Exit.to(Exit.Way.RECORD_ANSWER, first.id()),
                        Exit.to(Exit.Way.SECOND_REVIEW, first.id())));
    }
}
