package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Answers.answers;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.TestDatabase;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.pool.PoolDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What taking, opening and completing a task costs in SQL statements, kept in {@code target/sql-statements-on-h2.txt} and the like: it does
 * not grow with the number of cases and candidates, and no step costs more than stands in {@code sql-statements.properties}, where numbers
 * may only fall.
 */
@OnBothDatabases
class SqlStatementsTest {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 5);
    /**
     * What costs more: where candidates, reviews and selections of the whole case are read to rule on one, and where a selection or the case
     * ends and others are told of it.
     */
    private static final Map<String, Integer> LONGER = Map.of(
            "correct-selection", 46,
            // All that was asked about the person for the position is read, while nobody else decides about him or her.
            "decide-pass-over", 48,
            "decide-own-pass-over", 48,
            "review-and-interview-candidates", 48,
            "determine-withdrawal-scope", 56,
            "verify-selection", 59,
            "confirm-entry-on-duty", 64);

    private static final int FEW = 40;
    private static final int MANY = 2_000;

    private HireScenario scenario;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        // Read once, whatever tests before have thrown away of them; no step pays for it.
        var models = application.getBean(RepositoryService.class);
        models.createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(model -> models.getProcessDefinition(model.getId()));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    @Test
    void a_task_costs_no_more_statements_among_thirty_cases_and_two_thousand_candidates() throws IOException {
        scenario.withDaysReserved(scenario.manager, LocalDate.of(2026, 3, 11));
        var few = everyTask(scenario.pool(PoolType.CGA, ISSUED, FEW), scenario.pool(PoolType.CSA, ISSUED, FEW));
        var crowded = scenario.pool(PoolType.CGA, ISSUED, MANY);
        for (int other = 1; other <= 30; other++) {
            var hire = scenario.opensCase(scenario.manager, crowded, "Strategist, team " + other);
            hire.until(other % 5 == 0 ? REVIEWING : "check-pool-match");
            if (other % 5 == 0) {
                hire.elects("A-" + (100 + other), "A-" + (200 + other));
            }
        }
        var many = everyTask(crowded, scenario.pool(PoolType.CSA, ISSUED, MANY));
        report(few, many);

        assertThat(many.keySet()).isEqualTo(few.keySet());
        assertThat(few.keySet())
                .containsAll(tasks().stream().map("complete "::concat).toList());
        many.forEach((step, statements) -> assertThat(statements.size())
                .as("statements to " + step + ":\n" + String.join("\n", statements))
                .isLessThanOrEqualTo(few.get(step).size()));
        var limits = limits();
        assertThat(few.keySet()).isEqualTo(limits.keySet());
        few.forEach((step, statements) -> assertThat(statements.size())
                .as("statements to " + step + ":\n" + String.join("\n", statements))
                .isLessThanOrEqualTo(limits.get(step)));
    }

    /** Taking a task, opening and completing it, as three requests. */
    @Test
    void a_whole_task_costs_no_more_than_forty_five_statements_but_where_it_is_said() throws IOException {
        var limits = limits();
        var ofTheCase = tasks("cross-gov-hiring");
        var whole = tasks().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        task -> limits.get(ofTheCase.contains(task) ? "take" : "take in a selection")
                                + limits.get("open " + task)
                                + limits.get("complete " + task)));
        assertThat(whole)
                .allSatisfy((task, statements) ->
                        assertThat(statements).as(task).isLessThanOrEqualTo(LONGER.getOrDefault(task, 45)));
        assertThat(whole.keySet()).containsAll(LONGER.keySet());
    }

    /** Most statements by step. */
    private static Map<String, Integer> limits() throws IOException {
        var limits = new Properties();
        try (var file = SqlStatementsTest.class.getResourceAsStream("sql-statements.properties")) {
            limits.load(file);
        }
        return limits.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        step -> step.replace('.', ' '), step -> Integer.valueOf(limits.getProperty(step))));
    }

    /** Each task of each model. */
    private static Set<String> tasks() {
        return Stream.of("cross-gov-hiring", "candidate-selection", "pass-over")
                .map(SqlStatementsTest::tasks)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static Set<String> tasks(String model) {
        return Bpmn.readModelFromStream(SqlStatementsTest.class.getResourceAsStream("/bpmn/" + model + ".bpmn"))
                .getModelElementsByType(UserTask.class)
                .stream()
                .map(UserTask::getId)
                .collect(Collectors.toSet());
    }

    private Map<String, List<String>> everyTask(PoolDetails pool, PoolDetails shared) {
        var costs = wholeHire(pool);
        everyDetour(pool).forEach(costs::putIfAbsent);
        ownEmployeesFirst(shared).forEach(costs::putIfAbsent);
        besideTheSteps(pool).forEach(costs::putIfAbsent);
        // Ten seconds are over now and then while something is done.
        costs.replaceAll((step, statements) -> StatementCounter.always(statements));
        return costs;
    }

    private Map<String, List<String>> wholeHire(PoolDetails pool) {
        var hire = scenario.opensCase(scenario.manager, pool).until(REVIEWING);
        scenario.manager.opens(hire, REVIEWING);
        scenario.manager.takes(hire, REVIEWING);
        var selectee = hire.elects("A-02", "A-03", "A-04");
        scenario.hr.takes(selectee, "notify-opm-of-selection");
        selectee.untilTheEnd();
        hire.costs("read the case's file", () -> scenario.hr.gets("/api/cases/" + hire.caseNumber()));
        return hire.costs();
    }

    /** Whatever can be clarified, corrected or declined is, and in the end nobody is hired. */
    private Map<String, List<String>> everyDetour(PoolDetails pool) {
        var hire = scenario.opensCase(scenario.manager, pool, "Strategist, second team");
        scenario.manager.completes(
                hire,
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
        hire.until("complete-talent-pool-request");
        scenario.hr.completes(hire, "complete-talent-pool-request", answers("freezeAnswer", "CANNOT_CONFIRM"));
        scenario.hr.completes(hire, "clarify-freeze-exemption");
        scenario.manager.completes(hire, "verify-experience-and-competencies");
        scenario.hr.completes(hire, "complete-talent-pool-request", answers("rplCleared", "NO"));
        scenario.hr.completes(hire, "resolve-rpl");
        var selectee = hire.until(REVIEWING).elects("A-05").until("verify-selection");
        scenario.opm.completes(selectee, "verify-selection", answers("decision", "PAPER_MISSING"));
        scenario.hr.completes(hire, "classify-position-description");
        scenario.hr.completes(selectee, "correct-selection");
        selectee.until("record-offer-answer");
        scenario.hr.completes(
                selectee, "record-offer-answer", answers("answer", "DECLINED", "declineReason", "Stays."));
        scenario.hr.completes(selectee, "determine-withdrawal-scope");
        scenario.manager.completes(hire, REVIEWING);
        return hire.costs();
    }

    private Map<String, List<String>> ownEmployeesFirst(PoolDetails shared) {
        var hire = scenario.opensCase(scenario.manager, shared).until(REVIEWING, "notify-own-employees");
        scenario.hr.completes(
                hire,
                "notify-own-employees",
                answers("applyUntil", scenario.today().plusDays(1)));
        scenario.onDay(scenario.today().plusDays(2));
        hire.timerFires("own-employees-may-apply");
        scenario.hr.completes(hire, "review-own-employees");
        return hire.costs();
    }

    /** OPM is asked for more reserved days, and to pass over somebody; the agency decides on an objection of its own. */
    private Map<String, List<String>> besideTheSteps(PoolDetails pool) {
        var hire = scenario.opensCase(scenario.manager, pool, "Strategist, third team");
        scenario.coordinator.posts(
                "/api/cases/" + hire.caseNumber() + "/priority-extension",
                answers("until", LocalDate.of(2026, 3, 25), "reason", "Interviews in two rounds."));
        scenario.opm.completes(hire, "decide-priority-extension", answers("decision", "GRANTED"));
        scenario.is(pool, "A-06", "preference", "TP");
        var request = hire.until(REVIEWING).asksToPassOver("A-06");
        // About medical reasons OPM alone decides, about others the agency may.
        scenario.withDelegatedAuthority();
        scenario.manager.completes(request, "file-pass-over", answers("ground", "medical"));
        scenario.opm.completes(request, "decide-pass-over");
        var objection = hire.objectsTo("A-08");
        scenario.manager.completes(objection, "file-pass-over");
        scenario.hr.completes(objection, "decide-own-pass-over");
        hire.elects("A-07");
        return hire.costs();
    }

    private static String onOneLine(String statement) {
        return statement.replaceAll("\\s+", " ");
    }

    private void report(Map<String, List<String>> few, Map<String, List<String>> many) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("SQL statements per task; a batch of rows counts as one");
        lines.add("%-60s %25s %30s".formatted("", "1 case, 40 candidates", "31 cases, 2,000 candidates"));
        few.forEach((step, statements) -> lines.add("%-60s %25d %30d"
                .formatted(
                        step,
                        statements.size(),
                        many.getOrDefault(step, List.of()).size())));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "sql-statements-on-" + TestDatabase.ofThisRun() + ".txt"), lines);
        Files.write(
                Path.of("target", "sql-statements-in-full-on-" + TestDatabase.ofThisRun() + ".txt"),
                few.entrySet().stream()
                        .flatMap(step -> Stream.concat(
                                Stream.of("", "--- " + step.getKey()),
                                step.getValue().stream().map(SqlStatementsTest::onOneLine)))
                        .toList());
        System.out.println(String.join(System.lineSeparator(), lines));
    }
}
