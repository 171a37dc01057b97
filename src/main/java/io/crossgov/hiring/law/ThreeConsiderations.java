package io.crossgov.hiring.law;

import io.crossgov.hiring.common.Counted;
import java.util.List;
import java.util.UUID;

/**
 * An agency need not consider somebody once more whom it considered for three appointments to the same position (5 CFR 332.405): that person
 * no longer keeps a lower category closed (L13), and may be selected all the same. Never a preference eligible: 5 U.S.C. 3317(b) lets a
 * certification of one end only after three pass-overs whose reasons OPM held sufficient, and with notice, and 3319(c)(7) keeps that where
 * categories rank. Nor a displaced employee who exercises a priority (L16).
 */
public final class ThreeConsiderations {

    /** For so many appointments somebody has been considered before. */
    public static final int ENOUGH = 3;

    private ThreeConsiderations() {}

    /**
     * Whether the candidate may be left out of consideration.
     *
     * @param applies whether the text says so where categories rank, which is not settled
     * @param considered for how many appointments to this position the agency has considered the candidate
     */
    public static Ruling mayBeLeftOut(Situation situation, UUID candidateId, boolean applies, int considered) {
        var entry = situation.list().of(candidateId);
        if (entry.isEmpty()) {
            return refused(
                    Rule.L11,
                    "This candidate is not on the referral list of your case now, so there is nothing to leave out.",
                    List.of(),
                    Exit.to(Exit.Way.CHOOSE_FROM_LIST));
        }
        if (!applies) {
            return refused(
                    Rule.L13,
                    "Somebody considered three times stays in consideration here: it is not settled that 5 CFR 332.405 holds where"
                            + " categories rank.",
                    List.of(),
                    Exit.to(Exit.Way.CHOOSE_FROM_LIST));
        }
        if (entry.get().preferred()) {
            return refused(
                    Rule.L15,
                    "%s is a preference eligible and is left out only by a pass-over that is sustained (5 U.S.C. 3317(b), 3319(c)(7)).",
                    List.of(candidateId),
                    Exit.to(Exit.Way.ASK_TO_PASS_OVER, candidateId));
        }
        if (hasPriority(situation, entry.get())) {
            return refused(
                    Rule.L16,
                    "%s is a displaced employee with priority and is left out only when two people find in writing that this candidate is"
                            + " not well-qualified (5 CFR 330.605, 330.703).",
                    List.of(candidateId),
                    Exit.to(Exit.Way.SECOND_REVIEW, candidateId));
        }
        return considered >= ENOUGH
                ? new Ruling.Allowed()
                : refused(
                        Rule.L13,
                        "Your agency has considered %s for " + Counted.of(considered, "appointment")
                                + " to this position, by the certificates that it returned. Somebody may be left out after three"
                                + " (5 CFR 332.405).",
                        List.of(candidateId),
                        Exit.to(Exit.Way.ELECT_FIRST, candidateId));
    }

    /** Whether what is on record leaves the person out: not once preference or a priority is known. */
    static boolean leaveOut(Situation situation, ReferralList.Entry entry) {
        return situation.standing(entry.id()).consideredEnough()
                && !entry.preferred()
                && !hasPriority(situation, entry);
    }

    private static boolean hasPriority(Situation situation, ReferralList.Entry entry) {
        return situation.caseLocations().stream()
                .anyMatch(location -> PriorityFirst.rightOf(situation, entry, new Choice(entry.id(), location))
                        .isPresent());
    }

    private static Ruling refused(Rule rule, String words, List<UUID> named, Exit exit) {
        return new Ruling.Refused(rule, words, named, List.of(exit));
    }
}
