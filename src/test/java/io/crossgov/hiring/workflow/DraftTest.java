package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.draft.FormDrafts;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people enter is kept for them until they send it: for nobody else, and no longer than there is something to do. */
@OnBothDatabases
@ExtendWith(OutputCaptureExtension.class)
class DraftTest {

    private static final String PD = "identify-position-description";
    private static final String INTEREST = "express-interest";
    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String OPEN_CASE = "/api/processes/cross-gov-hiring/draft";

    @Autowired
    private JdbcTemplate jdbc;

    private HireScenario scenario;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
        jdbc.update("delete from draft");
    }

    @Test
    void what_a_person_entered_is_there_again() {
        var task = draftOf(scenario.hr, scenario.opensCase().until(INTEREST), INTEREST);
        assertThat(scenario.hr.gets(task).isNull()).isTrue();

        var first = scenario.hr.puts(task, answers("fteNumber", "FTE-77", "vacancies", 2));
        scenario.hr.puts(task, answers("fteNumber", "FTE-78"));

        var kept = scenario.hr.gets(task);
        assertThat(kept.at("/answers/fteNumber").asText()).isEqualTo("FTE-78");
        assertThat(kept.get("answers").has("vacancies")).isFalse();
        assertThat(kept.get("savedAt").asText()).isEqualTo(first.get("savedAt").asText());
        scenario.hr.deletes(task);
        assertThat(scenario.hr.gets(task).isNull()).isTrue();
    }

    @Test
    void text_of_every_script_comes_back_as_it_was_typed() {
        var task = draftOf(scenario.hr, scenario.opensCase().until(INTEREST), INTEREST);
        var typed = "Zoë O’Brien \u00a0\t\"quoted\" \\ \u202e 𝔘𝔫𝔦𝔠𝔬𝔡𝔢\n第二行";
        scenario.hr.puts(task, answers("note", typed));
        assertThat(scenario.hr.gets(task).at("/answers/note").asText()).isEqualTo(typed);
    }

    @Test
    void nobody_else_reads_it_whatever_his_or_her_role() {
        var hire = scenario.opensCase();
        var task = draftOf(scenario.manager, hire, PD);
        scenario.manager.puts(task, answers("pdNumber", "not for others"));

        for (var colleague : List.of(scenario.hr, scenario.opm)) {
            assertThat(colleague.gets(task).isNull()).as(colleague.name()).isTrue();
            colleague.deletes(task);
        }
        for (var stranger : List.of(scenario.otherManager, scenario.otherHr, scenario.expert)) {
            var theirs = stranger.refused(hire, () -> stranger.gets(task)).withStatus(404);
            var none = stranger.refused(hire, () -> stranger.gets("/api/tasks/" + UUID.randomUUID() + "/draft"))
                    .withStatus(404);
            assertThat(theirs.sentence()).isEqualTo(none.sentence());
            stranger.refused(hire, () -> stranger.puts(task, answers("pdNumber", "X")))
                    .withStatus(404);
            stranger.refused(hire, () -> stranger.deletes(task)).withStatus(404);
        }
        assertThat(scenario.manager.gets(task).at("/answers/pdNumber").asText()).isEqualTo("not for others");
    }

    @Test
    void a_colleagues_draft_for_the_same_task_is_another_one() {
        var hire = scenario.opensCase();
        var task = draftOf(scenario.manager, hire, PD);
        scenario.manager.puts(task, answers("pdNumber", "A"));
        scenario.hr.puts(task, answers("pdNumber", "B"));
        assertThat(scenario.manager.gets(task).at("/answers/pdNumber").asText()).isEqualTo("A");
        assertThat(scenario.hr.gets(task).at("/answers/pdNumber").asText()).isEqualTo("B");
    }

    @Test
    void parts_are_kept_apart_from_the_form_and_from_each_other() {
        var hire = scenario.opensCase().until(REVIEWING);
        var task = draftOf(scenario.manager, hire, REVIEWING);
        var first = task + "?part=candidate-" + hire.candidate("A-01");
        var second = task + "?part=candidate-" + hire.candidate("A-02");
        scenario.manager.puts(first, answers("note", "asked for references"));
        assertThat(scenario.manager.gets(second).isNull()).isTrue();
        assertThat(scenario.manager.gets(task).isNull()).isTrue();
        scenario.manager.puts(second, answers("note", "on leave until Friday"));
        scenario.manager.puts(task, answers("reason", "later"));
        scenario.manager.deletes(task);
        assertThat(scenario.manager.gets(first).at("/answers/note").asText()).isEqualTo("asked for references");
        scenario.manager.deletes(first);
        assertThat(scenario.manager.gets(second).at("/answers/note").asText()).isEqualTo("on leave until Friday");
    }

    @Test
    void it_goes_with_the_task_when_somebody_completes_it() {
        var hire = scenario.opensCase();
        var task = draftOf(scenario.manager, hire, PD);
        scenario.manager.puts(task, answers("pdNumber", "A"));
        scenario.hr.puts(task, answers("pdNumber", "B"));
        scenario.hr.puts(task + "?part=note-1", answers("note", "C"));
        scenario.manager.completes(hire, PD);
        assertThat(rows()).isZero();
        scenario.manager.refused(hire, () -> scenario.manager.gets(task)).withStatus(404);
        scenario.manager
                .refused(hire, () -> scenario.manager.puts(task, answers("pdNumber", "A")))
                .withStatus(404);
    }

    @Test
    void it_stays_when_completing_is_refused() {
        var hire = scenario.opensCase().until(INTEREST);
        var task = draftOf(scenario.hr, hire, INTEREST);
        scenario.hr.puts(task, answers("fteNumber", "FTE-77"));
        scenario.hr.cannotComplete(hire, INTEREST, answers("vacancies", 0)).withStatus(400);
        assertThat(scenario.hr.gets(task).at("/answers/fteNumber").asText()).isEqualTo("FTE-77");
    }

    @Test
    void it_goes_with_the_task_when_the_case_is_closed() {
        var hire = scenario.opensCase().until(INTEREST);
        scenario.hr.puts(draftOf(scenario.hr, hire, INTEREST), answers("fteNumber", "FTE-77"));
        scenario.hr.posts(
                "/api/cases/" + hire.caseNumber() + "/close", answers("reason", "BUDGET", "note", "Budget is gone."));
        assertThat(scenario.hr.find(hire, INTEREST)).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void a_start_form_is_kept_until_the_case_is_open() {
        scenario.manager.puts(OPEN_CASE, answers("positionTitle", "Strategist"));
        assertThat(scenario.hr.gets(OPEN_CASE).isNull()).isTrue();
        assertThat(scenario.manager.gets(OPEN_CASE).at("/answers/positionTitle").asText())
                .isEqualTo("Strategist");
        scenario.opensCase(scenario.manager, scenario.crossGovernmentPool());
        assertThat(rows()).isZero();
    }

    @Test
    void a_second_tab_does_not_overwrite_what_it_has_not_seen() {
        var hire = scenario.opensCase().until(INTEREST);
        var task = draftOf(scenario.hr, hire, INTEREST);
        var first = scenario.hr.puts(task + "?revision=0", answers("fteNumber", "first tab"));
        scenario.hr
                .refused(hire, () -> scenario.hr.puts(task + "?revision=0", answers("fteNumber", "second tab")))
                .withStatus(409)
                .because("in another tab or browser");
        var again = scenario.hr.puts(task + "?revision=" + revision(first), answers("fteNumber", "first tab again"));
        assertThat(revision(again)).isGreaterThan(revision(first));
        scenario.hr
                .refused(
                        hire,
                        () -> scenario.hr.puts(task + "?revision=" + revision(first), answers("fteNumber", "old")))
                .withStatus(409);
        assertThat(scenario.hr.gets(task).at("/answers/fteNumber").asText()).isEqualTo("first tab again");
        scenario.hr.deletes(task);
        scenario.hr
                .refused(
                        hire,
                        () -> scenario.hr.puts(task + "?revision=" + revision(again), answers("fteNumber", "gone")))
                .withStatus(409);
    }

    @Test
    void of_many_tabs_that_begin_at_the_same_moment_one_is_first() throws Exception {
        var hire = scenario.opensCase().until(INTEREST);
        var task = draftOf(scenario.hr, hire, INTEREST);
        var tabs = 4;
        var ready = new CyclicBarrier(tabs);
        var pool = Executors.newFixedThreadPool(tabs);
        try {
            var outcomes = pool.invokeAll(IntStream.range(0, tabs)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(tab -> () -> {
                        ready.await();
                        try {
                            scenario.hr.puts(task + "?revision=0", answers("fteNumber", "tab " + tab));
                            return 200;
                        } catch (io.crossgov.hiring.common.Refusal refusal) {
                            return refusal.kind().status();
                        }
                    })
                    .toList());
            var statuses = outcomes.stream().map(DraftTest::status).sorted().toList();
            assertThat(statuses).containsExactly(200, 409, 409, 409);
        } finally {
            pool.shutdownNow();
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void what_is_too_long_or_no_object_is_refused_and_leaves_what_was_kept() {
        var hire = scenario.opensCase().until(INTEREST);
        var task = draftOf(scenario.hr, hire, INTEREST);
        scenario.hr.puts(task, answers("note", "x".repeat(FormDrafts.LONGEST - 20)));
        scenario.hr
                .refused(hire, () -> scenario.hr.puts(task, answers("note", "y".repeat(FormDrafts.LONGEST))))
                .withStatus(400)
                .because("200,000 characters");
        scenario.hr
                .refused(hire, () -> scenario.hr.puts(task, answers("note", "第".repeat(FormDrafts.LONGEST))))
                .withStatus(400)
                .because("200,000 characters");
        scenario.hr.refused(hire, () -> scenario.hr.puts(task, List.of("a"))).withStatus(400);
        scenario.hr.refused(hire, () -> scenario.hr.puts(task, "text")).withStatus(400);
        for (var half : List.of("{\"a\": 1, \"a\": 2}", "{} {}", "{\"a\": {\"b\": 1, \"b\": 2}}", "{} []")) {
            scenario.hr
                    .refused(hire, () -> scenario.hr.puts(task, new RawValue(half)))
                    .withStatus(400)
                    .because("one JSON object");
        }
        scenario.hr
                .refused(hire, () -> scenario.hr.puts(task + "?part=../x", answers()))
                .withStatus(400)
                .at("part");
        assertThat(scenario.hr.gets(task).at("/answers/note").asText()).startsWith("xxx");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void nothing_of_it_reaches_a_log(CapturedOutput log) {
        var hire = scenario.opensCase().until(INTEREST);
        var task = draftOf(scenario.hr, hire, INTEREST);
        scenario.hr.puts(task + "?revision=0", answers("note", "Rashid-secret"));
        scenario.hr
                .refused(hire, () -> scenario.hr.puts(task + "?revision=0", answers("note", "Rashid-secret")))
                .withStatus(409);
        scenario.hr.refused(hire, () -> scenario.hr.puts(task, "Rashid-secret")).withStatus(400);
        assertThat(log).doesNotContain("Rashid-secret");
    }

    private static String draftOf(Colleague person, Hire hire, String taskId) {
        return "/api/tasks/" + person.find(hire, taskId).orElseThrow().getId() + "/draft";
    }

    private static int revision(JsonNode kept) {
        return kept.get("revision").asInt();
    }

    private static int status(java.util.concurrent.Future<Integer> outcome) {
        try {
            return outcome.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private int rows() {
        return jdbc.queryForObject("select count(*) from draft", Integer.class);
    }
}
