package io.crossgov.hiring.law;

import java.util.List;
import java.util.UUID;

/**
 * L14: holding a vacancy for a preference eligible while a request about that person waits for its decision (5 CFR 332.406), so that others
 * can be filled meanwhile. What was not filed waits for nobody, and after a denial the candidate comes first again (5 U.S.C. 3318(c)(1)).
 * One vacancy at least is never held: where nobody else could be elected, holding serves nothing.
 */
public final class VacancyToHold {

    private VacancyToHold() {}

    /** Whether one more vacancy may be held, for this candidate. */
    public static Ruling mayBeHeld(Situation situation, UUID candidateId) {
        var standing = situation.standing(candidateId);
        if (standing.elected()) {
            return refused("%s is elected in this case, so no vacancy has to be held.", candidateId);
        }
        return switch (standing.passOver()) {
            case NONE ->
                new Ruling.Refused(
                        Rule.L14,
                        "A vacancy can be held for %s once it is asked to pass over this candidate. Ask first.",
                        List.of(candidateId),
                        List.of(Exit.to(Exit.Way.ASK_TO_PASS_OVER, candidateId)));
            case ASKED ->
                new Ruling.Refused(
                        Rule.L14,
                        "A vacancy can be held for %s while the decision about this candidate is awaited (5 CFR 332.406). File the reasons"
                                + " and the SF-62 first.",
                        List.of(candidateId),
                        List.of(Exit.to(Exit.Way.FILE_REASONS, candidateId)));
            case DENIED, OVERTAKEN ->
                new Ruling.Refused(
                        Rule.L14,
                        "The request about %s was denied, so this candidate comes first again and no vacancy is held (5 U.S.C. 3318(c))."
                                + " Elect %s.",
                        List.of(candidateId, candidateId),
                        List.of(Exit.to(Exit.Way.ELECT_FIRST, candidateId)));
            case SUSTAINED, REMOVED ->
                refused(
                        "The request about %s was sustained, so no vacancy has to be held. You can elect others.",
                        candidateId);
            case PENDING ->
                isLeftToHold(situation, candidateId)
                        ? new Ruling.Allowed()
                        : new Ruling.Refused(
                                Rule.L14,
                                "No vacancy of this case is left that could be held for %s: one has to be left that is not held, so that"
                                        + " somebody else can be elected (5 CFR 332.406).",
                                List.of(candidateId),
                                List.of(Exit.to(Exit.Way.FREE_VACANCY)));
        };
    }

    /** Held is one vacancy, and one more has to be left for somebody else. */
    static boolean isLeftToHold(Situation situation, UUID candidateId) {
        return situation.vacanciesFreeFor(candidateId) > 1;
    }

    private static Ruling.Refused refused(String words, UUID candidateId) {
        return new Ruling.Refused(Rule.L14, words, List.of(candidateId), List.of(Exit.to(Exit.Way.CHOOSE_FROM_LIST)));
    }
}
