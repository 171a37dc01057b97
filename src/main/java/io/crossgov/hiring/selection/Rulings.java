package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Rule;
import io.crossgov.hiring.law.Ruling;

/** Says to people what the law says. */
final class Rulings {

    private Rulings() {}

    /** For people of the case, who may know its candidates' names. */
    static Refusal asRefusal(Ruling.Refused refused, CaseCandidates.Known known) {
        var sentence = refused.sentence(known::name);
        return refused.rule() == Rule.FREE_VACANCY
                ? Refusal.conflict(sentence)
                : Refusal.byRule(refused.rule().id(), sentence);
    }
}
