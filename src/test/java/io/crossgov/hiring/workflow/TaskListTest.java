package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.common.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the task lists tell of each task, what a search finds and what comes next: to whom it may be told, and to nobody else. */
@OnBothDatabases
class TaskListTest {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String PAY = "set-pay";
    private static final String NAMING = "name-certificate-recipients";
    private static final String RELEASING = "release-application-material";

    private HireScenario scenario;

    @BeforeEach
    void people(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    // --- facts

    @Test
    void two_selectees_of_one_case_are_told_apart_in_the_list() {
        var hire = scenario.withVacancies(2).opensCase().until(REVIEWING);
        var one = hire.elects("A-01").until(PAY);
        var other = hire.elects("A-03").until(PAY);

        var facts = facts(scenario.hr, task(one, PAY), task(other, PAY));

        assertThat(facts).hasSize(2).allSatisfy(fact -> {
            assertThat(fact.get("name").asText()).isEqualTo("8 Set Pay");
            assertThat(fact.get("caseNumber").asText()).isEqualTo(hire.caseNumber());
            assertThat(fact.get("positionTitle").asText()).isEqualTo("Customer Experience Strategist");
            assertThat(fact.get("roles").get(0).asText()).isEqualTo("HR specialist");
        });
        assertThat(facts.stream().map(fact -> fact.get("candidate").asText()))
                .containsExactlyInAnyOrder("Candidate A-01", "Candidate A-03");
    }

    @Test
    void a_task_tells_who_has_it_and_until_which_day() {
        var hire = scenario.opensCase();
        var task = task(hire, "identify-position-description");
        assertThat(facts(scenario.hr, task).get(0).get("takenBy").isNull()).isTrue();
        scenario.manager.takes(hire, "identify-position-description");

        var forColleague = facts(scenario.hr, task).get(0);
        var forHerself = facts(scenario.manager, task).get(0);

        assertThat(forColleague.get("takenBy").asText()).isEqualTo("Maria Delgado");
        assertThat(forColleague.get("takenByReader").asBoolean()).isFalse();
        assertThat(forHerself.get("takenByReader").asBoolean()).isTrue();
        assertThat(forColleague.get("due").asText()).isEqualTo("2026-03-09");
        assertThat(forColleague.get("dueInWords").asText()).isEqualTo("Due Mon, Mar 9, 2026, Eastern Time");
        assertThat(forColleague.get("overdue").asBoolean()).isFalse();
        scenario.onDay(LocalDate.of(2026, 3, 9));
        assertThat(facts(scenario.hr, task).get(0).get("dueInWords").asText())
                .isEqualTo("Due today, Mon, Mar 9, 2026, Eastern Time");
        scenario.onDay(LocalDate.of(2026, 3, 10));
        assertThat(facts(scenario.hr, task).get(0).get("dueInWords").asText())
                .isEqualTo("Overdue since Mon, Mar 9, 2026, Eastern Time");
        assertThat(facts(scenario.hr, task).get(0).get("overdue").asBoolean()).isTrue();
        scenario.onDay(LocalDate.of(2027, 1, 4));
        assertThat(facts(scenario.hr, task).get(0).get("dueInWords").asText())
                .isEqualTo("Overdue since Mon, Mar 9, 2026, Eastern Time");
    }

    @Test
    void who_may_not_see_a_task_or_know_a_name_is_told_neither() {
        var hire = scenario.opensCase().until(REVIEWING);
        var selectee = hire.elects("A-01").until(PAY);
        scenario.is(hire.pool(), "A-06", "preference", "TP");
        var request = hire.asksToPassOver("A-06");
        var tasks = new String[] {task(hire, REVIEWING), task(selectee, PAY), task(request, "file-pass-over")};

        assertThat(names(facts(scenario.hr, tasks))).containsExactlyInAnyOrder("Candidate A-01", "Candidate A-06", "");
        assertThat(names(facts(scenario.opm, tasks))).containsExactlyInAnyOrder("Candidate A-01", "Candidate A-06", "");
        assertThat(names(facts(scenario.manager, tasks))).containsExactlyInAnyOrder("Candidate A-06", "");
        for (var nobody : List.of(
                scenario.coordinator,
                scenario.expert,
                scenario.designer,
                scenario.otherManager,
                scenario.otherHr,
                scenario.otherCoordinator)) {
            assertThat(facts(nobody, tasks)).as(nobody.name()).isEmpty();
        }
        // On the case's page everybody at the agency reads who has the ball; a name only who may know it.
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber())).contains("8 Set Pay", "Candidate A-06");
        assertThat(scenario.coordinator.looksAt("/cases/" + hire.caseNumber()))
                .contains("4 File Pass-over or Objection")
                .doesNotContain("Candidate A-06");
        assertThat(scenario.expert.looksAt("/cases/" + hire.caseNumber()))
                .contains("8 Set Pay")
                .doesNotContain("Candidate A-0");
    }

    @Test
    void a_list_costs_no_more_statements_the_longer_it_is() {
        var hire = scenario.withVacancies(2).opensCase().until(REVIEWING);
        var tasks = new ArrayList<String>();
        tasks.add(task(hire.elects("A-01").until(PAY), PAY));
        modelsAreRead(scenario.hr, hire);
        var few = StatementCounter.alwaysDuring(() -> facts(scenario.hr, tasks.toArray(String[]::new)));
        tasks.add(task(hire.elects("A-03").until(PAY), PAY));
        for (int other = 1; other <= 20; other++) {
            tasks.add(task(
                    scenario.opensCase(scenario.manager, hire.pool(), "Strategist, team " + other),
                    "identify-position-description"));
        }

        modelsAreRead(scenario.hr, hire);
        var many = StatementCounter.alwaysDuring(() ->
                assertThat(facts(scenario.hr, tasks.toArray(String[]::new))).hasSize(22));

        assertThat(many).as(String.join("\n", many)).hasSizeLessThanOrEqualTo(few.size());
    }

    // --- completing in the row

    @Test
    void the_recipients_of_the_certificate_are_named_in_the_row_and_by_one_press() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01").until(NAMING);
        var task = task(selectee, NAMING);
        var asItStands = facts(scenario.coordinator, task).get(0).get("asItStands");

        var form = scenario.coordinator.opens(selectee, NAMING).get("recipients");
        assertThat(asItStands.get("answers").get("recipients")).hasSize(1).isEqualTo(form);
        assertThat(form.get(0).get("name").asText()).isEqualTo(scenario.manager.name());
        assertThat(asItStands.get("inWords").asText())
                .isEqualTo(
                        "The certificate and the application material go to %s (%s).",
                        scenario.manager.name(), form.get(0).get("email").asText());
        var messages = scenario.coordinator.posts("/api/tasks/" + task + "/messages", asItStands.get("answers"));
        assertThat(messages.findValuesAsText("text")).isNotEmpty().allSatisfy(text -> assertThat(text)
                .contains(scenario.manager.name()));
        scenario.coordinator.posts("/api/tasks/" + task, asItStands.get("answers"));
        selectee.waitsAt(RELEASING);
    }

    @Test
    void the_material_is_released_today_in_the_row_to_those_who_were_named() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01").until(NAMING);
        scenario.coordinator.completes(
                selectee,
                NAMING,
                answers(
                        "recipients",
                        List.of(
                                answers("name", "Ana Ruiz", "email", "ana@agency.example"),
                                answers("name", "Lou Bell", "email", "lou@agency.example"))));
        var task = task(selectee, RELEASING);
        var asItStands = facts(scenario.opm, task).get(0).get("asItStands");

        assertThat(asItStands.get("inWords").asText())
                .isEqualTo("Released today, " + Dates.inWords(scenario.today())
                        + ", everything together, to Ana Ruiz (ana@agency.example), Lou Bell (lou@agency.example).");
        scenario.opm.posts("/api/tasks/" + task, asItStands.get("answers"));
        selectee.waitsAt("return-certificate-review");
    }

    @Test
    void L19_the_review_is_due_within_16_days_of_the_release_and_its_form_says_the_day() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01").until(RELEASING);
        scenario.onDay(LocalDate.of(2026, 3, 5));
        scenario.opm.completes(selectee, RELEASING, answers("releasedOn", "2026-03-03"));

        var task = task(selectee, "return-certificate-review");
        assertThat(facts(scenario.manager, task).get(0).get("dueInWords").asText())
                .isEqualTo("Due Thu, Mar 19, 2026, Eastern Time");
        assertThat(scenario.manager
                        .opens(selectee, "return-certificate-review")
                        .get("expected")
                        .asText())
                .isEqualTo("within 16 days, by Thu, Mar 19, 2026, Eastern Time");
    }

    @Test
    void what_somebody_has_taken_or_begun_or_nobody_may_take_and_what_has_to_be_read_is_completed_in_no_row() {
        var selectee = scenario.opensCase().until(REVIEWING).elects("A-01").until(NAMING);
        var naming = task(selectee, NAMING);
        assertThat(asItStands(scenario.hr, naming)).isEmpty();
        scenario.coordinator.puts("/api/tasks/" + naming + "/draft", answers("recipients", List.of()));
        assertThat(asItStands(scenario.coordinator, naming)).isEmpty();
        scenario.coordinator.deletes("/api/tasks/" + naming + "/draft");
        assertThat(asItStands(scenario.coordinator, naming)).isPresent();
        scenario.coordinator.takes(selectee, NAMING);
        assertThat(asItStands(scenario.coordinator, naming)).isEmpty();

        selectee.until("extend-tentative-offer");
        assertThat(asItStands(scenario.hr, task(selectee, "extend-tentative-offer")))
                .isEmpty();
    }

    @Test
    void what_completing_in_a_row_says_costs_no_more_statements_for_more_rows() {
        var hire = scenario.withVacancies(4).opensCase().until(REVIEWING);
        for (var stands : List.of(NAMING, RELEASING)) {
            var reader = stands.equals(NAMING) ? scenario.coordinator : scenario.opm;
            var one = task(hire.elects(stands.equals(NAMING) ? "A-01" : "A-04").until(stands), stands);
            modelsAreRead(reader, hire);
            var few = StatementCounter.alwaysDuring(() -> facts(reader, one));
            var other =
                    task(hire.elects(stands.equals(NAMING) ? "A-03" : "A-05").until(stands), stands);
            var many = StatementCounter.alwaysDuring(
                    () -> assertThat(facts(reader, one, other)).hasSize(2));
            assertThat(many).as(String.join("\n", many)).hasSizeLessThanOrEqualTo(few.size());
        }
    }

    /** Each model is read once, whoever asks first. */
    private void modelsAreRead(Colleague reader, Hire hire) {
        next(reader, hire);
    }

    private Optional<JsonNode> asItStands(Colleague who, String task) {
        return facts(who, task).stream()
                .map(fact -> fact.get("asItStands"))
                .filter(stands -> !stands.isNull())
                .findFirst();
    }

    @Test
    void nobody_asks_for_more_tasks_at_once_than_a_page_shows() {
        var tooMany = Stream.generate(() -> "t" + Math.random()).limit(101).collect(Collectors.joining(","));
        assertThat(scenario.hr
                        .refused(scenario.opensCase(), () -> scenario.hr.gets("/api/tasks/facts?ids=" + tooMany))
                        .sentence())
                .isEqualTo("Ask for at most 100 tasks at once.");
    }

    // --- search

    @Test
    void a_case_is_found_by_its_number_its_position_or_a_selectee() {
        var pool = scenario.crossGovernmentPool();
        var hire = scenario.opensCase(
                        scenario.manager, pool, "Strategist for 100% of the agency\u2019s front_door \u2013 East")
                .until(REVIEWING);
        hire.elects("A-05");
        var digits = hire.caseNumber().substring(9);

        for (var words : List.of(
                hire.caseNumber(),
                hire.caseNumber().toLowerCase(java.util.Locale.ROOT),
                digits,
                "  " + hire.caseNumber() + " ",
                "strategist FRONT_DOOR",
                "front_door strategist",
                "100% of",
                "front_door",
                "the agency's",
                "AGENCY\u02BCS front_door - east",
                "candidate a-05",
                "candidate a\u201105")) {
            assertThat(found(scenario.manager, words)).as(words).contains(hire.caseNumber());
            assertThat(found(scenario.opm, words)).as(words).contains(hire.caseNumber());
            assertThat(found(scenario.otherHr, words)).as(words).doesNotContain(hire.caseNumber());
        }
        // Signs that a database reads as "anything" stand for themselves.
        for (var words : List.of("100_ of", "fr%nt_door", "front_door zoologist", "", "  ")) {
            assertThat(found(scenario.manager, words)).as(words).doesNotContain(hire.caseNumber());
        }
        assertThat(found(scenario.manager, "%")).containsExactly(hire.caseNumber());
    }

    @Test
    void a_candidates_name_finds_nothing_for_who_may_not_know_it() {
        var hire = scenario.opensCase().until(REVIEWING);
        hire.elects("A-04");
        scenario.is(hire.pool(), "A-06", "preference", "TP");
        hire.asksToPassOver("A-06");

        assertThat(found(scenario.hr, "Candidate A-04")).contains(hire.caseNumber());
        assertThat(found(scenario.coordinator, "Candidate A-04")).contains(hire.caseNumber());
        assertThat(found(scenario.hr, "Candidate A-06")).contains(hire.caseNumber());
        assertThat(found(scenario.coordinator, "Candidate A-06")).doesNotContain(hire.caseNumber());
        for (var nobody : List.of(scenario.expert, scenario.designer, scenario.otherManager)) {
            assertThat(found(nobody, "Candidate A-0")).as(nobody.name()).doesNotContain(hire.caseNumber());
        }
    }

    @Test
    void a_closed_case_is_found_by_its_number_and_has_nothing_open() {
        var hire = scenario.opensCase().until(REVIEWING);
        hire.elects("A-01");
        hire.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, "No longer needed.");

        var answer = scenario.hr.posts("/api/tasks/search", answers("words", hire.caseNumber()));

        assertThat(answer.get("cases").get(0).get("number").asText()).isEqualTo(hire.caseNumber());
        assertThat(answer.get("cases").get(0).get("open").asBoolean()).isFalse();
        assertThat(found(scenario.hr, "Candidate A-01")).doesNotContain(hire.caseNumber());
        assertThat(scenario.hr.looksAt("/cases/" + hire.caseNumber())).doesNotContain("Open tasks");
    }

    @Test
    void beyond_fifty_cases_the_answer_says_that_there_are_more_and_closed_ones_take_no_open_ones_place() {
        var pool = scenario.crossGovernmentPool();
        var oldest = scenario.opensCase(scenario.manager, pool, "Cartographer, first team");
        for (int team = 2; team <= 50; team++) {
            scenario.opensCase(scenario.manager, pool, "Cartographer");
        }
        assertThat(moreThan50(scenario.opm, "cartographer")).isFalse();

        var newest = scenario.opensCase(scenario.manager, pool, "Cartographer");
        assertThat(moreThan50(scenario.opm, "cartographer")).isTrue();
        assertThat(found(scenario.opm, "cartographer")).hasSize(50).doesNotContain(oldest.caseNumber());
        assertThat(moreThan50(scenario.opm, "cartographer first team")).isFalse();

        newest.isCancelledBy(scenario.manager, CancellationReason.NEED_GONE, "No longer needed.");
        assertThat(found(scenario.opm, "cartographer"))
                .hasSize(50)
                .contains(oldest.caseNumber())
                .doesNotContain(newest.caseNumber());
        assertThat(moreThan50(scenario.opm, "cartographer")).isTrue();
    }

    @Test
    void the_list_of_cases_is_searched_by_number_and_position_and_tells_who_has_the_ball() {
        var hire = scenario.opensCase(scenario.manager, scenario.crossGovernmentPool(), "Navigator of forms");
        scenario.manager.takes(hire, "identify-position-description");

        var page = scenario.opm.looksAt("/cases?words=NAVIGATOR");

        assertThat(page)
                .contains("One case", hire.caseNumber(), "Maria Delgado (Hiring manager or HR specialist)")
                .contains("1 Identify Position Description, Due Mon, Mar 9, 2026, Eastern Time");
        assertThat(scenario.opm.looksAt("/cases?words=" + hire.caseNumber())).contains("One case");
        assertThat(scenario.otherHr.looksAt("/cases?words=navigator")).contains("No case fits.");
    }

    // --- next

    @Test
    void whoever_has_finished_is_offered_what_waits_for_them_in_the_case() {
        var hire = scenario.opensCase().until("express-interest");

        var forHr = next(scenario.hr, hire);
        var forManager = next(scenario.manager, hire);

        assertThat(tasks(forHr.get("here"))).containsExactly("express-interest");
        assertThat(forHr.get("elsewhere").isNull()).isTrue();
        assertThat(tasks(forManager.get("here"))).isEmpty();
        assertThat(tasks(forManager.get("waiting"))).containsExactly("express-interest");
        assertThat(forManager.get("waiting").get(0).get("mayOpen").asBoolean()).isFalse();
        assertThat(forManager.get("open").asBoolean()).isTrue();
    }

    @Test
    void what_a_colleague_has_taken_is_offered_to_nobody_else_and_then_comes_what_is_due_first_elsewhere() {
        var hire = scenario.opensCase().until("complete-talent-pool-request", "verify-experience-and-competencies");
        scenario.expert.takes(hire, "verify-experience-and-competencies");
        scenario.onDay(LocalDate.of(2026, 3, 3));
        var mine = scenario.opensCase(scenario.manager, hire.pool(), "Strategist, second team");
        scenario.manager.takes(mine, "identify-position-description");

        var next = next(scenario.manager, hire);

        assertThat(tasks(next.get("here"))).isEmpty();
        // Other tests leave her tasks, too; whatever she has taken comes before what she could take.
        assertThat(next.get("elsewhere").get("takenByReader").asBoolean()).isTrue();
        assertThat(LocalDate.parse(next.get("elsewhere").get("due").asText()))
                .isBeforeOrEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(tasks(next(scenario.manager, mine).get("here"))).containsExactly("identify-position-description");
    }

    @Test
    void a_process_that_has_just_started_names_its_case() {
        var hire = scenario.opensCase();
        var next = scenario.manager.gets(
                "/api/tasks/next?process=" + hire.process().getId());
        assertThat(next.get("caseNumber").asText()).isEqualTo(hire.caseNumber());
        assertThat(tasks(next.get("here"))).containsExactly("identify-position-description");
    }

    // --- asking

    private List<JsonNode> facts(Colleague who, String... tasks) {
        var facts = new ArrayList<JsonNode>();
        who.gets("/api/tasks/facts?ids=" + String.join(",", tasks)).forEach(facts::add);
        return facts;
    }

    private JsonNode next(Colleague who, Hire hire) {
        return who.gets("/api/tasks/next?case=" + hire.caseNumber());
    }

    private static boolean moreThan50(Colleague who, String words) {
        return who.posts("/api/tasks/search", answers("words", words))
                .get("more")
                .asBoolean();
    }

    private List<String> found(Colleague who, String words) {
        var cases = new ArrayList<String>();
        who.posts("/api/tasks/search", answers("words", words))
                .get("cases")
                .forEach(each -> cases.add(each.get("number").asText()));
        return cases;
    }

    private static List<String> tasks(JsonNode rows) {
        var tasks = new ArrayList<String>();
        rows.forEach(row -> tasks.add(row.get("task").asText()));
        return tasks;
    }

    private static List<String> names(List<JsonNode> facts) {
        return facts.stream()
                .map(fact -> fact.get("candidate").asText(""))
                .map(name -> name.equals("null") ? "" : name)
                .toList();
    }

    private String task(Work work, String taskId) {
        return scenario.opm.find(work, taskId).map(Task::getId).orElseThrow();
    }
}
