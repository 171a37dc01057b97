package io.crossgov.hiring.law;

import java.util.List;
import java.util.Optional;

/** Nobody is elected for more vacancies than there are; a vacancy held for a preference eligible is that person's (L14). */
public final class FreeVacancy {

    /** No rule of law, but of counting: others were first. */
    public static final String RULE = "step 5";

    private FreeVacancy() {}

    static Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        if (situation.vacanciesFreeFor(choice.candidateId()) > 0) {
            return Optional.empty();
        }
        var heldForOthers = situation.vacanciesTaken() < situation.vacancies();
        return Optional.of(new Ruling.Refused(
                heldForOthers ? "L14" : RULE,
                heldForOthers
                        ? "The remaining vacancy is held for a preference eligible. Elect that candidate, or give up holding the vacancy."
                        : allTaken(situation.vacancies()),
                List.of(),
                List.of(Exit.to(Exit.Way.FREE_VACANCY))));
    }

    /** Whether any vacancy is left at all, held or not. */
    static Optional<Ruling.Refused> checkCase(Situation situation) {
        return situation.vacanciesTaken() < situation.vacancies()
                ? Optional.empty()
                : Optional.of(new Ruling.Refused(
                        RULE, allTaken(situation.vacancies()), List.of(), List.of(Exit.to(Exit.Way.FREE_VACANCY))));
    }

    private static String allTaken(int vacancies) {
        return vacancies == 1
                ? "The vacancy is taken: a selection runs or was filled. You can elect again when that selection ends without entry on duty."
                : "All " + vacancies + " vacancies are taken: their selections run or were filled."
                        + " You can elect again when one of them ends without entry on duty.";
    }
}
