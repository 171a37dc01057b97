package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.workflow.Requests.MAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.access.Visitor.Answer;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.workflow.Requests.Asked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Our own API and pages, asked for everything by everybody, signed in as a browser is. What is another agency's reads exactly like what
 * does not exist.
 */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OurApiTest {

    private static final String REVIEWING = "review-and-interview-candidates";
    private static final String NOBODY = "nobody";
    private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    /** What stands for one thing of our case's, and for none in its place. */
    private static final Map<String, String> NONE = Map.of(
            "case-number", "XGH-2019-999999",
            "candidate", UNKNOWN,
            "selection", UNKNOWN,
            "document", UNKNOWN,
            "notice", UNKNOWN,
            "task", UNKNOWN);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private HireScenario scenario;
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    @BeforeAll
    void a_case_under_review_and_everybody_signed_in(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        var hire = scenario.opensCase(scenario.manager, scenario.crossGovernmentPool())
                .until(REVIEWING);
        var selectee = hire.elects("A-01");
        names.put("case-number", hire.caseNumber());
        names.put("pool", hire.pool().announcement().toString());
        names.put("agency", hire.agency());
        names.put("hr", scenario.hr.actor().userId());
        names.put("candidate", hire.candidate("A-03").toString());
        names.put("selection", selectee.selectionId().toString());
        names.put("document", scenario.hr.uploads(hire, DocumentPurpose.OF_8).toString());
        names.put(
                "notice",
                jdbc.queryForList("select id from notice where case_number = ?", String.class, hire.caseNumber())
                        .get(0));
        names.put("task", scenario.manager.find(hire, REVIEWING).orElseThrow().getId());
        visitors.put(NOBODY, Visitor.inABrowser(port));
        Map.of(
                        "manager", scenario.manager,
                        "hr", scenario.hr,
                        "coordinator", scenario.coordinator,
                        "expert", scenario.expert,
                        "opm", scenario.opm,
                        "designer", scenario.designer,
                        "other-manager", scenario.otherManager,
                        "other-hr", scenario.otherHr)
                .forEach((role, person) -> visitors.put(
                        role, Visitor.inABrowser(port).signedIn(person.actor().userId(), HireScenario.PASSWORD)));
    }

    @AfterAll
    void everybody_leaves() {
        scenario.close();
    }

    static List<String> roles() {
        return Requests.roles();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void each_role_gets_what_the_table_says_and_changes_nothing(String role) {
        var differences = new ArrayList<String>();
        var before = Snapshot.of(jdbc);
        for (var asked : Requests.ofOurTable()) {
            var expected = asked.expected().get(role);
            if (!MAY.equals(expected)) {
                var answer = ask(role, asked, names);
                if (!String.valueOf(answer.status()).equals(expected)) {
                    differences.add(
                            "%s: %s instead of %s %s".formatted(asked, answer.status(), expected, answer.body()));
                }
                if (Set.of("designer", "other-manager", "other-hr", NOBODY).contains(role)) {
                    tellingOfOurs(asked, answer).forEach(told -> differences.add(asked + " tells of " + told));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(Snapshot.of(jdbc).changesSince(before)).isEmpty();
    }

    /** What of our case stands in an answer that was not in the question. */
    private List<String> tellingOfOurs(Asked asked, Answer answer) {
        return NONE.keySet().stream()
                .filter(name -> !asked.names(name) && answer.body().contains(names.get(name)))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"other-manager", "other-hr", "designer"})
    void what_is_another_agencys_reads_exactly_like_what_does_not_exist(String role) {
        var none = new LinkedHashMap<>(names);
        none.putAll(NONE);
        var differences = new ArrayList<String>();
        for (var asked : Requests.ofOurTable()) {
            // A designer reads of an instance in which task it stands, in Cockpit; the task itself is refused, not
            // hidden.
            var hidden = !role.equals("designer") || !asked.names("task");
            if (hidden && NONE.keySet().stream().anyMatch(asked::names)) {
                var theirs = said(ask(role, asked, names), names);
                var unknown = said(ask(role, asked, none), none);
                if (!theirs.equals(unknown)) {
                    differences.add(asked + "\n theirs:  " + theirs + "\n unknown: " + unknown);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /** Status, where it leads and body, with what was asked about left out. */
    private static String said(Answer answer, Map<String, String> about) {
        var said = answer.status() + " " + answer.leadsTo() + " " + answer.body();
        for (var name : NONE.keySet()) {
            said = said.replace(about.get(name), "…");
        }
        return said;
    }

    @Test
    void the_table_speaks_of_every_operation_of_our_api() {
        var table = Requests.ofOurTable();
        var described = visitors.get("opm").get("/v3/api-docs").json().get("paths");
        for (var path : described.properties()) {
            for (var operation : path.getValue().properties()) {
                var address = path.getKey().replaceAll("\\{[A-Za-z]+}", "[^/]+");
                assertThat(table)
                        .as("rows for " + operation.getKey() + " " + path.getKey())
                        .anyMatch(asked -> asked.method().equalsIgnoreCase(operation.getKey())
                                && asked.place().matches(address));
            }
        }
    }

    /** Two types of one name in the description would be told as one. */
    @Test
    void what_is_answered_is_what_the_description_says() {
        var api = visitors.get("opm").get("/v3/api-docs").json();
        var told = new ArrayList<String>();
        var compared = 0;
        for (var asked : Requests.ofOurTable()) {
            var schema = api.path("paths").properties().stream()
                    .filter(path -> asked.method().equals("GET")
                            && asked.place().matches(path.getKey().replaceAll("\\{[A-Za-z]+}", "[^/]+")))
                    // An address that is written out comes before one with a place in it.
                    .sorted(Comparator.comparing(path -> path.getKey().indexOf('{') < 0 ? 0 : 1))
                    .map(path ->
                            path.getValue().at("/get/responses/200/content").findPath("schema"))
                    .filter(found -> !found.isMissingNode())
                    .findFirst();
            if (schema.isEmpty()) {
                continue;
            }
            var request = asked.about(names);
            var answer = visitors.get("opm").get(request.path());
            if (answer.status() == 200 && answer.body().matches("(?s)[\\[{].*")) {
                compared++;
                undescribed(answer.json(), schema.get(), api).forEach(name -> told.add(asked + " answers " + name));
            }
        }
        assertThat(told).isEmpty();
        assertThat(compared).isGreaterThan(15);
    }

    /** Names in an answer, whichever depth, that its schema does not have. */
    private static Stream<String> undescribed(JsonNode answer, JsonNode schema, JsonNode api) {
        var described = schema.has("$ref") ? api.at(schema.get("$ref").asText().substring(1)) : schema;
        if (answer.isArray()) {
            return StreamSupport.stream(answer.spliterator(), false)
                    .flatMap(each -> undescribed(each, described.path("items"), api));
        }
        if (!answer.isObject() || !described.has("properties")) {
            return Stream.of();
        }
        return answer.properties().stream()
                .flatMap(property -> described.path("properties").has(property.getKey())
                        ? undescribed(
                                property.getValue(),
                                described.path("properties").get(property.getKey()),
                                api)
                        : Stream.of(property.getKey()));
    }

    /** What takes the header does nothing when it comes; all others refuse it, and say so. */
    @Test
    void the_header_that_only_asks_for_messages_is_described_at_every_operation_that_takes_it_and_at_no_other() {
        var described = visitors.get("opm").get("/v3/api-docs").json().get("paths");
        var before = Snapshot.of(jdbc);
        var differences = new ArrayList<String>();
        var takingIt = 0;
        for (var asked : Requests.ofOurTable()) {
            var operation = described.properties().stream()
                    .filter(path -> asked.place().matches(path.getKey().replaceAll("\\{[A-Za-z]+}", "[^/]+")))
                    .map(path -> path.getValue().path(asked.method().toLowerCase(Locale.ROOT)))
                    .filter(found -> !found.isMissingNode())
                    .findFirst();
            if (operation.isEmpty()) {
                continue;
            }
            var says =
                    operation.get().path("parameters").findValuesAsText("name").contains("X-XG-Preview");
            var request = asked.about(names);
            var answer = visitors.get("opm")
                    .sendWith("X-XG-Preview", "messages", request.method(), request.path(), request.body());
            var takes = !answer.body().contains("X-XG-Preview is for changes");
            takingIt += says ? 1 : 0;
            if (says != takes && answer.status() != 415) {
                differences.add(asked + " says " + says + ": " + answer.status() + " " + answer.body());
            }
        }
        assertThat(differences).isEmpty();
        assertThat(takingIt).isGreaterThan(20);
        assertThat(Snapshot.of(jdbc).changesSince(before)).isEmpty();
    }

    @Test
    void of_a_case_and_of_a_pool_that_there_are_not_lists_are_not_empty_but_unknown() {
        var opm = visitors.get("opm");
        assertThat(opm.get("/api/outbox?case=" + names.get("case-number"))
                        .json()
                        .get("total")
                        .asInt())
                .isPositive();
        for (var none : List.of(NONE.get("case-number"), "xgh%E2%80%932019%E2%80%93999999", "banana")) {
            var answer = opm.get("/api/outbox?case=" + none);
            assertThat(answer.status()).as(none).isEqualTo(404);
            assertThat(answer.json().get("detail").asText()).startsWith("There is no case ");
            assertThat(opm.opens("/outbox?case=" + none).body()).contains("There is no case ", "All cases are shown.");
        }
        var noPool = "?pool=CGA-DE-00000000-26-NO";
        assertThat(opm.get("/api/cases?pool=" + names.get("pool")).status()).isEqualTo(200);
        assertThat(opm.get("/api/cases" + noPool).status()).isEqualTo(404);
        assertThat(opm.opens("/cases?pool=" + names.get("pool")).status()).isEqualTo(200);
        assertThat(opm.opens("/cases" + noPool).body()).contains("There is no pool CGA-DE-00000000-26-NO.");
        assertThat(visitors.get("hr")
                        .get("/api/outbox?case=" + NONE.get("case-number"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_an_operation_does_not_know_is_refused_by_name_and_not_dropped() {
        var before = Snapshot.of(jdbc);
        var dropped = new ArrayList<String>();
        var manager = visitors.get("manager");
        for (var asked : Requests.ofOurTable()) {
            var request = asked.about(names);
            if (!request.path().startsWith("/api/")) {
                continue;
            }
            var parameter = manager.send(
                    request.method(),
                    request.path() + (request.path().contains("?") ? "&" : "?") + "statuss=OPEN",
                    request.body());
            if (parameter.status() != 415 && !isRefusedByName(parameter, "statuss")) {
                dropped.add(asked + "?statuss: " + parameter.status() + " " + parameter.body());
            }
            if (request.body() != null
                    && request.body().startsWith("{")
                    && !request.path().contains("draft")) {
                var property = manager.send(request.method(), request.path(), withUnknownProperty(request.body()));
                if (property.status() != 415
                        && !isRefusedByName(property, "titel")
                        && !property.body().contains("takes no body")) {
                    dropped.add(asked + " titel: " + property.status() + " " + property.body());
                }
            }
        }
        assertThat(dropped).isEmpty();
        assertThat(Snapshot.of(jdbc).changesSince(before)).isEmpty();
    }

    private static String withUnknownProperty(String body) {
        return body.strip().equals("{}")
                ? "{\"titel\": \"x\"}"
                : body.strip().replaceFirst("}$", ", \"titel\": \"x\"}");
    }

    private static boolean isRefusedByName(Answer answer, String name) {
        return answer.status() == 400
                && answer.json().path("errors").findValuesAsText("field").contains(name);
    }

    private Answer ask(String role, Asked asked, Map<String, String> about) {
        var request = asked.about(about);
        return request.path().startsWith("/api/") || request.path().startsWith("/v3/")
                ? visitors.get(role).send(request.method(), request.path(), request.body())
                : visitors.get(role).opens(request.path());
    }
}
