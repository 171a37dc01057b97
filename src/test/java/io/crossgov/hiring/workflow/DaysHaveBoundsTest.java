package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.task.TaskForm;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every day that anybody enters anywhere has both bounds, from the facts it belongs to: no form takes the year 1900 or 2100, and each
 * names the answer. A new one is tried as soon as it is there.
 */
@HiringTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaysHaveBoundsTest {

    private static final List<LocalDate> NEVER = List.of(LocalDate.of(1900, 1, 1), LocalDate.of(2100, 1, 1));

    /** What is answered besides, where the usual answers do not ask for the day. */
    private static final Map<String, Map<String, Object>> ASKED_WITH = Map.of(
            "identify-position-description classifiedOn",
            answers("classification", "CLASSIFIED", "classificationRequestedOn", null),
            "identify-position-description classificationRequestedOn",
            answers("classification", "REQUESTED", "classifiedOn", null),
            "complete-talent-pool-request freezeApprovalDate",
            committee("freezeOpmToldOn"),
            "complete-talent-pool-request freezeOpmToldOn",
            committee("freezeApprovalDate"),
            "resolve-rpl clearedOn",
            answers("resolution", "CLEARED", "exceptionGround", null, "document", null),
            "record-offer-answer newDueOn",
            answers(
                    "answer",
                    "MORE_INFORMATION",
                    "questions",
                    "Is relocation paid?",
                    "federalEmployee",
                    null,
                    "federalAgency",
                    null));

    @Autowired
    private List<TaskForm<?>> forms;

    @Autowired
    private TaskService tasks;

    private HireScenario scenario;
    private final Set<String> refused = new TreeSet<>();
    private final List<String> taken = new ArrayList<>();

    private static Map<String, Object> committee(String other) {
        return answers(
                "freezeGround",
                "committee-approval-in-staffing-plan",
                "freezeAnswer",
                "CONFIRM",
                "freezeApprovalNumber",
                "SHC-26-1",
                "freezePlanLine",
                "Line 4",
                other,
                "2026-02-20");
    }

    @BeforeAll
    void every_task_is_tried_with_days_that_cannot_be(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        new EveryTask(scenario, tasks, (work, task, changed) -> {
                    days(task).forEach(field -> tries(work, task, field, changed));
                    scenario.usual(task).completes(work, task, changed);
                })
                .comesUp();
    }

    @AfterAll
    void nothingIsLeftBehind() {
        scenario.close();
    }

    private void tries(Work work, String task, String field, Map<String, Object> changed) {
        for (var day : NEVER) {
            var answers = new HashMap<>(changed);
            answers.putAll(ASKED_WITH.getOrDefault(task + " " + field, Map.of()));
            answers.put(field, day.toString());
            var faults =
                    scenario.usual(task).cannotComplete(work, task, answers).faults();
            faults.stream()
                    .filter(fault -> field.equals(fault.field()))
                    .filter(fault -> !fault.sentence().contains("Leave this answer out"))
                    .findFirst()
                    .ifPresentOrElse(
                            fault -> refused.add(task + " " + field + " " + day.getYear()),
                            () -> taken.add(task + " " + field + " " + day.getYear() + ": " + faults));
        }
    }

    private List<String> days(String task) {
        return forms.stream()
                .filter(form -> form.taskId().equals(task))
                .flatMap(form -> Arrays.stream(form.answers().getRecordComponents()))
                .filter(answer -> answer.getType() == LocalDate.class)
                .map(RecordComponent::getName)
                .toList();
    }

    @Test
    void no_form_takes_a_day_of_1900_or_2100() {
        var all = forms.stream()
                .flatMap(form -> days(form.taskId()).stream()
                        .flatMap(field -> NEVER.stream().map(day -> form.taskId() + " " + field + " " + day.getYear())))
                .toList();
        assertThat(all).hasSizeGreaterThan(40);
        assertThat(refused).as("tried: " + taken).containsExactlyInAnyOrderElementsOf(all);
    }
}
