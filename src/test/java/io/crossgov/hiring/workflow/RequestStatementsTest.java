package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import io.crossgov.hiring.access.Visitor;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each request asks once who it is, with one statement, wherever it leads and whatever stands in between. */
@OnBothDatabases
class RequestStatementsTest {

    private static final String TASK = "/camunda/api/engine/engine/default/task/";
    private static final String TASK_ID = "identify-position-description";

    @LocalServerPort
    private int port;

    private HireScenario scenario;
    private Visitor manager;
    private String task;
    private String filter;

    @BeforeEach
    void somebody_with_a_task(@Autowired ApplicationContext application, @Autowired FilterService filters) {
        scenario = HireScenario.in(application);
        var hire = scenario.opensCase();
        task = scenario.manager.find(hire, TASK_ID).orElseThrow().getId();
        filter = filters.createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
        manager = Visitor.inABrowser(port).signedIn(scenario.manager.actor().userId(), HireScenario.PASSWORD);
    }

    @AfterEach
    void nothing_is_left_behind() {
        scenario.close();
    }

    @Test
    void a_request_costs_one_statement_before_it_does_anything() {
        costs(1, "GET", "/session");
        // Whether the engine has an administrator, its page asks by itself.
        costs(2, "GET", "/camunda/app/tasklist/default/");
        costs(1, "GET", "/camunda/api/admin/auth/user/default");
        costs(3, "GET", TASK + task);
        costs(4, "POST", "/camunda/api/engine/engine/default/filter/" + filter + "/list?firstResult=0&maxResults=15");
        costs(9, "GET", TASK + task + "/form-variables?variableNames=form&deserializeValues=false");
        costs(13, "GET", "/api/tasks/" + task);
        costs(3, "GET", "/api/tasks");
        costs(1, "GET", "/law");
    }

    private void costs(int atMost, String method, String path) {
        var mark = UUID.randomUUID().toString();
        var answer = manager.sendWith(StatementCounter.HEADER, mark, method, path, method.equals("POST") ? "{}" : null);
        var statements = StatementCounter.ofRequest(mark);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(statements.size())
                .as(path + ":\n" + String.join("\n", statements))
                .isLessThanOrEqualTo(atMost);
        assertThat(statements)
                .as("who it is, asked for " + path)
                .filteredOn(statement -> statement.contains("ACT_ID_TENANT_MEMBER"))
                .hasSize(1);
    }

    /** There is nothing that another node would have to be told of. */
    @Test
    void what_another_node_has_changed_of_a_person_counts_at_the_next_request(@Autowired JdbcTemplate database) {
        var deputy = scenario.deputyOf(scenario.manager).actor().userId();
        var visitor = Visitor.inABrowser(port).signedIn(deputy, HireScenario.PASSWORD);
        assertThat(visitor.get(TASK + task).status()).isEqualTo(200);

        database.update("update ACT_ID_TENANT_MEMBER set TENANT_ID_ = 'OFLOW' where USER_ID_ = ?", deputy);
        assertThat(visitor.get(TASK + task).status()).as("in another agency").isEqualTo(404);
        database.update("update ACT_ID_TENANT_MEMBER set TENANT_ID_ = 'BFLOW' where USER_ID_ = ?", deputy);
        assertThat(visitor.get(TASK + task).status()).isEqualTo(200);

        database.update("update ACT_ID_MEMBERSHIP set GROUP_ID_ = 'subject-matter-expert' where USER_ID_ = ?", deputy);
        assertThat(visitor.get(TASK + task).status()).as("in another role").isEqualTo(404);
        assertThat(visitor.get("/session").json().get("roles").toString()).isEqualTo("[\"subject-matter-expert\"]");
        database.update("update ACT_ID_USER set PWD_ = 'another' where ID_ = ?", deputy);
        assertThat(visitor.get("/session").status()).as("with another password").isEqualTo(401);
    }
}
