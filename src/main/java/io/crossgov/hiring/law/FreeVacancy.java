package io.crossgov.hiring.law;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Optional;

/** Nobody is elected for more vacancies than there are; a vacancy held for a preference eligible is that person's (L14). */
final class FreeVacancy {

    private FreeVacancy() {}

    static Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        if (situation.vacanciesFreeFor(choice.candidateId()) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                situation.vacanciesTaken() < situation.vacancies()
                        ? held(situation, choice)
                        : new Ruling.Refused(
                                Rule.FREE_VACANCY,
                                allTaken(situation.vacancies()),
                                List.of(),
                                List.of(Exit.to(Exit.Way.FREE_VACANCY))));
    }

    private static Ruling.Refused held(Situation situation, Choice choice) {
        var list = situation.list();
        var holders = situation
                .holders()
                .filter(id -> !id.equals(choice.candidateId()) && list.placeOf(id) > 0)
                .sorted(comparingInt(list::placeOf))
                .toList();
        var one = situation.vacancies() - situation.vacanciesTaken() == 1;
        var said =
                new Saying().say(one ? "The remaining vacancy is held for " : "The remaining vacancies are held for ");
        if (holders.isEmpty()) {
            said.say("somebody who is no longer on the list. Give up holding ");
        } else {
            said.names(holders)
                    .say(holders.size() == 1 ? " (5 CFR 332.406). Elect " : " (5 CFR 332.406). Elect one of them")
                    .names(holders.size() == 1 ? holders : List.of())
                    .say(", or give up holding ");
        }
        return said.say(one ? "the vacancy." : "a vacancy.")
                .asRefusal(Rule.L14, List.of(Exit.to(Exit.Way.FREE_VACANCY)));
    }

    /** Whether any vacancy is left at all, held or not. */
    static Optional<Ruling.Refused> checkCase(Situation situation) {
        return situation.vacanciesTaken() < situation.vacancies()
                ? Optional.empty()
                : Optional.of(new Ruling.Refused(
                        Rule.FREE_VACANCY,
                        allTaken(situation.vacancies()),
                        List.of(),
                        List.of(Exit.to(Exit.Way.FREE_VACANCY))));
    }

    private static String allTaken(int vacancies) {
        return vacancies == 1
                ? "The vacancy is taken: a selection for it is under way, or it is filled. You can elect again when that selection ends without entry on duty."
                : "All " + vacancies + " vacancies are taken: their selections run or were filled."
                        + " You can elect again when one of them ends without entry on duty.";
    }
}
