package io.crossgov.hiring.scale;

import static io.crossgov.hiring.workflow.Answers.answers;

import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.workflow.Hire;
import io.crossgov.hiring.workflow.HireScenario;
import io.crossgov.hiring.workflow.Selectee;
import io.crossgov.hiring.workflow.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Real cases, made through forms and services as people make them: for each task of the models one at which it is open and nobody has taken
 * it and one in which somebody has, and some that are closed. Each has a pool of its own.
 */
final class OriginalCases {

    static final Set<String> BEFORE_REVIEWING = Set.of(
            "identify-position-description",
            "express-interest",
            "check-pool-match",
            "complete-talent-pool-request",
            "submit-talent-pool-request",
            "decide-pool-access");

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String FORM_A = "complete-talent-pool-request";
    private static final String VERIFYING = "verify-selection";
    private static final String ANSWERED = "record-offer-answer";

    /** In the order in which they come up. */
    private static final List<String> AFTER_ELECTING = List.of(
            "notify-opm-of-selection",
            "name-certificate-recipients",
            "release-application-material",
            "return-certificate-review",
            VERIFYING,
            "correct-selection",
            "extend-tentative-offer",
            ANSWERED,
            "determine-withdrawal-scope",
            "set-pay",
            "request-sf-75",
            "extend-final-offer",
            "record-final-answer",
            "confirm-entry-on-duty");

    /**
     * @param share how often it is met beside the others
     * @param poolOfItsOwn whether an agency can have one such case in a pool at a time
     */
    record Original(
            String caseNumber, String announcement, boolean open, int openTasks, int share, boolean poolOfItsOwn) {}

    private final HireScenario scenario;
    private final List<Original> made = new ArrayList<>();
    private int titles = FIRST_TITLE;

    /** Number in the title of the position; titles are unlike, as are positions. */
    static final int FIRST_TITLE = 40_000_000;

    private OriginalCases(HireScenario scenario) {
        this.scenario = scenario;
    }

    /** Makes them all; takes some seconds. */
    static List<Original> madeBy(HireScenario scenario) {
        var cases = new OriginalCases(scenario);
        cases.requests();
        cases.detoursOfRequests();
        cases.selections();
        cases.severalSelectionsOfACase();
        cases.passOvers();
        cases.closed();
        return cases.made;
    }

    private void requests() {
        for (var taken : List.of(false, true)) {
            BEFORE_REVIEWING.stream().sorted().forEach(task -> keep(fresh().until(task), taken, 4));
            keep(fresh().until(REVIEWING), taken, 12);
        }
    }

    private void detoursOfRequests() {
        for (var taken : List.of(false, true)) {
            var unclassified = fresh();
            scenario.manager.completes(
                    unclassified,
                    "identify-position-description",
                    answers(
                            "classification",
                            "REQUESTED",
                            "classificationRequestedOn",
                            scenario.today(),
                            "classifiedOn",
                            null,
                            "coverSheet",
                            null));
            keep(unclassified.until("classify-position-description", FORM_A), taken, 2);

            var frozen = fresh().until(FORM_A);
            scenario.hr.completes(frozen, FORM_A, answers("freezeAnswer", "CANNOT_CONFIRM"));
            keep(frozen.until("clarify-freeze-exemption"), taken, 1);

            var notCleared = fresh().until(FORM_A);
            scenario.manager.completes(notCleared, "verify-experience-and-competencies");
            scenario.hr.completes(notCleared, FORM_A, answers("rplCleared", "NO"));
            keep(notCleared.until("resolve-rpl"), taken, 1);

            var shared = scenario.opensCase(scenario.manager, scenario.sharedCertificate(), title());
            keep(shared.until(REVIEWING, "notify-own-employees"), taken, 1);
        }
        scenario.withDaysReserved(scenario.manager, LocalDate.of(2026, 3, 11));
        var reserved = fresh();
        scenario.withDaysReserved(scenario.manager, null);
        scenario.coordinator.posts(
                "/api/cases/" + reserved.caseNumber() + "/priority-extension",
                answers("until", "2026-03-25", "reason", "Interviews in two rounds."));
        made.add(original(reserved, true, 0, true));
    }

    private void selections() {
        AFTER_ELECTING.forEach(task -> {
            var hire = fresh().until(REVIEWING);
            comesTo(task, hire.elects("A-01"));
            keep(hire, false, task.equals("confirm-entry-on-duty") ? 8 : 3);
        });
    }

    /** Four people are hired at once, and each is at another step that somebody has taken. */
    private void severalSelectionsOfACase() {
        for (int first = 0; first < AFTER_ELECTING.size(); first += 4) {
            var hire = scenario.withVacancies(4).opensCase(scenario.manager, scenario.crossGovernmentPool(), title());
            hire.until(REVIEWING);
            for (int next = first; next < Math.min(first + 4, AFTER_ELECTING.size()); next++) {
                var selectee = hire.elects("A-0" + (next - first + 1));
                comesTo(AFTER_ELECTING.get(next), selectee);
                takes(selectee, selectee.openTasks());
            }
            keep(hire, true, 3);
        }
        scenario.withVacancies(1);
    }

    private void comesTo(String task, Selectee selectee) {
        switch (task) {
            case "correct-selection" -> {
                selectee.until(VERIFYING);
                scenario.opm.completes(
                        selectee, VERIFYING, answers("decision", "PAPER_MISSING", "comment", "The SF-52 is missing."));
            }
            case "determine-withdrawal-scope" -> {
                selectee.until(ANSWERED);
                scenario.hr.completes(
                        selectee, ANSWERED, answers("answer", "DECLINED", "declineReason", "Stays where she is."));
            }
            case "request-sf-75" -> {
                selectee.until(ANSWERED);
                scenario.hr.completes(
                        selectee,
                        ANSWERED,
                        answers("federalEmployee", "YES", "federalAgency", "General Services Administration"));
            }
            default -> selectee.until(task);
        }
        if (!selectee.openTasks().contains(task)) {
            throw new AssertionError(task + " is not open: " + selectee.openTasks());
        }
    }

    private void passOvers() {
        for (var taken : List.of(false, true)) {
            for (var filed : List.of(false, true)) {
                var pool = scenario.crossGovernmentPool();
                scenario.is(pool, "A-04", "preference", "TP");
                var hire = scenario.opensCase(scenario.manager, pool, title()).until(REVIEWING);
                var request = hire.asksToPassOver("A-04");
                if (filed) {
                    scenario.manager.completes(request, "file-pass-over");
                }
                keep(hire, taken, 1);
            }
        }
    }

    private void closed() {
        var filled = fresh().until(REVIEWING);
        filled.elects("A-01").untilTheEnd();
        made.add(original(filled, false, 8, false));
        var denied = fresh().until("decide-pool-access");
        scenario.opm.completes(
                denied, "decide-pool-access", answers("decision", "DENIED", "comment", "Another pool fits better."));
        made.add(original(denied, false, 1, false));
        var nobody = fresh().until(REVIEWING);
        scenario.manager.completes(nobody, REVIEWING);
        made.add(original(nobody, false, 2, false));
        var cancelled = fresh().until("submit-talent-pool-request");
        cancelled.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, "No longer needed.");
        made.add(original(cancelled, false, 1, false));
    }

    /** A case in a pool of its own, so that no other one asks for the same. */
    private Hire fresh() {
        return scenario.opensCase(scenario.manager, scenario.crossGovernmentPool(), title());
    }

    private String title() {
        return "Customer Experience Strategist, team " + ++titles;
    }

    private void keep(Hire hire, boolean taken, int share) {
        if (taken) {
            takes(hire, hire.openTasks());
        }
        made.add(original(hire, true, share, false));
    }

    private void takes(Work work, Set<String> tasks) {
        tasks.stream()
                .filter(task -> scenario.opm.find(work, task).orElseThrow().getAssignee() == null)
                .forEach(task -> scenario.usual(task).takes(work, task));
    }

    private static Original original(Hire hire, boolean open, int share, boolean poolOfItsOwn) {
        return new Original(
                hire.caseNumber(),
                hire.pool().announcement().value(),
                open,
                hire.openTasks().size(),
                share,
                poolOfItsOwn);
    }
}
