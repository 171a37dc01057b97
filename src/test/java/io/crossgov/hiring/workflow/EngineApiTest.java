package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Requests.API;
import static io.crossgov.hiring.workflow.Requests.MAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.access.Visitor.Answer;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.workflow.Requests.Asked;
import io.crossgov.hiring.workflow.engine.EngineWords;
import io.crossgov.hiring.workflow.gate.EngineOperations;
import io.crossgov.hiring.workflow.people.EngineSetUp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The engine's API as the web apps use it, asked for everything by everybody, signed in as a browser is. Each role sees and works only its
 * own tasks, an agency only its own cases, and nothing can be done to a case around its forms.
 */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineApiTest {

    private static final String FORM_A = "complete-talent-pool-request";
    private static final String FORM_B = "verify-experience-and-competencies";
    private static final String POOL_MATCH = "check-pool-match";
    private static final String DECISION = "decide-pool-access";
    private static final String NOBODY = "nobody";
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectMapper json;

    private Stage stage;
    private HireScenario scenario;
    private Hire early;
    private Hire matching;
    private Hire deciding;
    private Hire theirs;
    private final Map<String, Colleague> people = new LinkedHashMap<>();
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    @BeforeAll
    void cases_of_two_agencies_and_everybody_signed_in(@Autowired ApplicationContext application) {
        stage = (Stage) application
                .getAutowireCapableBeanFactory()
                .autowire(Stage.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        scenario = HireScenario.in(application);
        early = opensCase().until(FORM_A, FORM_B);
        matching = opensCase().until(POOL_MATCH);
        deciding = opensCase().until(DECISION);
        theirs = scenario.asOtherAgency(() -> scenario.opensCase(scenario.otherManager, scenario.crossGovernmentPool())
                .until(FORM_A, FORM_B));
        people.put("manager", scenario.manager);
        people.put("hr", scenario.hr);
        people.put("coordinator", scenario.coordinator);
        people.put("expert", scenario.expert);
        people.put("opm", scenario.opm);
        people.put("designer", scenario.designer);
        people.put("other-manager", scenario.otherManager);
        people.put("other-hr", scenario.otherHr);
        visitors.put(NOBODY, Visitor.inABrowser(port));
        people.forEach((role, person) -> visitors.put(
                role, Visitor.inABrowser(port).signedIn(person.actor().userId(), HireScenario.PASSWORD)));
        nameEverything(application.getBean(FilterService.class));
    }

    private void nameEverything(FilterService filters) {
        var selection = stage.repositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("candidate-selection")
                .latestVersion()
                .singleResult();
        var timer = stage.managementService()
                .createJobQuery()
                .processInstanceId(early.process().getId())
                .listPage(0, 1)
                .get(0);
        var filterIds =
                filters.createFilterQuery().list().stream().collect(Collectors.toMap(Filter::getName, Filter::getId));
        names.put("hr-task", taskOf(scenario.hr, early, FORM_A));
        names.put("case", early.process().getId());
        names.put("case-number", early.caseNumber());
        names.put("definition", early.process().getProcessDefinitionId());
        names.put("selection-definition", selection.getId());
        names.put("deployment", selection.getDeploymentId());
        names.put(
                "resource",
                stage.repositoryService()
                        .getDeploymentResources(selection.getDeploymentId())
                        .get(0)
                        .getId());
        names.put("job", timer.getId());
        names.put("job-definition", timer.getJobDefinitionId());
        names.put("hr-filter", filterIds.get("All of my agency"));
        names.put("my-tasks", filterIds.get("My tasks"));
        names.put("hr", scenario.hr.actor().userId());
        names.put("expert", scenario.expert.actor().userId());
        names.put("agency", early.agency());
    }

    @AfterAll
    void everybody_leaves() {
        scenario.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"candidateUser", "startableBy"})
    void which_roles_somebody_has_is_told_in_no_count(String asking) {
        var place = asking.equals("candidateUser") ? "/task/count?" : "/process-definition/count?";
        for (var whom : List.of(scenario.hr, scenario.otherHr, scenario.opm)) {
            var told = visitors.get("manager")
                    .get(API + place + asking + "=" + whom.actor().userId());
            var ofNobody = visitors.get("manager").get(API + place + asking + "=nobody-here");

            assertThat(told.status()).isEqualTo(400);
            assertThat(told.body()).isEqualTo(ofNobody.body());
        }
    }

    /** Databases differ in what they make of it: H2 finds nothing where PostgreSQL fails. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task?dueBefore=999999-01-01T00:00:00.000%2B0000",
                "/process-definition?deployedAfter=999999-01-01T00:00:00.000%2B0000",
                "/task?nameLike=%5C",
                "/task?orQueries=x",
                "/task/count?sorting=x",
                "/process-definition?nameLike=%5C"
            })
    void a_value_that_no_database_knows_is_no_fault_of_ours(String question) {
        assertThat(visitors.get("manager").get(API + question).status()).isIn(200, 400);
    }

    /** Cockpit asks past the engine, and is refused alike; conditions by the hundred would keep the database busy for minutes. */
    @Test
    void what_Cockpit_asks_with_a_value_that_no_database_knows_or_too_much_at_once_is_no_fault_of_ours() {
        var plugin = "/camunda/api/cockpit/plugin/base/default";
        var condition = "{\"name\": \"agency\", \"operator\": \"eq\", \"value\": 1}";
        var answers = new LinkedHashMap<String, Integer>();
        var opm = visitors.get("opm");
        List.of("/process-definition/statistics", "/process-definition/statistics-count")
                .forEach(place -> {
                    answers.put(place, opm.get(plugin + place + "?keyLike=%5C").status());
                    answers.put(
                            place + " sorted",
                            opm.get(plugin + place + "?sortBy=x%3By&sortOrder=asc")
                                    .status());
                });
        List.of("/process-instance", "/process-instance/count", "/incident", "/incident/count")
                .forEach(place -> {
                    answers.put(
                            place,
                            opm.post(
                                            plugin + place,
                                            "{\"variables\": [{\"name\": \"a\", \"operator\": \"like\","
                                                    + " \"value\": \"\\\\\"}]}")
                                    .status());
                    answers.put(
                            place + " with a list",
                            opm.post(
                                            plugin + place,
                                            "{\"variables\": [{\"name\": \"a\","
                                                    + " \"operator\": \"eq\", \"value\": [1]}]}")
                                    .status());
                    answers.put(
                            place + " with much",
                            opm.post(
                                            plugin + place,
                                            "{\"variables\": [" + condition + ("," + condition).repeat(200) + "]}")
                                    .status());
                    answers.put(
                            place + " of many",
                            opm.post(
                                            plugin + place,
                                            "{\"processInstanceIdIn\": [\"a\"" + ",\"a\"".repeat(70_000) + "]}")
                                    .status());
                });
        assertThat(answers)
                .allSatisfy((asked, status) -> assertThat(status).as(asked).isIn(200, 400));

        var manager = visitors.get("manager");
        assertThat(manager.post(
                                API + "/task/count",
                                "{\"processVariables\": [" + condition + ("," + condition).repeat(200) + "]}")
                        .body())
                .contains("too much at once");
        assertThat(manager.get(API + "/task/count?processVariables=a_eq_b" + ",a_eq_b".repeat(200))
                        .body())
                .contains("too much at once");
        assertThat(manager.post(API + "/task/count", "{\"processVariables\": [" + condition + "]}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "notLike, '\"OPM%\"', 400",
        "notLike, 5, 400",
        "like, 5, 400",
        "like, true, 400",
        "like, '\"OPM%\"', 200",
        "neq, 5, 200"
    })
    void a_comparison_that_Cockpit_has_no_words_for_is_refused_with_one_sentence(
            String operator, String value, int status) {
        var opm = visitors.get("opm");
        var asked = "{\"sortBy\": \"startTime\", \"sortOrder\": \"desc\", \"variables\":"
                + " [{\"name\": \"agency\", \"operator\": \"%s\", \"value\": %s}]}".formatted(operator, value);
        for (var place : List.of("/process-instance", "/process-instance/count")) {
            var answer = opm.post(
                    "/camunda/api/cockpit/plugin/base/default" + place + "?firstResult=0&maxResults=50", asked);

            assertThat(answer.status()).as(place + ": " + answer.body()).isEqualTo(status);
            if (status == 400) {
                assertThat(answer.body())
                        .contains("Variables are compared here by \\\"like\\\" with text only,"
                                + " and by \\\"notLike\\\" not at all.");
            }
        }
    }

    /** As in a database of an earlier version, in which designers were members of no tenant. */
    @Test
    void OPMs_people_are_members_of_every_tenant_again_after_the_next_start(
            @Autowired IdentityService identityService, @Autowired EngineSetUp setUp) {
        var designer = scenario.designer.actor().userId();
        var asMember = identityService.createTenantQuery().userMember(designer).tenantId(early.agency());
        identityService.deleteTenantUserMembership(early.agency(), designer);
        assertThat(asMember.count()).isZero();

        setUp.prepare();
        setUp.prepare();

        assertThat(asMember.count()).isOne();
        assertThat(identityService
                        .createTenantQuery()
                        .userMember(scenario.hr.actor().userId())
                        .count())
                .as("nobody else's change")
                .isOne();
    }

    // --- the table
    // ----------------------------------------------------------------------------------------------------

    static List<String> roles() {
        return Requests.roles();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void each_role_gets_what_the_table_says_and_changes_nothing(String role) {
        var differences = new ArrayList<String>();
        var before = Snapshot.of(stage.jdbc());
        for (var asked : Requests.ofTheTable()) {
            var expected = asked.expected().get(role);
            if (!MAY.equals(expected)) {
                var answer = ask(role, asked);
                if (!String.valueOf(answer.status()).equals(expected)) {
                    differences.add(
                            "%s: %s instead of %s %s".formatted(asked, answer.status(), expected, answer.body()));
                }
                objections(role, answer).forEach(objection -> differences.add(asked + ": " + objection));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(Snapshot.of(stage.jdbc()).changesSince(before)).isEmpty();
    }

    @Test
    void the_table_speaks_of_every_open_operation_and_of_all_who_have_it() {
        var table =
                Requests.ofTheTable().stream().map(asked -> asked.about(names)).toList();
        assertThat(EngineOperations.OPEN).allSatisfy(operation -> assertThat(table)
                .as("rows for " + operation.method() + " " + operation.path())
                .anyMatch(asked -> operation.matches(asked.method(), belowTheApi(asked))));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {NOBODY, "manager", "hr", "opm", "designer", "other-hr"})
    void whatever_else_the_engine_offers_is_closed(String role) {
        var before = Snapshot.of(stage.jdbc());
        var tried = 0;
        for (var operation : Requests.ofTheEngine()) {
            var asked = aboutOurCase(operation);
            if (EngineOperations.find(asked.method(), belowTheApi(asked)).isEmpty()) {
                var answer = visitors.get(role).send(asked.method(), asked.path(), asked.body());
                assertThat(answer.status())
                        .as("%s: %s", asked, answer.body())
                        .isEqualTo(role.equals(NOBODY) ? 401 : 403);
                assertThat(objections(role, answer)).as(asked.toString()).isEmpty();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(300);
        assertThat(Snapshot.of(stage.jdbc()).changesSince(before)).isEmpty();
    }

    /** Everything that stands for one thing in the engine's description is one of our case's. */
    private Asked aboutOurCase(Asked operation) {
        var thing = operation
                .path()
                .substring(API.length())
                .replaceFirst("^/history", "")
                .split("/")[1];
        var id =
                switch (thing) {
                    case "task", "identity-link-log" -> "hr-task";
                    case "process-instance", "execution", "variable-instance", "detail" -> "case";
                    case "process-definition", "deployment", "job", "job-definition" -> thing.replace("process-", "");
                    case "filter" -> "my-tasks";
                    case "user" -> "hr";
                    case "tenant" -> "agency";
                    default -> null;
                };
        var about = new LinkedHashMap<>(names);
        about.put("id", id == null ? UNKNOWN : names.get(id));
        about.put("key", "cross-gov-hiring");
        about.put("tenant-id", early.agency());
        about.put("groupId", "camunda-admin");
        about.put("userId", scenario.hr.actor().userId());
        about.put("varName", "caseNumber");
        about.put("messageName", "case-cancelled");
        about.put("metrics-name", "activity-instance-start");
        Set.of("commentId", "attachmentId", "resourceId", "operationId").forEach(part -> about.put(part, UNKNOWN));
        return operation.about(about);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"other-manager", "other-hr"})
    void what_is_another_agencys_reads_exactly_like_what_does_not_exist(String role) {
        var unknown = new LinkedHashMap<>(names);
        unknown.put("hr-task", UNKNOWN);
        unknown.put("case", UNKNOWN);
        unknown.put("case-number", "XGH-2019-999999");
        unknown.put("hr", "nobody-here");
        for (var asked : Requests.ofTheTable()) {
            if (asked.names("hr-task") || asked.names("case") || asked.names("case-number") || asked.names("hr")) {
                var theirAnswer = ask(role, asked);
                var none = ask(role, asked.about(unknown));
                assertThat(theirAnswer.status() + " " + theirAnswer.body())
                        .as(asked.toString())
                        .isEqualTo(none.status() + " " + none.body());
            }
        }
    }

    @Test
    void what_an_operation_does_not_know_is_refused_to_a_program_and_told_to_the_web_apps() {
        var programs = new LinkedHashMap<String, Visitor>();
        List.of("hr", "opm")
                .forEach(role -> programs.put(
                        role, Visitor.script(port, people.get(role).actor().userId(), HireScenario.PASSWORD)));
        var dropped = new ArrayList<String>();
        var asked = 0;
        for (var row : Requests.ofTheTable()) {
            var role = row.expected().get("hr").equals("200") ? "hr" : "opm";
            var about = new LinkedHashMap<>(names);
            about.put("me", people.get(role).actor().userId());
            if (!row.expected().get(role).equals("200")
                    || EngineOperations.find(row.method(), belowTheApi(row.about(about)))
                            .isEmpty()) {
                continue;
            }
            var mine = row.about(about);
            var misspelt = mine.path() + (mine.path().contains("?") ? "&" : "?") + "statuss=OPEN";
            var program = programs.get(role);
            var browser = visitors.get(role);
            if (!warns(browser.send(mine.method(), misspelt, mine.body()), "statuss")) {
                dropped.add(row + "?statuss is not told to a browser");
            }
            if (isObject(mine.body())
                    && !warns(browser.send(mine.method(), mine.path(), withUnknownProperty(mine.body())), "titel")) {
                dropped.add(row + " titel is not told to a browser");
            }
            // What changes something wants the web apps' token, which no program has.
            if (program.send(mine.method(), mine.path(), mine.body()).status() == 200) {
                var parameter = program.send(mine.method(), misspelt, mine.body());
                if (!isRefusedByName(parameter, "statuss")) {
                    dropped.add(row + "?statuss: " + parameter);
                }
                if (isObject(mine.body())) {
                    var property = program.send(mine.method(), mine.path(), withUnknownProperty(mine.body()));
                    if (!isRefusedByName(property, "titel")) {
                        dropped.add(row + " titel: " + property);
                    }
                }
            }
            asked++;
        }
        assertThat(dropped).isEmpty();
        assertThat(asked).isGreaterThan(20);
    }

    private static boolean isObject(String body) {
        return body != null && body.strip().startsWith("{");
    }

    private static boolean warns(Answer answer, String name) {
        return answer.headers()
                .firstValue("Warning")
                .filter(told -> told.contains("'" + name + "' is not known here."))
                .isPresent();
    }

    private static boolean isRefusedByName(Answer answer, String name) {
        return answer.status() == 400
                && answer.json().path("message").asText().contains("\"" + name + "\" is not known here.");
    }

    private static String withUnknownProperty(String body) {
        return body.strip().equals("{}")
                ? "{\"titel\": \"x\"}"
                : body.strip().replaceFirst("}$", ", \"titel\": \"x\"}");
    }

    private static final List<String> NOT_AS_IT_SHOULD_BE = List.of(
            "",
            "null",
            "[]",
            "[null]",
            "7",
            "\"text\"",
            "no JSON",
            "{",
            "{\"nonsense\": 1}",
            "{\"variables\": null}",
            "{\"variables\": []}",
            "{\"variables\": {\"form\": null}}",
            "{\"variables\": {\"form\": {\"value\": {}, \"type\": \"Json\"}}}",
            "{\"sorting\": [null]}",
            "{\"sorting\": [{\"sortBy\": \"nonsense\", \"sortOrder\": \"asc\"}]}",
            "{\"orQueries\": [null]}",
            "{\"processVariables\": [{\"name\": null, \"operator\": \"nonsense\", \"value\": {}}]}",
            "{\"taskIdIn\": [null]}",
            "{\"maxResults\": -1, \"dueBefore\": \"yesterday\"}",
            "[".repeat(5_000));

    @Test
    void a_body_that_is_not_as_it_should_be_is_refused_and_never_a_failure_of_ours() {
        var open = Requests.ofTheTable().stream()
                .filter(asked -> asked.method().equals("POST"))
                .filter(asked -> EngineOperations.find("POST", belowTheApi(asked.about(names)))
                        .isPresent())
                .collect(Collectors.toMap(Asked::path, asked -> asked, (one, other) -> one, LinkedHashMap::new));
        assertThat(open).isNotEmpty();
        var failures = new ArrayList<String>();
        open.values().forEach(asked -> {
            var role = asked.expected().get("hr").equals("403") ? "opm" : "hr";
            NOT_AS_IT_SHOULD_BE.forEach(body -> {
                var answer = ask(role, new Asked("POST", asked.path(), body.isEmpty() ? null : body, Map.of()));
                objections(role, answer)
                        .forEach(objection -> failures.add(asked.path() + " " + body + ": " + objection));
            });
        });
        assertThat(failures).isEmpty();
    }

    // --- what is one's own
    // --------------------------------------------------------------------------------------------

    @Test
    void each_role_finds_the_tasks_it_may_do_hr_all_of_its_agency_opm_all() {
        var tasks = new LinkedHashMap<String, Set<String>>();
        people.keySet().forEach(role -> tasks.put(role, tasksInLists(role)));

        var formB = FORM_B + " of " + early.caseNumber();
        var formA = FORM_A + " of " + early.caseNumber();
        var match = POOL_MATCH + " of " + matching.caseNumber();
        var decision = DECISION + " of " + deciding.caseNumber();
        assertThat(tasks.get("manager")).containsExactlyInAnyOrder(formB);
        assertThat(tasks.get("expert")).containsExactlyInAnyOrder(formB);
        assertThat(tasks.get("coordinator")).containsExactlyInAnyOrder(match);
        assertThat(tasks.get("hr")).containsExactlyInAnyOrder(formA, formB, match, decision);
        assertThat(tasks.get("opm"))
                .containsExactlyInAnyOrder(
                        formA,
                        formB,
                        match,
                        decision,
                        FORM_A + " of " + theirs.caseNumber(),
                        FORM_B + " of " + theirs.caseNumber());
        assertThat(tasks.get("other-manager")).containsExactlyInAnyOrder(FORM_B + " of " + theirs.caseNumber());
        assertThat(tasks.get("other-hr"))
                .containsExactlyInAnyOrder(
                        FORM_A + " of " + theirs.caseNumber(), FORM_B + " of " + theirs.caseNumber());
        assertThat(tasks.get("designer")).isEmpty();
    }

    /** What a role finds of the four cases by asking for tasks in each of three ways, which must agree. */
    private Set<String> tasksInLists(String role) {
        var visitor = visitors.get(role);
        var found = new TreeSet<String>();
        for (var hire : List.of(early, matching, deciding, theirs)) {
            var query = json.createObjectNode().put("processInstanceBusinessKey", hire.caseNumber());
            var asked = visitor.get(API + "/task?processInstanceBusinessKey=" + hire.caseNumber());
            assertThat(visitor.post(API + "/task", query.toString()).json()).isEqualTo(asked.json());
            assertThat(visitor.post(API + "/task/count", query.toString())
                            .json()
                            .get("count")
                            .asInt())
                    .isEqualTo(asked.json().size());
            asked.json()
                    .forEach(task -> found.add(task.get("taskDefinitionKey").asText() + " of " + hire.caseNumber()));
            // Nobody has taken any of these tasks, so each stands in one of the ready-made lists of whoever finds it.
            assertThat(tasksInFilters(visitor, query)).isEqualTo(ids(asked.json()));
        }
        return found;
    }

    private static Set<String> tasksInFilters(Visitor visitor, ObjectNode query) {
        var found = new TreeSet<String>();
        visitor.get(API + "/filter")
                .json()
                .forEach(filter -> found.addAll(
                        ids(visitor.post(API + "/filter/" + filter.get("id").asText() + "/list", query.toString())
                                .json())));
        return found;
    }

    private static Set<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.get("id").asText())
                .collect(Collectors.toSet());
    }

    @Test
    void nobody_takes_gives_back_or_submits_a_task_of_another_role_or_agency() {
        var whose = new LinkedHashMap<String, Set<String>>();
        whose.put(taskOf(scenario.hr, early, FORM_A), Set.of("hr"));
        whose.put(taskOf(scenario.manager, early, FORM_B), Set.of("manager", "expert"));
        whose.put(taskOf(scenario.coordinator, matching, POOL_MATCH), Set.of("coordinator"));
        whose.put(taskOf(scenario.opm, deciding, DECISION), Set.of("opm"));
        whose.put(taskOf(scenario.otherHr, theirs, FORM_A), Set.of("other-hr"));
        whose.put(taskOf(scenario.otherManager, theirs, FORM_B), Set.of("other-manager"));
        var before = Snapshot.of(stage.jdbc());

        forEach(whose, (task, role) -> {
            var refused = Set.of(403, 404);
            var me = people.get(role).actor().userId();
            assertThat(claim(role, task, me).status())
                    .as("%s takes %s", role, task)
                    .isIn(refused);
            assertThat(post(role, "/task/" + task + "/unclaim", null).status()).isIn(refused);
            assertThat(submit(role, task, json.createObjectNode()).status()).isIn(refused);
        });
        assertThat(Snapshot.of(stage.jdbc()).changesSince(before)).isEmpty();
    }

    /** Every task with every role that it is not for. */
    private void forEach(Map<String, Set<String>> whose, BiConsumer<String, String> attempt) {
        whose.forEach((task, its) -> people.keySet().stream()
                .filter(role -> !its.contains(role))
                .forEach(role -> attempt.accept(task, role)));
    }

    @Test
    void a_task_is_taken_for_oneself_by_one_person_and_given_back() {
        var hire = opensCase().until(FORM_A, FORM_B);
        var task = taskOf(scenario.manager, hire, FORM_B);
        var manager = scenario.manager.actor().userId();
        var expert = scenario.expert.actor().userId();

        assertThat(claim("manager", task, expert).json().get("message").asText())
                .isEqualTo("You can take a task for yourself only.");
        assertThat(claim("manager", task, manager).status()).isEqualTo(204);
        var late = claim("expert", task, expert);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("message").asText()).isEqualTo(EngineWords.TAKEN);
        assertThat(submit("expert", task, answers(scenario.expert, hire, FORM_B))
                        .status())
                .isEqualTo(409);
        assertThat(post("manager", "/task/" + task + "/unclaim", null).status()).isEqualTo(204);
        assertThat(claim("expert", task, expert).status()).isEqualTo(204);
        assertThat(get("expert", "/task/" + task).json().get("assignee").asText())
                .isEqualTo(expert);
    }

    @Test
    void a_form_completes_its_task_once_and_a_second_time_finds_nothing() {
        var hire = opensCase().until(FORM_A, FORM_B);
        var task = taskOf(scenario.manager, hire, FORM_B);
        var answers = answers(scenario.manager, hire, FORM_B);

        assertThat(submit("manager", task, answers).status()).isEqualTo(204);
        hire.waitsAt(FORM_A);
        var before = Snapshot.of(stage.jdbc());
        var again = submit("manager", task, answers);

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.json().get("message").asText()).isEqualTo(EngineWords.NO_SUCH_TASK);
        assertThat(Snapshot.of(stage.jdbc()).changesSince(before)).isEmpty();
    }

    @Test
    void a_form_takes_no_variable_beside_its_answers() {
        var hire = opensCase().until(DECISION);
        var task = taskOf(scenario.opm, hire, DECISION);
        var body = submission(answers(scenario.opm, hire, DECISION));
        body.withObject("/variables")
                .putObject("accessDecision")
                .put("value", "APPROVED")
                .put("type", "String");
        var before = Snapshot.of(stage.jdbc());

        var answer = post("opm", "/task/" + task + "/submit-form", body.toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("message").asText())
                .isEqualTo("This form does not take the answer \"accessDecision\".");
        assertThat(Snapshot.of(stage.jdbc()).changesSince(before)).isEmpty();
    }

    @Test
    void a_case_is_opened_by_its_form_for_the_agency_of_who_opens_it_whatever_else_is_sent() {
        var answers = json.createObjectNode()
                .put(
                        "announcement",
                        scenario.crossGovernmentPool().announcement().toString())
                .put("positionTitle", "Customer Experience Strategist")
                .put("requestPortalAccount", false);
        var body = submission(answers).put("businessKey", early.caseNumber());

        var opened = post("hr", "/process-definition/" + names.get("definition") + "/submit-form", body.toString());

        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        assertThat(opened.json().get("tenantId").asText()).isEqualTo(early.agency());
        var number = opened.json().get("businessKey").asText();
        assertThat(number).isNotEqualTo(early.caseNumber());
        assertThat(stage.cases().byNumber(new CaseNumber(number)).agency()).isEqualTo(early.agency());
    }

    // --- asking
    // -------------------------------------------------------------------------------------------------------

    private Hire opensCase() {
        return scenario.opensCase(scenario.manager, scenario.crossGovernmentPool());
    }

    private static String taskOf(Colleague who, Hire hire, String task) {
        return who.find(hire, task).orElseThrow().getId();
    }

    private Answer ask(String role, Asked asked) {
        var about = new LinkedHashMap<>(names);
        about.put(
                "me",
                role.equals(NOBODY) ? "nobody-here" : people.get(role).actor().userId());
        var mine = asked.about(about);
        return visitors.get(role).send(mine.method(), mine.path(), mine.body());
    }

    private Answer get(String role, String path) {
        return visitors.get(role).get(API + path);
    }

    private Answer post(String role, String path, String body) {
        return visitors.get(role).post(API + path, body);
    }

    private Answer claim(String role, String task, String userId) {
        return post(role, "/task/" + task + "/claim", "{\"userId\": \"" + userId + "\"}");
    }

    private Answer submit(String role, String task, ObjectNode answers) {
        return post(role, "/task/" + task + "/submit-form", submission(answers).toString());
    }

    /** As Tasklist sends a form. */
    private ObjectNode submission(ObjectNode answers) {
        var body = json.createObjectNode();
        body.putObject("variables")
                .putObject("form")
                .put("value", answers.toString())
                .put("type", "Json");
        return body;
    }

    private ObjectNode answers(Colleague who, Hire hire, String task) {
        return who.filled(hire, task, Map.of());
    }

    private static String belowTheApi(Asked asked) {
        return asked.place().substring("/camunda/api".length());
    }

    /** What must not be in an answer to this role, whatever was asked. */
    private List<String> objections(String role, Answer answer) {
        var objections = new ArrayList<String>();
        if (answer.status() >= 500 || answer.body().contains("ENGINE-")) {
            objections.add("speaks for the engine: " + answer.status() + " " + answer.body());
        }
        if (answer.status() >= 400 && !isPlainRefusal(answer.json())) {
            objections.add("is no plain sentence: " + answer.status() + " " + answer.body());
        }
        notFor(role).stream()
                .filter(answer.body()::contains)
                .forEach(secret -> objections.add("tells of " + secret + ": " + answer.body()));
        return objections;
    }

    /** Of several sentences, the first stands in front and each stands at its answer; nothing else is told. */
    private static boolean isPlainRefusal(JsonNode refusal) {
        var faults = refusal.path("errors");
        var first = faults.path(0);
        return isPlain(refusal, Set.of("type", "message", "field", "rule", "errors"))
                && refusal.path("type").asText().equals("Refusal")
                && refusal.hasNonNull("message")
                && StreamSupport.stream(faults.spliterator(), false)
                        .allMatch(fault -> fault.has("sentence") && isPlain(fault, Set.of("field", "rule", "sentence")))
                && (first.isMissingNode()
                        || first.get("sentence").equals(refusal.get("message"))
                                && first.path("field").equals(refusal.path("field"))
                                && first.path("rule").equals(refusal.path("rule")));
    }

    private static boolean isPlain(JsonNode told, Set<String> names) {
        return told.isObject()
                && told.properties().stream()
                        .allMatch(entry -> names.contains(entry.getKey())
                                && (entry.getKey().equals("errors")
                                        ? !entry.getValue().isEmpty()
                                        : PLAIN.matcher(entry.getValue().textValue())
                                                .matches()));
    }

    private static final Pattern PLAIN = Pattern.compile("((?!Exception|camunda)[^\\\\])+");

    /** Ids and numbers that a role shall not read. */
    private List<String> notFor(String role) {
        var ours = List.of(
                early.caseNumber(),
                early.process().getId(),
                matching.caseNumber(),
                deciding.caseNumber(),
                names.get("hr-task"));
        var otherAgencys = List.of(theirs.caseNumber(), theirs.process().getId());
        return switch (role) {
            case "opm" -> List.of();
            // Instances and the numbers of their cases, on the model; no task.
            case "designer" -> List.of(names.get("hr-task"));
            case "hr" -> otherAgencys;
            case "manager", "coordinator", "expert" -> {
                var others = new ArrayList<>(otherAgencys);
                others.add(names.get("hr-task"));
                yield others;
            }
            default -> ours;
        };
    }
}
