package io.crossgov.hiring.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.workflow.HireScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/**
 * As many timers as a country has on a bad morning are due at once, and two nodes work them off: {@code mvn -Psoak verify}. Each fires once,
 * and the nodes hardly ever reach for the same ones; when one dies, the other takes over what it had locked. What the nodes say is in
 * {@code target/soak}.
 */
@PostgresTest(asInProduction = true)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimersSoak {

    private static final int TIMERS = Integer.getInteger("soak.timers", 20_000);
    private static final int MINUTES = Integer.getInteger("soak.minutes", 30);

    /** Of all attempts to lock a job; the rest is work done in vain. */
    private static final double MOST_FAILED = 0.05;

    private static final String WAITING = "act_ru_job where handler_cfg_ = 'certificate-expiring'";
    private static final String DUE = WAITING + " and duedate_ < timestamp '2026-03-02'";
    private static final String FOLLOWED = "act_ru_job where handler_cfg_ = 'fourteen-days-left'";

    @Value("${spring.datasource.url}")
    private String database;

    @Autowired
    private JdbcTemplate jdbc;

    private List<Node> nodes = List.of();

    @BeforeAll
    void a_country_with_timers_enough(@Autowired ApplicationContext application) {
        try (var scenario = HireScenario.in(application)) {
            Country.of(application, scenario).withOpenTasks(TIMERS * 2);
        }
    }

    @AfterEach
    void the_nodes_stop() {
        nodes.forEach(Node::close);
    }

    @Test
    void two_nodes_fire_each_timer_once_and_hardly_meet() throws IOException {
        due(TIMERS);
        var followed = count(FOLLOWED);
        jdbc.update("delete from act_ru_meter_log");
        nodes = started("timers");
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(5))
                .until(() -> count(DUE) < TIMERS);
        var first = System.nanoTime();
        untilNoneIsDue();
        var seconds = (System.nanoTime() - first) / 1e9;
        // What they counted they write down when they stop.
        nodes.forEach(Node::close);

        assertThat(count(FOLLOWED) - followed)
                .as("timers that followed, one each")
                .isEqualTo(TIMERS);
        assertThat(count("act_ru_incident")).isZero();
        var locked = metric("job-acquired-success");
        var failed = metric("job-acquired-failure");
        System.out.printf(
                "%d timers on 2 nodes in %.0f s from the first one on; %d locked, %d in vain, %d looks for more%n",
                TIMERS, seconds, locked, failed, metric("job-acquisition-attempt"));
        assertThat(locked).as("jobs that were locked").isGreaterThanOrEqualTo(TIMERS);
        assertThat((double) failed / (locked + failed))
                .as("share of attempts in vain")
                .isLessThanOrEqualTo(MOST_FAILED);
    }

    @Test
    void what_a_node_that_dies_had_locked_the_other_one_fires() throws IOException {
        var timers = TIMERS / 20;
        due(timers);
        var followed = count(FOLLOWED);
        nodes = started("death");
        untilBothHaveLocked();
        nodes.get(0).dies();
        var died = System.nanoTime();
        // The dead one's stay locked for a while; without any, the other one would be alone.
        untilBothHaveLocked();
        untilNoneIsDue();

        System.out.printf(
                "%d timers, one of 2 nodes killed meanwhile, all fired %.0f s later%n",
                timers, (System.nanoTime() - died) / 1e9);
        assertThat(count(FOLLOWED) - followed)
                .as("timers that followed, one each")
                .isEqualTo(timers);
        assertThat(count("act_ru_incident")).isZero();
    }

    private void due(int timers) {
        assertThat(count(DUE)).isZero();
        jdbc.update(
                "update act_ru_job set duedate_ = timestamp '2026-03-01' where id_ in (select id_ from " + WAITING
                        + " limit ?)",
                timers);
        assertThat(count(DUE)).isEqualTo(timers);
    }

    private List<Node> started(String what) throws IOException {
        var logs = Files.createDirectories(Path.of("target", "soak"));
        return IntStream.rangeClosed(1, 2)
                .mapToObj(number -> Node.started(
                        logs.resolve(what + "-node-" + number + ".log"),
                        LocalDate.of(2026, 3, 2).atTime(15, 0).toInstant(ZoneOffset.UTC),
                        database,
                        "--camunda.bpm.metrics.enabled=true",
                        "--camunda.bpm.metrics.db-reporter-activate=true"))
                .toList();
    }

    private void untilBothHaveLocked() {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofMinutes(5))
                .until(() ->
                        count("(select distinct lock_owner_ from " + DUE + " and lock_owner_ is not null) owner") == 2);
    }

    private void untilNoneIsDue() {
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofMinutes(MINUTES))
                .until(() -> nodes.stream().noneMatch(Node::runs) || count(DUE + " and retries_ > 0") == 0);
        assertThat(count(DUE)).as("timers left").isZero();
    }

    private long count(String rows) {
        return jdbc.queryForObject("select count(*) from " + rows, Long.class);
    }

    private long metric(String name) {
        return jdbc.queryForObject(
                "select coalesce(sum(value_), 0) from act_ru_meter_log where name_ = ?", Long.class, name);
    }
}
