package io.crossgov.hiring.law;

import io.crossgov.hiring.common.Dates;
import java.util.List;
import java.util.Optional;

/**
 * L12, L17: an election needs an authority that holds, and an order. Direct-hire authority is used within its days; and a pool under
 * delegated examining that ranks nobody, as some were set up before that was refused, would put preference out of force.
 */
final class AuthorityInForce {

    private AuthorityInForce() {}

    static Optional<Ruling.Refused> check(Situation situation) {
        var ranking = situation.list().ranking();
        if (ranking.lacksOrder()) {
            return Optional.of(new Ruling.Refused(
                    Rule.L17,
                    "This pool is under delegated examining and ranks nobody, so that nobody\u2019s preference would count"
                            + " (5 U.S.C. 3317, 3319). Nobody is elected from it before OPM has said how its candidates are"
                            + " ranked; until then you need another pool.",
                    List.of(),
                    List.of(Exit.to(Exit.Way.USE_ANOTHER_POOL))));
        }
        return ranking.authorityDays()
                .filter(days -> !days.include(situation.electedOn()))
                .map(days -> outside(days, situation));
    }

    private static Ruling.Refused outside(AuthorityDays days, Situation situation) {
        var tooEarly = situation.electedOn().isBefore(days.from());
        return new Ruling.Refused(
                Rule.L17,
                "The pool\u2019s direct-hire authority may be used from " + Dates.inWords(days.from())
                        + days.until()
                                .map(last -> " until " + Dates.inWords(last))
                                .orElse(" on")
                        + " (5 CFR 337.205). Outside these days you need another pool.",
                List.of(),
                List.of(
                        tooEarly && situation.window().isOpenOn(days.from())
                                ? Exit.on(days.from())
                                : Exit.to(Exit.Way.USE_ANOTHER_POOL)));
    }
}
