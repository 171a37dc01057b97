package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** A task is completed by the right person, through its form, once; every other way is refused and leaves the case as it is. */
@OnBothDatabases
@ExtendWith(OutputCaptureExtension.class)
class TaskCompletionTest {

    private static final String FORM_A = "complete-talent-pool-request";
    private static final String DECISION = "decide-pool-access";

    @Autowired
    private TaskService taskService;

    @Autowired
    private EngineAccess access;

    private HireScenario scenario;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    @Test
    void the_engines_own_way_to_complete_a_task_goes_around_its_form_and_is_refused() {
        var hire = scenario.opensCase().until(DECISION);
        var task = scenario.opm.find(hire, DECISION).orElseThrow().getId();
        scenario.opm
                .refused(
                        hire,
                        () -> access.as(scenario.opm.actor(), () -> {
                            taskService.complete(task, Map.of("accessDecision", "APPROVED"));
                            return null;
                        }))
                .withStatus(403)
                .because("completed by submitting its form");
        assertThat(hire.waitsAt(DECISION).file().accessDecision()).isEmpty();
    }

    @Test
    void even_the_application_itself_cannot_complete_a_task_around_its_form() {
        var hire = scenario.opensCase().until(DECISION);
        var task = scenario.opm.find(hire, DECISION).orElseThrow().getId();
        assertThatThrownBy(() -> access.asItself(() -> {
                    taskService.complete(task);
                    return null;
                }))
                .hasRootCauseInstanceOf(Refusal.class)
                .hasStackTraceContaining("completed by submitting its form");
        assertThat(hire.waitsAt(DECISION).file().accessDecision()).isEmpty();
    }

    @Test
    void a_person_of_another_role_does_not_see_the_task_and_cannot_submit_it_by_its_id() {
        var hire = scenario.opensCase().until(FORM_A, "verify-experience-and-competencies");
        assertThat(scenario.coordinator.find(hire, FORM_A)).isEmpty();
        assertThat(scenario.expert.find(hire, FORM_A)).isEmpty();
        scenario.coordinator.cannotTouch(hire, FORM_A, scenario.hr, answers()).withStatus(403);
        scenario.expert.cannotTouch(hire, FORM_A, scenario.hr, answers()).withStatus(403);
    }

    @Test
    void L21_hr_cannot_decide_for_opm_and_opm_cannot_sign_for_the_agency() {
        var hire = scenario.opensCase().until(FORM_A, "verify-experience-and-competencies");
        scenario.opm.cannotTouch(hire, FORM_A, scenario.hr, answers()).withStatus(403);
        hire.until(DECISION);
        scenario.hr.cannotTouch(hire, DECISION, scenario.opm, answers()).withStatus(403);
        scenario.coordinator
                .cannotTouch(hire, DECISION, scenario.opm, answers())
                .withStatus(403);
    }

    @Test
    void another_agencys_task_reads_like_one_that_does_not_exist() {
        var hire = scenario.opensCase().until(FORM_A, "verify-experience-and-competencies");
        assertThat(scenario.otherHr.find(hire, FORM_A)).isEmpty();
        var theirs = scenario.otherHr
                .cannotTouch(hire, FORM_A, scenario.hr, answers())
                .withStatus(404);
        var none = scenario.otherHr
                .refused(
                        hire,
                        () -> scenario.otherHr.submit("00000000-0000-0000-0000-000000000000", scenario.json(answers())))
                .withStatus(404);
        assertThat(theirs.sentence()).isEqualTo(none.sentence());
    }

    @Test
    void a_task_submitted_twice_is_done_once() {
        var hire = scenario.opensCase();
        var task = scenario.hr
                .find(hire, "identify-position-description")
                .orElseThrow()
                .getId();
        scenario.hr.completes(hire, "identify-position-description");
        scenario.hr
                .refused(hire, () -> scenario.hr.submit(task, scenario.json(answers())))
                .withStatus(404);
        hire.waitsAt("express-interest");
    }

    @Test
    void a_task_somebody_has_taken_is_not_completed_by_a_colleague() {
        var hire = scenario.opensCase();
        var task = scenario.hr
                .find(hire, "identify-position-description")
                .orElseThrow()
                .getId();
        scenario.hr.takes(hire, "identify-position-description");
        scenario.manager
                .cannotPost(hire, "/api/tasks/" + task + "/take", answers())
                .withStatus(409)
                .because("Somebody else has just taken this task.");
        scenario.manager
                .cannotComplete(hire, "identify-position-description", answers())
                .withStatus(409)
                .because("being worked on by " + scenario.hr.name());
        scenario.hr.completes(hire, "identify-position-description");
    }

    @Test
    void a_refusal_reaches_who_asked_and_no_log_because_its_sentence_may_name_a_candidate(CapturedOutput log) {
        var selectee = scenario.opensCase()
                .until("review-and-interview-candidates")
                .elects("A-01")
                .until("return-certificate-review");
        var rows = scenario.manager.opens(selectee, "return-certificate-review").get("rows");
        scenario.manager
                .cannotComplete(selectee, "return-certificate-review", answers("rows", rows))
                .because("Give a decision on Candidate A-0");
        assertThat(log).doesNotContain("Candidate A-0");
    }

    @Test
    void a_script_finds_a_cases_tasks_however_it_writes_the_number() {
        var hire = scenario.opensCase().until(DECISION);
        var number = hire.caseNumber();
        for (var written :
                List.of(number.toLowerCase(Locale.ROOT), number.replace('-', '\u2013'), "\u00a0" + number + " ")) {
            var tasks = scenario.opm.gets("/api/tasks?case=" + written);
            assertThat(tasks).as(written).hasSize(1);
            assertThat(tasks.get(0).get("caseNumber").asText()).isEqualTo(number);
        }
        for (var unknown : List.of("XGH-1999-000001", "XGH-1")) {
            scenario.opm
                    .cannotGet(hire, "/api/tasks?case=" + unknown)
                    .withStatus(404)
                    .because("There is no case");
        }
    }

    @Test
    void a_list_of_tasks_that_goes_on_says_where() {
        var pool = scenario.crossGovernmentPool();
        var hires = Stream.of("Analyst", "Strategist", "Researcher")
                .map(title -> scenario.opensCase(scenario.manager, pool, title).until(DECISION))
                .toList();
        var seen = new ArrayList<String>();
        var next = "/api/tasks?size=2";
        while (next != null) {
            var page = scenario.opm.gets(next);
            page.forEach(task ->
                    seen.add(task.get("caseNumber").asText() + task.get("id").asText()));
            var link = scenario.opm.asks(next).getHeader("Link");
            assertThat(page.size()).isBetween(link == null ? 0 : 2, 2);
            next = link == null ? null : link.replaceAll("^<(.*)>; rel=\"next\"$", "$1");
        }
        assertThat(seen).doesNotHaveDuplicates();
        hires.forEach(hire -> assertThat(seen).anyMatch(task -> task.startsWith(hire.caseNumber())));
        assertThat(scenario.opm.gets("/api/tasks?page=2147483647&size=200")).isEmpty();
    }

    @Test
    void a_script_reads_takes_and_completes_its_tasks_through_the_same_forms() {
        var hire = scenario.opensCase().until(DECISION);
        var tasks = scenario.opm.gets("/api/tasks?case=" + hire.caseNumber());
        assertThat(tasks).hasSize(1);
        var task = tasks.get(0).get("id").asText();
        assertThat(scenario.opm
                        .gets("/api/tasks/" + task)
                        .at("/form/caseNumber")
                        .asText())
                .isEqualTo(hire.caseNumber());
        scenario.opm.posts("/api/tasks/" + task + "/take", answers());
        scenario.opm
                .cannotPost(hire, "/api/tasks/" + task, answers("decision", "DENIED"))
                .at("comment")
                .withStatus(400);
        scenario.opm.posts("/api/tasks/" + task, answers("decision", "APPROVED"));
        assertThat(hire.file().accessApproved()).isTrue();
        scenario.opm
                .cannotPost(hire, "/api/tasks/" + task, answers("decision", "APPROVED"))
                .withStatus(404);
    }

    @Test
    void a_form_of_the_form_editor_is_shown_as_html_to_whoever_sees_the_task() {
        var hire = scenario.opensCase().until(DECISION);
        var task = scenario.opm.find(hire, DECISION).orElseThrow().getId();
        var address = "/api/tasks/" + task + "/form?noCache=1&userId=opm&engineName=default&taskId=" + task;
        assertThat(scenario.opm.looksAt(address)).startsWith("<form").contains("data-field=\"decision\"");
        for (var stranger : List.of(scenario.otherHr, scenario.expert)) {
            assertThat(stranger.looksAt(address)).doesNotContain("<form").contains("404");
        }
        // The case has the number that stands in the form from the task, and from nowhere else.
        assertThat(scenario.opm.looksAt(address)).doesNotContain(hire.caseNumber());
    }

    @Test
    void of_a_form_that_is_html_already_it_is_said_where_it_is_and_not_that_the_task_is_gone() {
        var hire = scenario.opensCase();
        var task = scenario.manager
                .find(hire, "identify-position-description")
                .orElseThrow()
                .getId();
        assertThat(scenario.manager.looksAt("/api/tasks/" + task + "/form"))
                .contains("no form of the form editor")
                .doesNotContain("done already");
        assertThat(scenario.otherManager.looksAt("/api/tasks/" + task + "/form"))
                .contains("done already");
    }

    @Test
    void a_form_takes_its_answers_and_no_other_variable() {
        var hire = scenario.opensCase().until(DECISION);
        var variables = new HashMap<String, Object>();
        variables.put("accessDecision", "APPROVED");
        scenario.opm.cannotSubmit(hire, DECISION, variables).withStatus(400).because("does not take the answer");
        variables.put(
                "form", SpinValues.jsonValue("{\"decision\":\"APPROVED\"}").create());
        scenario.opm.cannotSubmit(hire, DECISION, variables).withStatus(400).because("\"accessDecision\"");
    }

    @Test
    void an_empty_form_or_one_that_cannot_be_read_is_refused_in_words() {
        var hire = scenario.opensCase().until(DECISION);
        scenario.opm.cannotSubmit(hire, DECISION, Map.of()).withStatus(400).because("Approve the request");
        scenario.opm
                .cannotSubmit(
                        hire,
                        DECISION,
                        Map.of(
                                "form",
                                SpinValues.jsonValue("{\"decision\":\"MAYBE\"}").create()))
                .withStatus(400)
                .at("decision")
                .because("must be one of APPROVED, RETURNED, DENIED.");
        scenario.opm
                .cannotSubmit(hire, DECISION, Map.of("form", "no JSON"))
                .withStatus(400)
                .because("not readable");
    }
}
