package io.crossgov.hiring.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.workflow.HireScenario;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Hires for half an hour on two nodes and one database while twenty people look at their lists: {@code mvn -Psoak verify}. It is as quick in
 * the end as in the beginning, nothing fails, and nothing is left behind in memory.
 */
@PostgresTest(asInProduction = true)
@DirtiesContext
class HiringSoak {

    private static final double MINUTES = Double.parseDouble(System.getProperty("soak.minutes", "30"));
    private static final int THREADS = 2;
    private static final int READERS = 20;
    private static final int SECONDS_BETWEEN_LOOKS = 10;
    private static final long NANOS_OF_A_MINUTE = TimeUnit.MINUTES.toNanos(1);

    @Value("${spring.datasource.url}")
    private String database;

    @Test
    void two_nodes_hire_as_quickly_in_the_end_as_in_the_beginning(
            @Autowired ApplicationContext application, @Autowired JdbcTemplate jdbc) throws Exception {
        var logs = Files.createDirectories(Path.of("target", "soak"));
        var clock = LocalDate.of(2026, 3, 2).atTime(15, 0).toInstant(ZoneOffset.UTC);
        try (var scenario = HireScenario.in(application)) {
            Country.of(application, scenario).withOpenTasks(5_000);
            try (var one = Node.ready(logs.resolve("node-1.log"), clock, database);
                    var other = Node.ready(logs.resolve("node-2.log"), clock, database)) {
                var hires = new HiresOverHttp(
                        scenario, application.getBean(TaskService.class), List.of(one.port(), other.port()));
                // Warm.
                hiring(hires, MINUTES / 10, List.of());
                var memory = List.of(one.memoryInUse(), other.memoryInUse());
                var looks = new ArrayList<Looks.Look>();
                for (var node : List.of(one, other)) {
                    Looks.at(node.port()).stream()
                            .filter(look ->
                                    look.what().startsWith("“") && !look.what().contains(","))
                            .limit(READERS / 2)
                            .forEach(looks::add);
                }
                assertThat(looks).hasSize(READERS);

                var done = hiring(hires, MINUTES, looks);

                var tenths = IntStream.range(0, 10).mapToObj(done::inTenth).toList();
                var memoryAfter = List.of(one.memoryInUse(), other.memoryInUse());
                System.out.printf(
                        "%d tasks in %.0f minutes, by tenths %s, at a load of the machine of %s; memory %s, after it %s%n",
                        done.tasks().size(), MINUTES, tenths, done.loads(), memory, memoryAfter);
                assertThat(tenths).as("tasks by tenths").doesNotContain(0L);
                assertThat((double) tenths.get(9) / tenths.get(0))
                        .as("last tenth by first")
                        .isGreaterThanOrEqualTo(0.9);
                assertThat(jdbc.queryForObject(
                                "select deadlocks from pg_stat_database where datname = current_database()",
                                Long.class))
                        .as("deadlocks")
                        .isZero();
                for (int node = 0; node < 2; node++) {
                    assertThat(memoryAfter.get(node))
                            .as("megabytes in use after collecting, node " + (node + 1))
                            .isLessThanOrEqualTo(memory.get(node) * 5 / 4);
                }
            }
        }
    }

    /**
     * What was done meanwhile.
     *
     * @param tasks when each was done, in nanoseconds from the beginning
     * @param loads of the machine at the end of each tenth: whatever else it does slows the hires down
     */
    private record Done(double minutes, Queue<Long> tasks, Queue<Double> loads) {

        long inTenth(int number) {
            var tenth = minutes * NANOS_OF_A_MINUTE / 10;
            return tasks.stream()
                    .filter(at -> at >= number * tenth && at < (number + 1) * tenth)
                    .count();
        }
    }

    private static Done hiring(HiresOverHttp hires, double minutes, List<Looks.Look> looks)
            throws InterruptedException, ExecutionException {
        var done = new Done(minutes, new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        var start = System.nanoTime();
        var end = start + (long) (minutes * NANOS_OF_A_MINUTE);
        var readers = Executors.newScheduledThreadPool(4);
        var managers = Executors.newFixedThreadPool(THREADS);
        try {
            var tenth = (long) (minutes * NANOS_OF_A_MINUTE / 10);
            readers.scheduleAtFixedRate(() -> done.loads().add(load()), tenth, tenth, TimeUnit.NANOSECONDS);
            var reading = new ArrayList<Future<?>>();
            for (int number = 0; number < looks.size(); number++) {
                reading.add(readers.scheduleAtFixedRate(
                        looks.get(number)::now,
                        number * 1_000L * SECONDS_BETWEEN_LOOKS / looks.size(),
                        1_000L * SECONDS_BETWEEN_LOOKS,
                        TimeUnit.MILLISECONDS));
            }
            var hiring = new ArrayList<Future<?>>();
            for (int thread = 0; thread < THREADS; thread++) {
                hiring.add(managers.submit(() -> {
                    while (System.nanoTime() < end) {
                        hires.hire(() -> done.tasks().add(System.nanoTime() - start));
                    }
                }));
            }
            for (var each : hiring) {
                each.get();
            }
            // A look that failed has ended its looks.
            for (var each : reading) {
                if (each.isDone()) {
                    each.get();
                }
            }
        } finally {
            managers.shutdownNow();
            readers.shutdownNow();
        }
        return done;
    }

    private static double load() {
        return Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 10) / 10.0;
    }
}
