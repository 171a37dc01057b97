package io.crossgov.hiring.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.workflow.Effort;
import io.crossgov.hiring.workflow.HireScenario;
import io.crossgov.hiring.workflow.StatementCounter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/**
 * How quick it is, beside the engine as it comes, on one PostgreSQL that waits for its disk: {@code mvn -Pbench verify}. What is measured is
 * checked: a hire ends with somebody on duty, a list has rows.
 */
@PostgresTest(asInProduction = true)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CountryBenchmark {

    private static final int[] OPEN_TASKS = Arrays.stream(
                    System.getProperty("bench.tasks", "10000,100000,1000000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    private static final int CLOSED_CASES = Integer.getInteger("bench.closed", 900_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final int WARM = Integer.getInteger("bench.warm", 240);
    private static final int LOOKS = Integer.getInteger("bench.looks", 40);
    private static final int THREADS = 2;

    /** Among fewer tasks some of a small agency's lists are empty, and no list is long enough for its far end. */
    private static final int FOR_EVERY_LOOK = 100_000;

    /** Tasks of the usual hire, from identifying the position description to entry on duty. */
    private static final int TASKS = 19;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ApplicationContext application;

    private final Benchmark benchmark = new Benchmark();

    @Value("${spring.datasource.url}")
    private String database;

    @BeforeAll
    void theDatabaseWaitsForItsDisk() {
        assertThat(jdbc.queryForObject("show fsync", String.class)).isEqualTo("on");
        assertThat(jdbc.queryForObject("show synchronous_commit", String.class)).isEqualTo("on");
    }

    @Test
    @Order(1)
    void whole_hires() {
        jdbc.execute("create database bare");
        var bareDatabase = new com.zaxxer.hikari.HikariDataSource();
        bareDatabase.setJdbcUrl(database.replaceFirst("/postgres\\b", "/bare"));
        bareDatabase.setUsername("postgres");
        bareDatabase.setPassword("postgres");
        bareDatabase.setMaximumPoolSize(20);
        try (bareDatabase;
                var bare = BareEngine.on(StatementCounter.counting(bareDatabase), TASKS);
                var hiring = UsualHires.in(application, THREADS)) {
            var rounds = inTurn("tasks done a second, whole hires, " + THREADS + " threads", bare, () -> hiring.hire()
                    .effort());
            benchmark.compares(
                    "the same: computed for a task, beside the database",
                    "ms",
                    of(rounds.product(), Rate::milliseconds),
                    of(rounds.bare(), Rate::milliseconds));
            statements(hiring, bare);
            overHttp(bare);
        }
    }

    private void overHttp(BareEngine bare) {
        try (var scenario = HireScenario.in(application)) {
            var hires = new HiresOverHttp(scenario, application.getBean(TaskService.class), List.of(port));
            inTurn(
                    "the same with the product over HTTP, the bare engine still without",
                    bare,
                    () -> hires.hire(() -> {}));
        }
    }

    /** The bare engine and the product in turn, when the compiler has seen both for a while. */
    private Rounds inTurn(String what, BareEngine bare, Supplier<Effort> hire) {
        var ofBare = new ArrayList<Rate>();
        var ofProduct = new ArrayList<Rate>();
        Supplier<Effort> bareHire = () -> {
            var effort = new Effort();
            effort.during(bare::hire);
            return effort;
        };
        StatementCounter.aside(() -> {
            during(WARM / 3, bareHire);
            during(WARM, hire);
            for (int round = 0; round < ROUNDS; round++) {
                ofBare.add(during(SECONDS, bareHire));
                ofProduct.add(during(SECONDS, hire));
            }
            return null;
        });
        benchmark.compares(what, "tasks/s", of(ofProduct, Rate::tasks), of(ofBare, Rate::tasks));
        return new Rounds(ofProduct, ofBare);
    }

    private record Rounds(List<Rate> product, List<Rate> bare) {}

    private static double[] of(List<Rate> rounds, ToDoubleFunction<Rate> figure) {
        return rounds.stream().mapToDouble(figure).toArray();
    }

    /**
     * @param tasks done a second
     * @param milliseconds the application's threads computed for one
     */
    private record Rate(double tasks, double milliseconds) {}

    private void statements(UsualHires hiring, BareEngine bare) {
        var ofBare = StatementCounter.during(bare::hire).size() / (double) TASKS;
        var costs = hiring.hire().costs();
        for (var what : List.of("open ", "complete ")) {
            var counts = costs.entrySet().stream()
                    .filter(step ->
                            step.getKey().startsWith(what) && !step.getKey().endsWith("open-case"))
                    .mapToDouble(step -> step.getValue().size())
                    .toArray();
            assertThat(counts).hasSizeGreaterThanOrEqualTo(TASKS - 1);
            benchmark.says(
                    "SQL statements to " + what + "a task (complete takes it, too)",
                    "median %.0f, most %.0f"
                            .formatted(
                                    Benchmark.median(counts),
                                    Arrays.stream(counts).max().orElseThrow()),
                    what.equals("complete ") ? "find, claim and complete %.1f".formatted(ofBare) : "");
        }
    }

    /** What a test does in between, to know what is open and to make up answers, does not count. */
    private static Rate during(int seconds, Supplier<Effort> hire) {
        var efforts = new ConcurrentLinkedQueue<Effort>();
        var threads = Executors.newFixedThreadPool(THREADS);
        var start = System.nanoTime();
        var end = start + seconds * 1_000_000_000L;
        try {
            var running = new ArrayList<java.util.concurrent.Future<Void>>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        efforts.add(hire.get());
                    }
                    return null;
                }));
            }
            for (var each : running) {
                each.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
        assertThat(efforts).as("hires").isNotEmpty();
        double tasks = TASKS * efforts.size();
        return new Rate(
                THREADS
                        * tasks
                        / efforts.stream()
                                .mapToDouble(effort -> effort.elapsed().toNanos() / 1e9)
                                .sum(),
                efforts.stream()
                                .mapToDouble(effort -> effort.computed().toNanos() / 1e6)
                                .sum()
                        / tasks);
    }

    @Test
    @Order(2)
    void bytes_of_a_finished_case() {
        try (var hiring = UsualHires.in(application, THREADS)) {
            hiring.hire();
            jdbc.execute("vacuum full");
            var before = size();
            int hires = Integer.getInteger("bench.sized", 50);
            for (int number = 0; number < hires; number++) {
                hiring.hire();
            }
            jdbc.execute("vacuum full");
            benchmark.says(
                    "bytes in the database of a finished hire, with its share of the pool",
                    (size() - before) / hires / 1024 + " KB");
        }
    }

    @Test
    @Order(4)
    void a_pool_of_two_thousand() {
        try (var scenario = HireScenario.in(application)) {
            var pool = scenario.pool(PoolType.CGA, LocalDate.of(2026, 1, 5), 2_000);
            var hire = scenario.opensCase(scenario.manager, pool, "Strategist among two thousand")
                    .until("review-and-interview-candidates");
            var manager =
                    Visitor.inABrowser(port).signedIn(scenario.manager.actor().userId(), HireScenario.PASSWORD);
            var address = "/api/cases/" + hire.caseNumber() + "/candidates";
            var list = manager.get(address);
            look(manager, "list", address);
            look(
                    manager,
                    "one of them",
                    address + "/" + list.json().at("/candidates/0/id").asText());
            var mark = list.headers().firstValue("ETag").orElseThrow();
            benchmark.times("workbench with 2,000 candidates, nothing new", timed(() -> assertThat(
                            manager.sendWith("If-None-Match", mark, "GET", address, null)
                                    .status())
                    .isEqualTo(304)));
        }
    }

    private void look(Visitor manager, String what, String address) {
        var bytes = manager.get(address).body().getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isBetween(1_000, 100_000);
        benchmark.times(
                "workbench with 2,000 candidates, %s (%d KB of JSON)".formatted(what, bytes / 1000),
                timed(() -> assertThat(manager.get(address).status()).isEqualTo(200)));
    }

    @Test
    @Order(5)
    void an_import_of_a_hundred_thousand() {
        try (var scenario = HireScenario.in(application)) {
            var candidates = Integer.getInteger("bench.candidates", 100_000);
            var start = System.nanoTime();
            scenario.pool(PoolType.CGA, LocalDate.of(2026, 1, 5), candidates);
            benchmark.says(
                    "import of %,d candidates".formatted(candidates),
                    "%.1f s".formatted((System.nanoTime() - start) / 1e9));
        }
    }

    @Test
    @Order(6)
    void a_start_on_an_existing_database() {
        var seconds = new double[3];
        for (int time = 0; time < seconds.length; time++) {
            var start = System.nanoTime();
            try (var node = Node.ready(Path.of("target", "bench-start.log"), Instant.now(), database)) {
                assertThat(node.runs()).isTrue();
                seconds[time] = (System.nanoTime() - start) / 1e9;
            }
        }
        benchmark.says(
                "start to ready, existing database, plain class path, median of three",
                "%.1f s".formatted(Benchmark.median(seconds)));
    }

    private static double[] timed(Runnable look) {
        look.run();
        var milliseconds = new double[LOOKS];
        for (int time = 0; time < LOOKS; time++) {
            var start = System.nanoTime();
            look.run();
            milliseconds[time] = (System.nanoTime() - start) / 1e6;
        }
        return milliseconds;
    }

    private long size() {
        return jdbc.queryForObject("select pg_database_size(current_database())", Long.class);
    }

    @Test
    @Order(3)
    void lists_among_ever_more_open_tasks() {
        try (var scenario = HireScenario.in(application)) {
            var country = Country.of(application, scenario);
            var there = 0;
            for (var wanted : OPEN_TASKS) {
                country.withOpenTasks(wanted - there);
                there = wanted;
                looks(wanted, 0);
            }
            if (CLOSED_CASES > 0) {
                country.withClosedCases(CLOSED_CASES);
                looks(there, CLOSED_CASES);
            }
        }
    }

    private void looks(int openTasks, int closedCases) {
        for (var look : Looks.at(port)) {
            if (openTasks < FOR_EVERY_LOOK && look.name().matches(".*(small agency|far behind).*")) {
                continue;
            }
            benchmark.times(
                    "%s, %,d open tasks%s"
                            .formatted(
                                    look.name(),
                                    openTasks,
                                    closedCases == 0 ? "" : ", %,d closed cases".formatted(closedCases)),
                    timed(look::now));
        }
    }
}
