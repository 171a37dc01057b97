package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Visitor;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A process designer sees every instance on its model, in Cockpit as README says, and nobody in it. */
@HiringTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesignerTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)[\"#]");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private HireScenario scenario;
    private Hire hire;
    private Visitor designer;

    @BeforeAll
    void a_selection_is_running(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        hire = scenario.opensCase(scenario.manager, scenario.crossGovernmentPool())
                .until("review-and-interview-candidates");
        hire.elects("A-01");
        designer = Visitor.inABrowser(port).signedIn(scenario.designer.actor().userId(), HireScenario.PASSWORD);
    }

    @AfterAll
    void everybody_leaves() {
        scenario.close();
    }

    @Test
    void the_instances_of_a_case_are_there_each_on_its_model() {
        var instances = post("/process-instance?maxResults=50", "{\"businessKey\": \"%s\"}");

        assertThat(instances).hasSize(2).allSatisfy(instance -> {
            var activities = designer.get(
                    ENGINE + "/process-instance/" + instance.get("id").asText() + "/activity-instances");
            assertThat(activities.status()).isEqualTo(200);
            assertThat(activities.json().get("childActivityInstances")).isNotEmpty();
        });
        assertThat(designer.post(
                                COCKPIT + "/process-instance/count",
                                "{\"businessKey\": \"%s\"}".formatted(hire.caseNumber()))
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void what_stands_in_them_names_nobody() {
        var ids = StreamSupport.stream(
                        post("/process-instance?maxResults=50", "{\"businessKey\": \"%s\"}")
                                .spliterator(),
                        false)
                .map(instance -> instance.get("id").asText())
                .toList();
        var variables = designer.post(
                ENGINE + "/variable-instance?maxResults=200&deserializeValues=false",
                "{\"processInstanceIdIn\": [\"%s\"]}".formatted(String.join("\", \"", ids)));

        assertThat(variables.json()).isNotEmpty();
        assertThat(candidates()).isNotEmpty().allSatisfy(told -> assertThat(variables.body())
                .doesNotContain(told));
    }

    /** Everything by which a candidate of the case's pool could be known. */
    private List<String> candidates() {
        return jdbc
                .queryForList(
                        "select name, email, applicant_number from candidate where announcement = ?",
                        hire.pool().announcement().toString())
                .stream()
                .flatMap(row -> row.values().stream())
                .map(String::valueOf)
                .toList();
    }

    @Test
    void tasks_and_their_forms_are_not_for_a_designer() {
        var task = scenario.manager
                .find(hire, "review-and-interview-candidates")
                .orElseThrow()
                .getId();

        assertThat(post("/task?maxResults=50", "{\"processInstanceBusinessKey\": \"%s\"}"))
                .isEmpty();
        assertThat(designer.get("/api/tasks").json()).isEmpty();
        for (var part : List.of("", "/form", "/form-variables", "/deployed-form")) {
            assertThat(designer.get(ENGINE + "/task/" + task + part).status())
                    .as(part)
                    .isIn(403, 404);
        }
    }

    @Test
    void every_page_one_is_led_to_has_something_for_a_designer() {
        var start = designer.opens("/").body();
        var links = LINK.matcher(start)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("/assets/"))
                .distinct()
                .toList();

        assertThat(links)
                .contains("/camunda/app/cockpit/default/", "/pools")
                .doesNotContain("/outbox", "/cases", "/camunda/app/tasklist/default/")
                .allSatisfy(link ->
                        assertThat(designer.opens(link).status()).as(link).isIn(200, 302));
    }

    @Test
    void an_agency_set_up_later_is_seen_too() {
        scenario.asOtherAgency(() -> {
            var theirs = scenario.opensCase(scenario.otherManager, scenario.crossGovernmentPool());
            assertThat(designer.post(
                                    ENGINE + "/process-instance?maxResults=50",
                                    "{\"businessKey\": \"%s\"}".formatted(theirs.caseNumber()))
                            .json())
                    .hasSize(1);
            return null;
        });
    }

    private JsonNode post(String path, String query) {
        return designer.post(ENGINE + path, query.formatted(hire.caseNumber())).json();
    }
}
