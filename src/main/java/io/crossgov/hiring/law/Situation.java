package io.crossgov.hiring.law;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that the law looks at when an agency wants somebody: a case at one moment.
 *
 * @param window of the pool
 * @param ownEmployeesFirst whether the agency's own employees must have had their time to apply (D1: another agency's certificate, 5
 *     U.S.C. 3318(b))
 * @param ownEmployeesApplyUntil last day of that time; empty while they were not told
 * @param ownEmployeesToReview whether the qualifications of those who applied are still to be reviewed (D1)
 * @param shortAppointment whether the appointment is for less than 121 days, which no priority reaches (L16)
 * @param electedOn legal day of the election
 * @param toldOpmOn legal day on which OPM was told of it; empty while electing
 * @param caseLocations duty locations of the case
 * @param list who is referred to the case
 * @param standings what the case has on record, by candidate; nothing for those who are missing. What it has on record about one record of
 *     a person is on record about the person
 * @param vacancies of the case
 * @param vacanciesTaken by selections that run or were filled
 */
public record Situation(
        CertificateWindow window,
        boolean ownEmployeesFirst,
        Optional<LocalDate> ownEmployeesApplyUntil,
        boolean ownEmployeesToReview,
        boolean shortAppointment,
        LocalDate electedOn,
        Optional<LocalDate> toldOpmOn,
        Collection<String> caseLocations,
        ReferralList list,
        Map<UUID, CaseStanding> standings,
        int vacancies,
        int vacanciesTaken) {

    private static final int SHORTEST_WITH_PRIORITY = 121;

    /** Whether an appointment for so many days, extensions included, is too short for any priority (L16, 5 CFR 330.602, 330.702). */
    public static boolean isShort(int days) {
        return days < SHORTEST_WITH_PRIORITY;
    }

    public Situation {
        standings = standings.entrySet().stream()
                .collect(toUnmodifiableMap(
                        entry -> list.asListed(entry.getKey()), Map.Entry::getValue, CaseStanding::and));
    }

    CaseStanding standing(UUID candidateId) {
        return standings.getOrDefault(list.asListed(candidateId), CaseStanding.CLEAR);
    }

    /** The same choice, of the record under which the person stands on the list. */
    Choice asListed(Choice choice) {
        return new Choice(list.asListed(choice.candidateId()), choice.dutyLocation());
    }

    /** Vacancies that are neither taken nor held for somebody else than {@code candidateId}. */
    public int vacanciesFreeFor(UUID candidateId) {
        var listed = list.asListed(candidateId);
        var held = holders().filter(id -> !id.equals(listed)).count();
        return vacancies - vacanciesTaken - (int) held;
    }

    /** For whom a vacancy is held, on the list or not. */
    Stream<UUID> holders() {
        return standings.entrySet().stream()
                .filter(entry -> entry.getValue().keepsVacancy())
                .map(Map.Entry::getKey);
    }
}
