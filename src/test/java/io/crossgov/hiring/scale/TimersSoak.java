package io.crossgov.hiring.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crossgov.hiring.HiringTest;
import io.crossgov.hiring.workflow.HireScenario;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * As many timers as a country has on a bad morning are due at once, and two nodes work them off: {@code mvn -Psoak verify}. Each fires once,
 * and the nodes hardly ever reach for the same ones. What the nodes say is in {@code target/soak}.
 */
@HiringTest
@Tag("postgresql")
class TimersSoak {

    private static final int TIMERS = Integer.getInteger("soak.timers", 20_000);
    private static final int NODES = 2;

    /** Of all attempts to lock a job; the rest is work done in vain. */
    private static final double MOST_FAILED = 0.05;

    private static EmbeddedPostgres server;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        server = Node.database();
        settings.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
        settings.add("spring.datasource.username", () -> "postgres");
        settings.add("spring.datasource.password", () -> "postgres");
    }

    @Test
    void two_nodes_fire_each_timer_once_and_hardly_meet(
            @Autowired ApplicationContext application, @Autowired JdbcTemplate jdbc) throws IOException {
        try (var scenario = HireScenario.in(application)) {
            Country.of(application, scenario).withOpenTasks(TIMERS * 2);
        }
        var due = "handler_cfg_ = 'certificate-expiring' and duedate_ < timestamp '2026-03-02'";
        jdbc.update(
                "update act_ru_job set duedate_ = timestamp '2026-03-01' where id_ in (select id_ from act_ru_job"
                        + " where handler_cfg_ = 'certificate-expiring' limit ?)",
                TIMERS);
        assertThat(count(jdbc, "act_ru_job where " + due)).isEqualTo(TIMERS);
        assertThat(count(jdbc, "act_ru_job where handler_cfg_ = 'fourteen-days-left'"))
                .isZero();

        var logs = Files.createDirectories(Path.of("target", "soak"));
        var start = System.nanoTime();
        var nodes = IntStream.rangeClosed(1, NODES)
                .mapToObj(number -> Node.started(
                        logs.resolve("timers-node-" + number + ".log"),
                        LocalDate.of(2026, 3, 2).atTime(15, 0).toInstant(ZoneOffset.UTC),
                        server.getJdbcUrl("postgres", "postgres"),
                        "--camunda.bpm.metrics.enabled=true",
                        "--camunda.bpm.metrics.db-reporter-activate=true"))
                .toList();
        try {
            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(Duration.ofMinutes(Integer.getInteger("soak.minutes", 30)))
                    .until(() -> nodes.stream().noneMatch(Node::runs)
                            || count(jdbc, "act_ru_job where " + due + " and retries_ > 0") == 0);
        } finally {
            nodes.forEach(Node::close);
        }
        var seconds = (System.nanoTime() - start) / 1e9;

        assertThat(count(jdbc, "act_ru_job where " + due)).as("timers left").isZero();
        assertThat(count(jdbc, "act_ru_job where handler_cfg_ = 'fourteen-days-left'"))
                .as("timers that followed, one each")
                .isEqualTo(TIMERS);
        assertThat(count(jdbc, "act_ru_incident")).isZero();
        var locked = metric(jdbc, "job-acquired-success");
        var failed = metric(jdbc, "job-acquired-failure");
        System.out.printf(
                "%d timers on %d nodes in %.0f s with the start; %d locked, %d in vain%n",
                TIMERS, NODES, seconds, locked, failed);
        assertThat(locked).as("jobs that were locked").isGreaterThanOrEqualTo(TIMERS);
        assertThat((double) failed / (locked + failed))
                .as("share of attempts in vain")
                .isLessThanOrEqualTo(MOST_FAILED);
    }

    private static long count(JdbcTemplate jdbc, String rows) {
        return jdbc.queryForObject("select count(*) from " + rows, Long.class);
    }

    private static long metric(JdbcTemplate jdbc, String name) {
        return jdbc.queryForObject(
                "select coalesce(sum(value_), 0) from act_ru_meter_log where name_ = ?", Long.class, name);
    }
}
