package io.crossgov.hiring.law;

import static io.crossgov.hiring.common.HolidaysOnly.BUSINESS_DAY;

import io.crossgov.hiring.law.CaseStanding.PassOver;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What people do when they take a way out that a refusal names. */
final class WayOut {

    private WayOut() {}

    /** The case and the choice after the exit was taken. */
    static Circumstances taken(Exit exit, Circumstances before) {
        return switch (exit.way()) {
            case WAIT -> before.with(on(exit.day(), before.situation()));
            case REVIEW_OWN_EMPLOYEES -> before.with(ownEmployeesReviewed(before.situation()));
            case TELL_OWN_EMPLOYEES -> before.with(ownEmployeesTold(before.situation()));
            case USE_ANOTHER_POOL -> inAnotherPool();
            case CHOOSE_FROM_LIST -> before.with(anybodyElectable(before));
            case CHOOSE_COMMON_LOCATION ->
                before.with(electable(before, before.choice().candidateId()).orElseThrow());
            case ELECT_FIRST -> elected(before, exit.candidateId());
            case RECORD_ANSWER -> recorded(before, exit.candidateId(), CaseStanding::asDeclinedOrSilent);
            case ASK_TO_PASS_OVER -> recorded(before, exit.candidateId(), standing -> standing.with(PassOver.PENDING));
            case FILE_REASONS -> recorded(before, exit.candidateId(), standing -> standing.with(PassOver.PENDING));
            case AWAIT_PASS_OVER -> recorded(before, exit.candidateId(), standing -> standing.with(PassOver.SUSTAINED));
            case HOLD_VACANCY -> recorded(before, exit.candidateId(), CaseStanding::withVacancyHeld);
            case MERGE_CATEGORIES -> merged(before);
            case SECOND_REVIEW -> recorded(before, exit.candidateId(), CaseStanding::asNotWellQualified);
            case FREE_VACANCY -> vacancyFreed(before, before.choice().candidateId());
            case NOTIFY_CANDIDATE, CHOOSE_DAY -> throw new AssertionError("no way out of an election: " + exit);
        };
    }

    private static Circumstances merged(Circumstances before) {
        var now = before.situation();
        return before.referred(
                before.categories().merged(before.ranking(), Merging.left(now).size()), now.caseLocations());
    }

    private static Situation on(LocalDate day, Situation now) {
        return new Situation(
                now.window(),
                now.ownEmployeesFirst(),
                now.ownEmployeesApplyUntil(),
                now.ownEmployeesToReview(),
                now.shortAppointment(),
                day,
                Optional.empty(),
                now.caseLocations(),
                now.list(),
                now.standings(),
                now.vacancies(),
                now.vacanciesTaken());
    }

    private static Situation ownEmployeesTold(Situation now) {
        return new Situation(
                now.window(),
                now.ownEmployeesFirst(),
                Optional.of(BUSINESS_DAY.after(now.electedOn(), 10)),
                now.ownEmployeesToReview(),
                now.shortAppointment(),
                now.electedOn(),
                now.toldOpmOn(),
                now.caseLocations(),
                now.list(),
                now.standings(),
                now.vacancies(),
                now.vacanciesTaken());
    }

    private static Situation ownEmployeesReviewed(Situation now) {
        return new Situation(
                now.window(),
                now.ownEmployeesFirst(),
                now.ownEmployeesApplyUntil(),
                false,
                now.shortAppointment(),
                now.electedOn(),
                now.toldOpmOn(),
                now.caseLocations(),
                now.list(),
                now.standings(),
                now.vacancies(),
                now.vacanciesTaken());
    }

    private static Circumstances inAnotherPool() {
        var newcomer = Applicant.called("Newcomer");
        var hiring = Hiring.from(newcomer);
        return new Circumstances(
                hiring.ranking(),
                hiring.categories(),
                List.of(newcomer.eligible()),
                hiring.situation(),
                new Choice(newcomer.id(), Applicant.DENVER),
                MergePolicy.ALWAYS);
    }

    private static Choice anybodyElectable(Circumstances now) {
        return now.list().entries().stream()
                .flatMap(entry -> electable(now, entry.id()).stream())
                .filter(choice -> Objection.check(now.situation(), choice).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Where somebody on the list may be chosen for. */
    private static Optional<Choice> electable(Circumstances now, UUID candidate) {
        return now.situation().caseLocations().stream()
                .sorted()
                .map(location -> new Choice(candidate, location))
                .filter(choice -> ReferredOnly.check(now.situation(), choice).isEmpty())
                .findFirst();
    }

    private static Circumstances elected(Circumstances now, UUID candidate) {
        var free = now;
        while (free.situation().vacanciesFreeFor(candidate) <= 0) {
            free = vacancyFreed(free, candidate);
        }
        return recorded(with(free, free.situation().vacanciesTaken() + 1), candidate, CaseStanding::asElected);
    }

    /** A selection ends because the selectee declines; or, where a vacancy is held, it is given up. */
    private static Circumstances vacancyFreed(Circumstances now, UUID wanted) {
        var situation = now.situation();
        if (situation.vacanciesTaken() < situation.vacancies()) {
            var holder = first(situation.standings(), wanted, CaseStanding::keepsVacancy);
            return recorded(
                    now,
                    holder.orElseThrow(),
                    standing -> new CaseStanding(
                            standing.elected(),
                            standing.declinedOrSilent(),
                            standing.passOver(),
                            standing.notWellQualified(),
                            false,
                            standing.consideredEnough()));
        }
        var ended = with(now, situation.vacanciesTaken() - 1);
        return first(situation.standings(), wanted, CaseStanding::elected)
                .map(selectee -> recorded(
                        ended,
                        selectee,
                        standing -> new CaseStanding(
                                false,
                                true,
                                standing.passOver(),
                                standing.notWellQualified(),
                                standing.vacancyHeld(),
                                standing.consideredEnough())))
                .orElse(ended);
    }

    private static Optional<UUID> first(
            Map<UUID, CaseStanding> standings, UUID exceptFor, Predicate<CaseStanding> which) {
        return standings.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(exceptFor) && which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    private static Circumstances with(Circumstances now, int taken) {
        return now.with(changed(now.situation(), now.situation().standings(), taken));
    }

    private static Circumstances recorded(Circumstances now, UUID candidate, UnaryOperator<CaseStanding> change) {
        var standings = new HashMap<>(now.situation().standings());
        standings.put(candidate, change.apply(now.situation().standing(candidate)));
        return now.with(changed(now.situation(), standings, now.situation().vacanciesTaken()));
    }

    private static Situation changed(Situation now, Map<UUID, CaseStanding> standings, int taken) {
        return new Situation(
                now.window(),
                now.ownEmployeesFirst(),
                now.ownEmployeesApplyUntil(),
                now.ownEmployeesToReview(),
                now.shortAppointment(),
                now.electedOn(),
                now.toldOpmOn(),
                now.caseLocations(),
                now.list(),
                standings,
                now.vacancies(),
                taken);
    }
}
