package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Hires in which every task of every process comes up at least once, for tests that do the same with each of them. */
final class EveryTask {

    static final String FORM_A = "complete-talent-pool-request";
    static final String FORM_B = "verify-experience-and-competencies";

    private static final String REVIEWING = "review-and-interview-candidates";

    /** What is done with a task that has come up: it must be completed in the end. */
    interface Doing {

        /** @param changed what is answered other than usual */
        void does(Work work, String task, Map<String, Object> changed);
    }

    private final HireScenario scenario;
    private final TaskService tasks;
    private final Doing doing;

    EveryTask(HireScenario scenario, TaskService tasks, Doing doing) {
        this.scenario = scenario;
        this.tasks = tasks;
        this.doing = doing;
    }

    /** Lets every task come up, most of them several times. */
    void comesUp() {
        oneHireWithAllItsCorrections();
        whatElseHappensToARequest();
        whatElseHappensToASelection();
    }

    private void oneHireWithAllItsCorrections() {
        var hire = aCase();
        does(
                hire,
                "identify-position-description",
                "pdNumber",
                null,
                "classification",
                "REQUESTED",
                "classificationRequestedOn",
                scenario.today(),
                "classifiedOn",
                null,
                "coverSheet",
                null,
                "positionDescription",
                null);
        goesOn(hire, Set.of("classify-position-description", REVIEWING));
        does(hire, "classify-position-description", "pdNumber", "PD-0301-13");
        var selectee = hire.elects("A-01");
        does(selectee, "notify-opm-of-selection", "pdNumber", "PD-0301-13");
        goesOn(selectee, Set.of("verify-selection"));
        does(selectee, "verify-selection", "decision", "PAPER_MISSING", "comment", "The SF-52 is not signed.");
        does(selectee, "correct-selection", "sf52Number", "SF52-2026-0018");
        goesOn(selectee, Set.of("record-offer-answer"));
        does(
                selectee,
                "record-offer-answer",
                "federalEmployee",
                "YES",
                "federalAgency",
                "General Services Administration");
        goesOn(selectee, Set.of());
    }

    private void whatElseHappensToARequest() {
        var frozen = aCase().until(FORM_A);
        does(frozen, FORM_A, "freezeAnswer", "CANNOT_CONFIRM");
        does(frozen, "clarify-freeze-exemption");
        var notCleared = aCase().until(FORM_A, FORM_B);
        scenario.manager.completes(notCleared, FORM_B);
        scenario.hr.completes(notCleared, FORM_A, answers("rplCleared", "NO"));
        does(notCleared, "resolve-rpl");
        var shared = scenario.opensCase(scenario.manager, scenario.sharedCertificate())
                .until(REVIEWING, "notify-own-employees");
        does(shared, "notify-own-employees", "applyUntil", scenario.today().plusDays(1));
        scenario.onDay(scenario.today().plusDays(2));
        shared.timerFires("own-employees-may-apply");
        does(shared, "review-own-employees");
        does(shared, REVIEWING);
    }

    private void whatElseHappensToASelection() {
        var declined = aCase().until(REVIEWING).elects("A-01").until("record-offer-answer");
        scenario.hr.completes(declined, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Pay."));
        does(declined, "determine-withdrawal-scope");
        var pool = scenario.crossGovernmentPool();
        scenario.is(pool, "A-04", "preference", "TP");
        var request =
                scenario.opensCase(scenario.manager, pool).until(REVIEWING).asksToPassOver("A-04");
        // Medical reasons are always OPM's to decide about.
        does(request, "file-pass-over", "ground", "medical");
        does(request, "decide-pass-over");
        scenario.withDelegatedAuthority();
        var objection = aCase().until(REVIEWING).objectsTo("A-01");
        does(objection, "file-pass-over");
        does(objection, "decide-own-pass-over");
        var reserved = scenario.withDaysReserved(scenario.manager, LocalDate.of(2026, 3, 11))
                .crossGovernmentPool();
        var asking = scenario.opensCase(scenario.manager, reserved);
        scenario.coordinator.posts(
                "/api/cases/" + asking.caseNumber() + "/priority-extension",
                answers("until", "2026-03-25", "reason", "Interviews."));
        does(asking, "decide-priority-extension");
    }

    /** Of a pool of its own, so that no other case asks for the same. */
    private Hire aCase() {
        return scenario.opensCase(scenario.manager, scenario.crossGovernmentPool());
    }

    private void goesOn(Work work, Set<String> until) {
        for (var next = next(work, until); next != null; next = next(work, until)) {
            does(work, next);
        }
    }

    private String next(Work work, Set<String> until) {
        var open = work.among(tasks.createTaskQuery()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .filter(task -> !until.contains(task))
                .sorted()
                .toList();
        // Form A says that Form B has been received.
        return open.contains(FORM_B) ? FORM_B : open.isEmpty() ? null : open.get(0);
    }

    private void does(Work work, String task, Object... changed) {
        doing.does(work, task, answers(changed));
    }
}
