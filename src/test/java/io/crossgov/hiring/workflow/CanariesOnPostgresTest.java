package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.Cases;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** PostgreSQL quotes rows where something fails. Whatever fails, nothing of a row and no line of somebody's reaches the log. */
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class CanariesOnPostgresTest {

    private static final Logger LOG = LoggerFactory.getLogger(CanariesOnPostgresTest.class);
    private static final String CANARY = "CANARY Marchand";
    private static final String FORGED = "2026-11-28T13:45:00.000Z  INFO 2132 --- [main] audit : FORGED LINE";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Cases cases;

    private HireScenario scenario;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    @Test
    void no_failure_of_the_database_brings_a_row_into_the_log(CapturedOutput log) {
        var hire = scenario.opensCase();
        jdbc.update("update hiring_case set fte_number = ? where number = ?", CANARY, hire.caseNumber());
        var failing = new LinkedHashMap<String, Runnable>();
        failing.put(
                "21000", () -> jdbc.queryForList("select (select number from hiring_case union all select ?)", CANARY));
        failing.put("22001", () -> addsAgency("CANARY", CANARY.repeat(100)));
        failing.put("22021", () -> addsAgency("CANARY", CANARY + "\u0000"));
        failing.put("22P02", () -> jdbc.queryForList("select cast(? as uuid)", CANARY));
        failing.put("23502", () -> jdbc.update("insert into agency (code, name) values (?, null)", "CANARY"));
        failing.put("23505", () -> addsAgency("BFLOW", CANARY));
        failing.put(
                "40001 or 57014",
                () -> transaction.executeWithoutResult(work -> {
                    jdbc.execute("set local statement_timeout = 50");
                    jdbc.queryForList("select pg_sleep(5), ?", CANARY);
                }));
        failing.put("57P01", () -> jdbc.queryForList("select pg_terminate_backend(pg_backend_pid()), ?", CANARY));
        // A batch of Hibernate's, whose message would hold every column.
        failing.put(
                "22021 in a batch",
                () -> cases.close(
                        hire.number(),
                        CancellationReason.OTHER,
                        CANARY + " withdrew\r\n" + FORGED + "\u0000",
                        scenario.manager.actor()));

        failing.forEach((state, work) -> {
            var failure = catchThrowable(work::run);
            assertThat(failure).as(state).isNotNull();
            LOG.error("{} failed", state, failure);
            LOG.error("wrapped", new IllegalStateException("in: " + failure.getMessage(), failure));
        });

        assertThat(log.getAll()).doesNotContain(CANARY, "Maria Delgado", "FORGED LINE");
        assertThat(log.getAll()).contains("SQL state 22021", "SQL state 23505", "SQL state 57014");
    }

    private void addsAgency(String code, String name) {
        jdbc.update("insert into agency (code, name, days_to_answer_offer, version) values (?, ?, 5, 0)", code, name);
    }
}
