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
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Each task form, submitted empty and with one answer missing and another wrong: everything is said at once, each answer once, in the
 * order of the form, whether a constraint, a rule of the law or another answer is broken. And nothing that somebody answers is left aside in
 * silence: what the form does not ask is refused by name, what it asks is on record.
 */
@HiringTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmptyFormsTest {

    /** Not asked in circumstances in which none of the hires here is: see {@link NotAskedAnswersTest}. */
    private static final Set<String> OTHER_CASES = Set.of(
            EveryTask.FORM_A + " ratingPolicyInPlace",
            EveryTask.FORM_A + " freezeGround",
            EveryTask.FORM_A + " freezeAnswer",
            // Asked always; one of its choices only where there is an exception to choose.
            "resolve-rpl resolution");

    @Autowired
    private List<TaskForm<?>> forms;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    private HireScenario scenario;
    private KeptAnswers kept;
    private final Map<String, List<Fault>> said = new LinkedHashMap<>();
    private final Map<String, List<Fault>> saidOfWrong = new LinkedHashMap<>();
    private final Set<String> triedWithMore = new HashSet<>();
    private final Set<String> refusedAsNotAsked = new TreeSet<>();
    private final List<String> takenThoughNotAsked = new ArrayList<>();

    @BeforeAll
    void every_task_is_tried_with_nothing_entered(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        kept = new KeptAnswers(jdbc);
        new EveryTask(scenario, tasks, (work, task, changed) -> {
                    tries(work, task);
                    triesEmptyAndWrong(work, task);
                    triesWhatIsNotAsked(work, task, changed);
                    kept.completes(scenario.usual(task), work, task, answersOf(task), changed);
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

    private void triesWhatIsNotAsked(Work work, String task, Map<String, Object> changed) {
        if (!triedWithMore.add(task)) {
            return;
        }
        var tries = new NotAsked(scenario.usual(task), work, task, answersOf(task), changed).tries();
        tries.tried().forEach(answer -> refusedAsNotAsked.add(task + " " + answer));
        takenThoughNotAsked.addAll(tries.taken());
    }

    private Class<?> answersOf(String task) {
        return forms.stream()
                .filter(form -> form.taskId().equals(task))
                .findFirst()
                .orElseThrow()
                .answers();
    }

    @Test
    void an_answer_that_the_form_does_not_ask_for_is_refused_by_name() {
        assertThat(takenThoughNotAsked).isEmpty();
        var conditional = forms.stream()
                .flatMap(form -> FormOnScreen.of(form.taskId()).conditional().stream()
                        .map(answer -> form.taskId() + " " + answer))
                .filter(answer -> !OTHER_CASES.contains(answer));
        assertThat(refusedAsNotAsked).containsAll(conditional.toList());
    }

    @Test
    void an_answer_that_the_form_asks_for_is_on_record() {
        assertThat(kept.lost()).isEmpty();
        assertThat(kept.written()).isPositive();
    }

    @Test
    void no_form_with_several_answers_says_what_is_missing_first_and_what_is_wrong_later() {
        var several = forms.stream()
                .filter(form -> form.answers().getRecordComponents().length > 1)
                .map(TaskForm::taskId)
                .toList();
        assertThat(saidOfWrong.keySet()).containsExactlyInAnyOrderElementsOf(several);
        var expected = EmptyAndWrong.at(scenario.today());
        assertThat(saidOfWrong).allSatisfy((task, faults) -> {
            assertThat(faults)
                    .as(task)
                    .extracting(Fault::field)
                    .containsAll(expected.get(task).fields())
                    .doesNotHaveDuplicates();
            assertThat(inOrder(faults, answersOf(task))).as(task).isEqualTo(faults);
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
            assertThat(inOrder(faults, form.answers())).as(form.taskId()).isEqualTo(faults);
        }
    }

    /** As they are told when they are found from the last to the first. */
    private static List<Fault> inOrder(List<Fault> faults, Class<?> answers) {
        var again = new Faults();
        var backwards = new ArrayList<>(faults);
        Collections.reverse(backwards);
        again.addAll(backwards);
        try {
            again.refuseInOrderOf(answers);
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
