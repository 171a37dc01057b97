package io.crossgov.hiring.law;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * On whom a choice that was made rests: it would be unlawful by a rule of precedence (L13, L14, L16) if somebody who comes first had not
 * been elected, too, or had not been away, or if no vacancy had been held for that person (5 CFR 332.406).
 */
final class RestingOn {

    private RestingOn() {}

    /** By which rules, in their order, it rests on the vacancy that is kept for that person, by an election or by holding one. */
    static List<Rule> vacancyKeptFor(Situation situation, Choice choice, UUID first) {
        return vacancyKeptFor(situation, choice, first, situation.standing(first));
    }

    /** The same, were that on record about the person. */
    static List<Rule> vacancyKeptFor(Situation situation, Choice choice, UUID first, CaseStanding standing) {
        var notKept = standing.withoutVacancyKept();
        // Holding one is of no use against priority and category: whom they put first is elected, or does not want it.
        return owed(situation, choice, first, notKept, standing.elected() ? notKept : standing.asElected());
    }

    /** By which rules it rests on that this person, whom another selection has, was not on the list. */
    static List<Rule> absenceOf(Situation situation, Choice choice, UUID absent) {
        var standing = situation.standing(absent);
        return owed(situation, choice, absent, standing, standing);
    }

    private static List<Rule> owed(
            Situation situation, Choice choice, UUID first, CaseStanding byPreference, CaseStanding otherwise) {
        var rules = new ArrayList<Rule>();
        if (PriorityFirst.isOwedBefore(situation, choice, first, otherwise)) {
            rules.add(Rule.L16);
        }
        if (PreferenceFirst.isOwedBefore(situation, choice, first, byPreference)) {
            rules.add(Rule.L14);
        }
        if (HigherCategoryFirst.isOwedBefore(situation, choice, first, otherwise)) {
            rules.add(Rule.L13);
        }
        return rules;
    }
}
