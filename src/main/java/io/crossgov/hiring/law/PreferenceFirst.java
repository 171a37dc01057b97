package io.crossgov.hiring.law;

import io.crossgov.hiring.law.CaseStanding.PassOver;
import io.crossgov.hiring.pool.RankingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * L14: nobody without preference is selected while a preference eligible is available for that duty location in the same (merged)
 * category or a higher one (5 U.S.C. 3319(c)), in a numeric pool with the same score or a higher one (5 U.S.C. 3318(c)). Open once OPM
 * sustained the pass-over for this position (L15), the preference eligible is elected, has declined or not answered, or, once OPM has
 * been asked, another vacancy is held for that person (5 CFR 332.406). Whoever exercises priority at the location (L16) comes before
 * preference.
 */
final class PreferenceFirst {

    private PreferenceFirst() {}

    static Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        var list = situation.list();
        var wanted = list.of(choice.candidateId());
        if (!list.ranking().preferenceCounts()
                || wanted.isEmpty()
                || wanted.get().preferred()
                || PriorityFirst.rightOf(situation, wanted.get(), choice).isPresent()) {
            return Optional.empty();
        }
        return list.preferred().stream()
                // A certificate is issued for a place: who would not work there is not passed over there.
                .filter(entry -> entry.candidate().locations().contains(choice.dutyLocation()))
                .filter(entry -> comesFirst(list.ranking(), entry, wanted.get()))
                .filter(entry -> isOwedTo(situation.standing(entry.id())))
                .findFirst()
                .map(entry -> refused(situation, entry));
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
        return !standing.elected()
                && !standing.declinedOrSilent()
                && !isHeldFor(standing)
                && standing.passOver() != PassOver.SUSTAINED;
    }

    /** A vacancy can be held only for somebody about whom OPM has been asked (5 CFR 332.406). */
    private static boolean isHeldFor(CaseStanding standing) {
        return standing.vacancyHeld() && standing.passOver() != PassOver.NONE;
    }

    private static Ruling.Refused refused(Situation situation, ReferralList.Entry first) {
        var exits = new ArrayList<Exit>();
        exits.add(Exit.to(Exit.Way.ELECT_FIRST, first.id()));
        exits.add(Exit.to(Exit.Way.RECORD_ANSWER, first.id()));
        var obstacle =
                switch (situation.standing(first.id()).passOver()) {
                    case NONE, SUSTAINED -> {
                        exits.add(Exit.to(Exit.Way.ASK_TO_PASS_OVER, first.id()));
                        yield "%s is a preference eligible and comes first (L14).";
                    }
                    case PENDING -> {
                        exits.add(Exit.to(Exit.Way.AWAIT_PASS_OVER, first.id()));
                        yield "OPM has not decided yet on passing over %s, a preference eligible (L14, L15).";
                    }
                    case DENIED -> "OPM denied passing over %s, a preference eligible who comes first (L14, L15).";
                };
        // Held is one vacancy, and one more has to be left for the choice itself.
        var asked = situation.standing(first.id()).passOver() != PassOver.NONE;
        if (asked && situation.vacanciesFreeFor(first.id()) > 1) {
            exits.add(Exit.to(Exit.Way.HOLD_VACANCY, first.id()));
        }
        return new Ruling.Refused("L14", obstacle + wayOut(exits), List.of(first.id(), first.id()), exits);
    }

    private static String wayOut(List<Exit> exits) {
        var ways = new ArrayList<String>();
        for (var exit : exits) {
            ways.add(
                    switch (exit.way()) {
                        case ELECT_FIRST -> "elect %s";
                        case RECORD_ANSWER -> "record, with a note, that this candidate declined or did not answer";
                        case ASK_TO_PASS_OVER -> "ask OPM to pass over this candidate";
                        case AWAIT_PASS_OVER -> "wait for OPM\u2019s decision";
                        case HOLD_VACANCY -> "hold another vacancy for this candidate";
                        default -> throw new IllegalStateException("no way out of L14: " + exit.way());
                    });
        }
        var sentence = String.join("; or ", ways);
        return " " + Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    }
}
