package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.common.Fault;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.task.TaskForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Each task form, submitted empty and with one answer missing and another wrong: everything is said at once, each answer once, in the
 * order of the form, whether a constraint, a rule of the law or another answer is broken.
 */
@HiringTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmptyFormsTest {

    @Autowired
    private List<TaskForm<?>> forms;

    @Autowired
    private TaskService tasks;

    private HireScenario scenario;
    private final Map<String, List<Fault>> said = new LinkedHashMap<>();
    private final Map<String, List<Fault>> saidOfWrong = new LinkedHashMap<>();

    @BeforeAll
    void every_task_is_tried_with_nothing_entered(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        new EveryTask(scenario, tasks, (work, task, changed) -> {
                    tries(work, task);
                    triesEmptyAndWrong(work, task);
                    scenario.usual(task).completes(work, task, changed);
                })
                .comesUp();
    }

    @AfterAll
    void nothingIsLeftBehind() {
        scenario.close();
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

    private void triesEmptyAndWrong(Work work, String task) {
        var wrong = EmptyAndWrong.at(scenario.today()).get(task);
        if (wrong != null) {
            saidOfWrong.computeIfAbsent(task, first -> scenario.usual(task)
                    .cannotComplete(work, task, wrong.changed())
                    .withStatus(400)
                    .faults());
        }
    }

    @Test
    void no_form_with_several_answers_says_what_is_missing_first_and_what_is_wrong_later() {
        var several = forms.stream()
                .filter(form -> form.answers().getRecordComponents().length > 1)
                .map(TaskForm::taskId)
                .toList();
        assertThat(saidOfWrong.keySet()).containsExactlyInAnyOrderElementsOf(several);
        var expected = EmptyAndWrong.at(scenario.today());
        assertThat(saidOfWrong).allSatisfy((task, faults) -> assertThat(faults)
                .as(task)
                .extracting(Fault::field)
                .containsAll(expected.get(task).fields())
                .doesNotHaveDuplicates());
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
        assertThat(said.get(EveryTask.FORM_A))
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
        assertThat(said.get(EveryTask.FORM_B))
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
