package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.common.Fault;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.task.TaskForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each task form, submitted empty: everything that it needs is said at once, each answer once, in the order of the form. */
@HiringTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmptyFormsTest {

    private static final String FORM_A = "complete-talent-pool-request";
    private static final String FORM_B = "verify-experience-and-competencies";
    private static final String REVIEWING = "review-and-interview-candidates";

    @Autowired
    private List<TaskForm<?>> forms;

    @Autowired
    private TaskService tasks;

    private HireScenario scenario;
    private final Map<String, List<Fault>> said = new LinkedHashMap<>();

    @BeforeAll
    void every_task_is_tried_with_nothing_entered(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        oneHireWithAllItsCorrections();
        whatElseHappensToARequest();
        whatElseHappensToASelection();
    }

    @AfterAll
    void nothingIsLeftBehind() {
        scenario.close();
    }

    private void oneHireWithAllItsCorrections() {
        var hire = aCase();
        completes(
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
        completes(hire, "classify-position-description", "pdNumber", "PD-0301-13");
        tries(hire, REVIEWING);
        var selectee = hire.elects("A-01");
        completes(selectee, "notify-opm-of-selection", "pdNumber", "PD-9999");
        goesOn(selectee, Set.of("verify-selection"));
        completes(selectee, "verify-selection", "decision", "PAPER_MISSING");
        completes(selectee, "correct-selection", "pdNumber", "PD-0301-13");
        goesOn(selectee, Set.of("record-offer-answer"));
        completes(
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
        completes(frozen, FORM_A, "freezeAnswer", "CANNOT_CONFIRM");
        tries(frozen, "clarify-freeze-exemption");
        var notCleared = aCase().until(FORM_A, FORM_B);
        scenario.manager.completes(notCleared, FORM_B);
        scenario.hr.completes(notCleared, FORM_A, answers("rplCleared", "NO"));
        tries(notCleared, "resolve-rpl");
        tries(
                scenario.opensCase(scenario.manager, scenario.sharedCertificate())
                        .until(REVIEWING, "notify-own-employees"),
                "notify-own-employees");
    }

    private void whatElseHappensToASelection() {
        var declined = aCase().until(REVIEWING).elects("A-01").until("record-offer-answer");
        scenario.hr.completes(declined, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Pay."));
        tries(declined, "determine-withdrawal-scope");
        var pool = scenario.crossGovernmentPool();
        scenario.is(pool, "A-04", "preference", "TP");
        var request =
                scenario.opensCase(scenario.manager, pool).until(REVIEWING).asksToPassOver("A-04");
        completes(request, "file-pass-over");
        tries(request, "decide-pass-over");
        var reserved = scenario.withDaysReserved(scenario.manager, LocalDate.of(2026, 3, 11))
                .crossGovernmentPool();
        var asking = scenario.opensCase(scenario.manager, reserved);
        scenario.coordinator.posts(
                "/api/cases/" + asking.caseNumber() + "/priority-extension",
                answers("until", "2026-03-25", "reason", "Interviews."));
        tries(asking, "decide-priority-extension");
    }

    /** Of a pool of its own, so that no other case asks for the same. */
    private Hire aCase() {
        return scenario.opensCase(scenario.manager, scenario.crossGovernmentPool());
    }

    /** Tries each task that comes up with nothing entered, then does it as usual. */
    private void goesOn(Work work, Set<String> until) {
        for (var next = next(work, until); next != null; next = next(work, until)) {
            completes(work, next);
        }
    }

    private String next(Work work, Set<String> until) {
        var open = work.among(tasks.createTaskQuery()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .filter(task -> !until.contains(task))
                .toList();
        // Form A says that Form B has been received.
        return open.contains(FORM_B) ? FORM_B : open.isEmpty() ? null : open.get(0);
    }

    private void completes(Work work, String task, Object... changed) {
        tries(work, task);
        scenario.usual(task).completes(work, task, answers(changed));
    }

    private void tries(Work work, String task) {
        said.computeIfAbsent(task, first -> {
            var id = work.among(tasks.createTaskQuery())
                    .taskDefinitionKey(task)
                    .singleResult()
                    .getId();
            var who = scenario.usual(task);
            return who.refused(work, () -> who.submit(id, who.json(Map.of())))
                    .withStatus(400)
                    .faults();
        });
    }

    @Test
    void no_form_is_left_out() {
        assertThat(said.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        forms.stream().map(TaskForm::taskId).toList());
    }

    @Test
    void each_says_everything_it_needs_once_at_its_answer_in_the_order_of_the_form() {
        for (var form : forms) {
            var faults = said.get(form.taskId());
            assertThat(faults).as(form.taskId()).isNotEmpty().allSatisfy(fault -> {
                assertThat(fault.sentence()).matches("[A-Z\"].*[.?]");
                assertThat(Arrays.stream(form.answers().getRecordComponents()).map(each -> each.getName()))
                        .contains(fault.field().replaceAll("[\\[.].*", ""));
            });
            assertThat(faults).extracting(Fault::field).as(form.taskId()).doesNotHaveDuplicates();
            var again = new Faults();
            var backwards = new ArrayList<>(faults);
            Collections.reverse(backwards);
            again.addAll(backwards);
            assertThat(inOrder(again, form.answers())).as(form.taskId()).isEqualTo(faults);
        }
    }

    private static List<Fault> inOrder(Faults faults, Class<?> answers) {
        try {
            faults.refuseInOrderOf(answers);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.faults();
        }
    }

    @Test
    void form_a_mentions_attestations_list_freeze_and_signature_together() {
        assertThat(said.get(FORM_A))
                .extracting(Fault::field)
                .containsExactly(
                        "formBReceived",
                        "ratingPolicyInPlace",
                        "noDuplicateExamining",
                        "fundedFte",
                        "informationComplete",
                        "positionTitle",
                        "series",
                        "grade",
                        "fullPerformanceLevel",
                        "appointmentType",
                        "dutyLocations",
                        "rplCleared",
                        "freezeGround",
                        "freezeAnswer",
                        "officialPhone",
                        "signature");
    }

    @Test
    void form_b_asks_for_each_of_its_answers_and_for_the_decision() {
        assertThat(said.get(FORM_B))
                .extracting(Fault::field)
                .startsWith("experience[0].important")
                .contains("experience[0].neededUponEntry", "competencies[0].important")
                .endsWith("decision", "certifierPhone");
    }

    @Test
    void a_case_is_not_opened_without_pool_and_title() {
        assertThat(scenario.manager.cannotOpenCase(Map.of()).faults())
                .extracting(Fault::field)
                .containsExactly("announcement", "positionTitle");
    }
}
