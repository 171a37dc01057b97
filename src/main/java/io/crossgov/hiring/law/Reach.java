package io.crossgov.hiring.law;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Who of a list was within reach of selection at all: referred for a place of the case, with fewer people to be taken first than there are
 * vacancies (L11, L13, L14, L16). Whom the case elected counts among those who come first: they were, when they were elected. For one
 * thread.
 */
public final class Reach {

    private final Situation unelected;
    private final int vacancies;
    private final Map<Place, Long> before = new HashMap<>();

    public Reach(Situation now) {
        // Whoever has left the list with a vacancy comes before nobody on it any more.
        var electedOnList = now.standings().entrySet().stream()
                .filter(entry -> entry.getValue().elected()
                        && now.list().of(entry.getKey()).isPresent())
                .count();
        vacancies = now.vacancies() - (now.vacanciesTaken() - (int) electedOnList);
        unelected = new Situation(
                now.window(),
                now.ownEmployeesFirst(),
                now.ownEmployeesApplyUntil(),
                now.ownEmployeesToReview(),
                now.shortAppointment(),
                now.electedOn(),
                now.toldOpmOn(),
                now.caseLocations(),
                now.list(),
                now.standings().entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .withoutVacancyKept())),
                now.vacancies(),
                now.vacanciesTaken());
    }

    /** Whether the candidate could be selected for any place of the case, once those who come first were. */
    public boolean includes(UUID candidateId) {
        return unelected.caseLocations().stream()
                .map(location -> unelected.asListed(new Choice(candidateId, location)))
                .filter(choice -> ReferredOnly.check(unelected, choice).isEmpty())
                .anyMatch(choice -> comeFirst(choice) < vacancies);
    }

    private long comeFirst(Choice choice) {
        return before.computeIfAbsent(
                Place.of(unelected, choice),
                place -> OrderOfSelection.precedence(unelected, choice) instanceof Ruling.Refused refused
                        ? refused.exits().stream()
                                .filter(exit -> exit.way() == Exit.Way.RECORD_ANSWER)
                                .map(Exit::candidateId)
                                .distinct()
                                .count()
                        : 0L);
    }
}
