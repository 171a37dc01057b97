package io.crossgov.hiring.workflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.workflow.Colleague;
import io.crossgov.hiring.workflow.Hire;
import io.crossgov.hiring.workflow.HireScenario;
import io.crossgov.hiring.workflow.Requests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What stands in the ready-made task lists of each role, asked for as Tasklist asks. */
@OnBothDatabases
class TaskFiltersTest {

    private static final String FORM_A = "complete-talent-pool-request";
    private static final String FORM_B = "verify-experience-and-competencies";
    private static final String DECISION = "decide-pool-access";

    @LocalServerPort
    private int port;

    private final ObjectMapper json = new ObjectMapper();
    private HireScenario scenario;
    private Hire hire;

    @BeforeEach
    void a_case_that_waits_for_both_forms(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        hire = scenario.opensCase().until(FORM_A, FORM_B);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        // Puts the engine's clock back, too.
        scenario.close();
    }

    @Test
    void each_role_is_offered_its_own_lists_in_their_order() {
        for (var who : List.of(scenario.manager, scenario.expert, scenario.coordinator)) {
            assertThat(lists(who, hire).keySet()).containsExactly("My tasks", "To take", "Overdue", "All for my role");
        }
        assertThat(lists(scenario.hr, hire).keySet())
                .containsExactly("My tasks", "To take", "Overdue", "All of my agency");
        assertThat(lists(scenario.opm, hire).keySet())
                .containsExactly("My tasks", "To take", "Overdue", "All agencies");
        assertThat(lists(scenario.designer, hire)).isEmpty();
    }

    @Test
    void each_list_says_why_it_is_empty() {
        for (var who : List.of(scenario.manager, scenario.hr, scenario.opm)) {
            var browser = Visitor.inABrowser(port).signedIn(who.actor().userId(), HireScenario.PASSWORD);
            assertThat(browser.get(Requests.API + "/filter").json())
                    .isNotEmpty()
                    .allSatisfy(filter -> assertThat(
                                    filter.at("/properties/whenEmpty").asText())
                            .as(filter.path("name").asText())
                            .endsWith("."));
        }
    }

    @Test
    void a_task_stands_in_to_take_for_everybody_of_its_role_and_then_in_my_tasks_of_who_took_it() {
        assertThat(lists(scenario.manager, hire).get("To take")).containsExactly(FORM_B);
        assertThat(lists(scenario.expert, hire).get("To take")).containsExactly(FORM_B);
        assertThat(lists(scenario.hr, hire).get("To take")).containsExactly(FORM_A);
        assertThat(lists(scenario.coordinator, hire).get("To take")).isEmpty();
        assertThat(lists(scenario.manager, hire).get("My tasks")).isEmpty();

        scenario.manager.takes(hire, FORM_B);

        assertThat(lists(scenario.manager, hire).get("My tasks")).containsExactly(FORM_B);
        assertThat(lists(scenario.manager, hire).get("To take")).isEmpty();
        assertThat(lists(scenario.expert, hire).get("To take")).isEmpty();
        assertThat(lists(scenario.expert, hire).get("My tasks")).isEmpty();

        scenario.manager.givesBack(hire, FORM_B);

        assertThat(lists(scenario.expert, hire).get("To take")).containsExactly(FORM_B);
    }

    @Test
    void a_task_is_overdue_for_its_role_once_its_day_has_passed_whoever_has_taken_it() {
        var lastDay = HireScenario.FIRST_DAY.plusDays(7);
        scenario.manager.takes(hire, FORM_B);

        scenario.onDay(lastDay);
        assertThat(lists(scenario.manager, hire).get("Overdue")).isEmpty();
        assertThat(lists(scenario.hr, hire).get("Overdue")).isEmpty();

        scenario.onDay(lastDay.plusDays(1));
        assertThat(lists(scenario.manager, hire).get("Overdue")).containsExactly(FORM_B);
        assertThat(lists(scenario.expert, hire).get("Overdue")).containsExactly(FORM_B);
        assertThat(lists(scenario.hr, hire).get("Overdue")).containsExactly(FORM_A);
        assertThat(lists(scenario.coordinator, hire).get("Overdue")).isEmpty();
        assertThat(lists(scenario.opm, hire).get("Overdue")).isEmpty();
        assertThat(lists(scenario.otherManager, hire).get("Overdue")).isEmpty();
    }

    @Test
    void HR_sees_every_task_of_its_agency_also_those_of_other_roles_and_of_OPM() {
        var deciding = scenario.opensCase(scenario.manager, scenario.crossGovernmentPool())
                .until(DECISION);
        scenario.manager.takes(hire, FORM_B);

        assertThat(lists(scenario.hr, hire).get("All of my agency")).containsExactly(FORM_A, FORM_B);
        assertThat(lists(scenario.hr, deciding).get("All of my agency")).containsExactly(DECISION);
        assertThat(lists(scenario.otherHr, hire).get("All of my agency")).isEmpty();
        assertThat(lists(scenario.otherHr, deciding).get("All of my agency")).isEmpty();
    }

    @Test
    void OPM_sees_every_task_of_every_agency_and_has_to_take_only_its_own() {
        var theirs =
                scenario.asOtherAgency(() -> scenario.opensCase(scenario.otherManager, scenario.crossGovernmentPool())
                        .until(DECISION));

        assertThat(lists(scenario.opm, hire).get("All agencies")).containsExactly(FORM_A, FORM_B);
        assertThat(lists(scenario.opm, hire).get("To take")).isEmpty();
        assertThat(lists(scenario.opm, theirs).get("All agencies")).containsExactly(DECISION);
        assertThat(lists(scenario.opm, theirs).get("To take")).containsExactly(DECISION);
    }

    /** The tasks of a case in each list that somebody is offered, by the list's name. */
    private Map<String, Set<String>> lists(Colleague who, Hire ofCase) {
        var browser = Visitor.inABrowser(port).signedIn(who.actor().userId(), HireScenario.PASSWORD);
        var onlyThisCase = json.createObjectNode().put("processInstanceBusinessKey", ofCase.caseNumber());
        var lists = new LinkedHashMap<String, Set<String>>();
        var filters = new ArrayList<JsonNode>();
        browser.get(Requests.API + "/filter").json().forEach(filters::add);
        filters.sort(Comparator.comparingInt(
                filter -> filter.at("/properties/priority").asInt()));
        for (var filter : filters) {
            var tasks = new TreeSet<String>();
            browser.post(Requests.API + "/filter/" + filter.get("id").asText() + "/list", onlyThisCase.toString())
                    .json()
                    .forEach(task -> tasks.add(task.get("taskDefinitionKey").asText()));
            lists.put(filter.get("name").asText(), tasks);
        }
        return lists;
    }
}
