package io.crossgov.hiring.law;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * L22: an agency may object to anybody who was certified, on a ground and in writing (5 U.S.C. 3318(a), 5 CFR 332.406). Sustained, the
 * candidate is removed from consideration on the case's certificate: nobody elects that person, and nothing is owed there by preference,
 * priority or category. Until then nobody is within reach who would be only if it were sustained.
 */
public final class Objection {

    private Objection() {}

    static Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        if (situation.standing(choice.candidateId()).passOver() != CaseStanding.PassOver.REMOVED) {
            return Optional.empty();
        }
        var nobodyLeft = ReferredOnly.isNobodyLeft(situation);
        return Optional.of(new Ruling.Refused(
                Rule.L22,
                "An objection to %s was sustained: this candidate is removed from your certificate (5 CFR 332.406)."
                        + (nobodyLeft
                                ? " Nobody else is left; ask for another pool."
                                : " Choose somebody else from the list."),
                List.of(choice.candidateId()),
                List.of(Exit.to(nobodyLeft ? Exit.Way.USE_ANOTHER_POOL : Exit.Way.CHOOSE_FROM_LIST))));
    }

    /**
     * Whether the reasons may be filed. What an agency thinks of a displaced employee's qualifications is found in writing by two people,
     * independently, and told that person, whichever form it takes (5 CFR 330.605, 330.703): an objection does not take their place (L16).
     *
     * @param aboutQualifications whether the ground is what the candidate can do, and nothing that he or she did or left out
     */
    public static Ruling mayBeFiled(Situation situation, UUID candidateId, boolean aboutQualifications) {
        var exercisesPriority = situation
                .list()
                .standingOf(candidateId)
                .filter(entry -> situation.caseLocations().stream()
                        .anyMatch(location -> PriorityFirst.rightOf(situation, entry, new Choice(candidateId, location))
                                .isPresent()))
                .isPresent();
        return aboutQualifications && exercisesPriority
                ? new Ruling.Refused(
                        Rule.L16,
                        "%s is a displaced employee with priority. On this ground two people first find in writing, one after the other, that"
                                + " this candidate is not well-qualified (5 CFR 330.605, 330.703): record that, or choose another ground.",
                        List.of(candidateId),
                        List.of(Exit.to(Exit.Way.SECOND_REVIEW, candidateId)))
                : new Ruling.Allowed();
    }

    /**
     * Whether the agency may object to the candidate.
     *
     * @param newFacts whether it says what was not known when an earlier request was denied
     */
    public static Ruling mayBeMade(Situation situation, UUID candidateId, boolean newFacts) {
        return situation.list().of(candidateId).isEmpty()
                ? new Ruling.Refused(
                        Rule.L11,
                        "This candidate is not on the referral list of your case now, so there is nothing to object to.",
                        List.of(),
                        List.of(Exit.to(Exit.Way.CHOOSE_FROM_LIST)))
                : PassOverRequest.notAskedAlready(Rule.L22, situation, candidateId, newFacts);
    }
}
