package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.workflow.gate.EngineErrorFilter;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletResponse;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever runs the product finds its faults in the log, and not what people were refused. */
@HiringTest
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String DONE_ALREADY = "5d0c6a40-1111-11f0-9d3a-0242ac120002";

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    @Autowired
    private EntityManager entityManager;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void asking_for_a_task_that_is_done_already_leaves_nothing_in_the_log(CapturedOutput log) {
        var hr = Visitor.inABrowser(port).signedIn("gsa-hr", password);

        assertThat(hr.get(ENGINE + "/task/" + DONE_ALREADY + "/deployed-form").status())
                .isEqualTo(404);
        assertThat(hr.post(ENGINE + "/task/" + DONE_ALREADY + "/claim", "{\"userId\":\"gsa-hr\"}")
                        .status())
                .isBetween(400, 499);

        assertThat(log.getAll()).doesNotContain(DONE_ALREADY, "Exception");
    }

    @Test
    void a_row_that_somebody_else_was_first_with_leaves_nothing_in_the_log_and_its_words_to_whoever_answers(
            CapturedOutput log) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(work -> entityManager
                        .createNativeQuery("insert into agency select * from agency where code = 'GSA'")
                        .executeUpdate()))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("primary key");

        assertThat(log.getAll()).doesNotContain("primary key", "SqlExceptionHelper");
    }

    @Test
    void a_fault_of_the_engine_is_in_the_log_and_people_read_a_plain_sentence(CapturedOutput log) throws Exception {
        var answer = new MockHttpServletResponse();

        new EngineErrorFilter(null, null)
                .doFilter(new MockHttpServletRequest("POST", ENGINE + "/task/1/claim"), answer, (asked, response) -> {
                    ((HttpServletResponse) response).setStatus(500);
                    response.getWriter().print("{\"message\":\"the disk is full\"}");
                });

        assertThat(answer.getContentAsString())
                .contains("Something went wrong on our side.")
                .doesNotContain("disk");
        assertThat(log.getAll()).contains("POST " + ENGINE + "/task/1/claim failed", "the disk is full");
    }

    /** As each database ends what takes longer than it may. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: canceling statement due to user request",
                "Statement was canceled or the session timed out; SQL statement: select 1 [57014-240]"
            })
    void a_list_that_takes_too_long_says_so(String database, CapturedOutput log) throws Exception {
        var answer = new MockHttpServletResponse();

        new EngineErrorFilter(null, null)
                .doFilter(new MockHttpServletRequest("GET", ENGINE + "/task"), answer, (asked, response) -> {
                    ((HttpServletResponse) response).setStatus(500);
                    response.getWriter().print("{\"message\":\"### Error querying database. " + database + "\"}");
                });

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).contains("This took too long").doesNotContain("statement");
        assertThat(log.getAll())
                .contains("GET " + ENGINE + "/task took too long")
                .doesNotContain("statement");
    }
}
