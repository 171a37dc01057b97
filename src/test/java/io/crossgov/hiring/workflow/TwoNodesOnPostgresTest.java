package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.AnotherNode;
import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.PersonDetails;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes on one PostgreSQL: neither remembers of anybody what the other has taken away, and neither looks for the other's timers. */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesOnPostgresTest {

    private static final String LIST = "/api/tasks";
    private static final String ENGINE = "/camunda/api/engine/engine/default/task/";

    @LocalServerPort
    private int port;

    @Value("${spring.datasource.url}")
    private String database;

    @Autowired
    private ApplicationContext one;

    private ConfigurableApplicationContext other;
    private HireScenario scenario;

    @BeforeAll
    void another_node_starts() {
        other = AnotherNode.on(database);
    }

    @AfterAll
    void it_stops() {
        other.close();
    }

    @BeforeEach
    void people_are_there() {
        scenario = HireScenario.in(one);
    }

    @AfterEach
    void they_leave() {
        scenario.close();
    }

    @Test
    void what_is_taken_away_on_one_node_counts_at_the_next_request_on_the_other() {
        var task = scenario.manager
                .find(scenario.opensCase(), "identify-position-description")
                .orElseThrow()
                .getId();
        var peopleHere = one.getBean(People.class);
        var peopleThere = other.getBean(People.class);
        var opm = scenario.opm.actor();
        var somebody = new PersonDetails(
                "of-two-nodes",
                "Nora Deux",
                "nora.deux@bflow.example.gov",
                "202-555-0100",
                HireScenario.AGENCY,
                Set.of(Role.HIRING_MANAGER),
                null,
                HireScenario.PASSWORD);
        peopleHere.save(Actor.SYSTEM, somebody);
        var here = Visitor.inABrowser(port).signedIn(somebody.id(), HireScenario.PASSWORD);
        var there = Visitor.inABrowser(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class))
                .signedIn(somebody.id(), HireScenario.PASSWORD);
        worksOn(task, here);
        worksOn(task, there);

        peopleHere.save(opm, with(somebody, HireScenario.AGENCY, Role.SUBJECT_MATTER_EXPERT));
        seesNothingOf(task, there);
        peopleThere.save(opm, somebody);
        worksOn(task, here);
        assertThat(here.get(ENGINE + task).status()).isEqualTo(200);
        worksOn(task, there);

        peopleThere.save(opm, with(somebody, "OFLOW", Role.HIRING_MANAGER));
        seesNothingOf(task, here);
        assertThat(here.get(ENGINE + task).status()).isBetween(401, 404);
        peopleHere.save(opm, somebody);
        worksOn(task, there);

        here.submits(
                "/account/password",
                Map.of("current", HireScenario.PASSWORD, "chosen", "Other-Ferry-27", "again", "Other-Ferry-27"));
        assertThat(there.get(LIST).status()).as("with the old password").isEqualTo(401);
        worksOn(task, here);

        peopleThere.save(opm, with(somebody, HireScenario.AGENCY));
        seesNothingOf(task, here);
    }

    private static PersonDetails with(PersonDetails who, String agency, Role... roles) {
        return new PersonDetails(
                who.id(), who.name(), who.email(), who.phone(), agency, Set.of(roles), who.trainedOn(), null);
    }

    private static void worksOn(String task, Visitor visitor) {
        assertThat(visitor.get(LIST).body()).contains(task);
        assertThat(visitor.get(LIST + "/" + task).status()).isEqualTo(200);
    }

    private static void seesNothingOf(String task, Visitor visitor) {
        assertThat(visitor.post(LIST + "/" + task, "{}").status()).isBetween(401, 404);
        assertThat(visitor.get(LIST).body()).doesNotContain(task);
        assertThat(visitor.get(LIST + "/" + task).status()).isBetween(401, 404);
    }

    @Test
    void timers_that_are_due_are_found_by_one_node_each(@Autowired JdbcTemplate jdbc) {
        var due = List.of(timerOf(scenario.opensCase()), timerOf(scenario.opensCase()), timerOf(scenario.opensCase()));
        due.forEach(
                timer -> jdbc.update("update act_ru_job set duedate_ = timestamp '2000-01-01' where id_ = ?", timer));

        var found = engine(one).getCommandExecutorTxRequired().execute(here -> {
            var first = due(here, 2);
            var second = CompletableFuture.supplyAsync(
                            () -> engine(other).getCommandExecutorTxRequired().execute(there -> due(there, 1)))
                    .join();
            return List.of(first, second);
        });

        assertThat(found.get(0)).hasSize(2);
        assertThat(found).flatExtracting(each -> each).containsExactlyInAnyOrderElementsOf(due);
        jdbc.update("update act_ru_job set duedate_ = timestamp '2100-01-01' where duedate_ = timestamp '2000-01-01'");
    }

    private String timerOf(Hire hire) {
        return one.getBean(JdbcTemplate.class)
                .queryForObject(
                        "select id_ from act_ru_job where process_instance_id_ = ? and handler_cfg_ = 'certificate-expiring'",
                        String.class,
                        hire.process().getId());
    }

    private static ProcessEngineConfigurationImpl engine(ApplicationContext node) {
        return node.getBean(ProcessEngineConfigurationImpl.class);
    }

    private static List<String> due(CommandContext command, int atMost) {
        return command.getJobManager().findNextJobsToExecute(new Page(0, atMost)).stream()
                .map(AcquirableJobEntity::getId)
                .toList();
    }
}
