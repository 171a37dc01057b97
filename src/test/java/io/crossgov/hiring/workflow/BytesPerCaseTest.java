package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.law.PoolType;
import io.crossgov.hiring.pool.PoolDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a whole hire from a pool of forty candidates leaves in PostgreSQL, table by table, kept in {@code target/bytes-per-case.txt}. The
 * limits may only fall; so few cases fill few pages, which makes the figures rough by some thousand bytes.
 */
@PostgresTest
class BytesPerCaseTest {

    private static final int LIMIT = 95_000;

    /** Without what leaves a while after the case's end (see {@code ClosedCases}). */
    private static final int LIMIT_OF_THE_RECORD = 70_000;

    private static final int BEFORE = 2;
    private static final int CASES = 24;

    /** Of the engine's history, what stays. */
    private static final String OPERATIONS = "act_hi_op_log";

    @Autowired
    private JdbcTemplate jdbc;

    private HireScenario scenario;
    private String ofOpenCases;

    @BeforeEach
    void peopleAndAPool(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        ofOpenCases = String.join(
                ", ",
                jdbc.queryForList("select tablename from pg_tables where tablename like 'act_ru_%'", String.class));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        scenario.close();
    }

    @Test
    void a_whole_hire_leaves_few_bytes() throws IOException {
        var pool = scenario.pool(PoolType.CGA, LocalDate.of(2026, 1, 5), 40);
        // What other tests left free would hide what grows; what open cases take for a while is there again after some.
        jdbc.execute("vacuum full");
        for (int number = 1; number <= BEFORE; number++) {
            hire(pool, number);
        }
        var before = sizes();
        for (int number = BEFORE + 1; number <= BEFORE + CASES; number++) {
            hire(pool, number);
        }
        var grown = sizes();
        before.forEach((table, size) -> grown.merge(table, size, Size::less));

        var record = new TreeMap<>(grown);
        record.keySet().removeIf(table -> table.startsWith("act_hi_") && !table.equals(OPERATIONS));
        report(grown, all(record));
        assertThat(all(grown).each()).as("bytes per finished case").isLessThanOrEqualTo(LIMIT);
        assertThat(all(record).each())
                .as("bytes per finished case that stay for good")
                .isLessThanOrEqualTo(LIMIT_OF_THE_RECORD);
    }

    private void hire(PoolDetails pool, int number) {
        scenario.opensCase(scenario.manager, pool, "Strategist, team " + number)
                .until("review-and-interview-candidates")
                .elects("A-%02d".formatted(number + 2))
                .untilTheEnd();
        // As it happens by itself on a database that is in use: what open cases leave free is used again.
        jdbc.execute("vacuum " + ofOpenCases);
    }

    private record Size(long rows, long heap, long indexes, long toast) {

        Size less(Size other) {
            return new Size(rows - other.rows, heap - other.heap, indexes - other.indexes, toast - other.toast);
        }

        Size and(Size other) {
            return new Size(rows + other.rows, heap + other.heap, indexes + other.indexes, toast + other.toast);
        }

        long each() {
            return (heap + indexes + toast) / CASES;
        }

        String line(String name) {
            return "%-30s %8.1f %9d %9d %9d %9d"
                    .formatted(name, (double) rows / CASES, each(), heap / CASES, indexes / CASES, toast / CASES);
        }
    }

    private Map<String, Size> sizes() {
        jdbc.execute("vacuum analyze");
        var sizes = new TreeMap<String, Size>();
        jdbc.query(
                "select relname, reltuples::bigint, pg_relation_size(oid), pg_indexes_size(oid),"
                        + " coalesce(pg_total_relation_size(nullif(reltoastrelid, 0)), 0)"
                        + " from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
                row -> {
                    sizes.put(
                            row.getString(1), new Size(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                });
        return sizes;
    }

    private static Size all(Map<String, Size> sizes) {
        return sizes.values().stream().reduce(new Size(0, 0, 0, 0), Size::and);
    }

    private static void report(Map<String, Size> grown, Size record) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("%-30s %8s %9s %9s %9s %9s"
                .formatted("a finished case", "rows", "bytes", "in rows", "indexes", "toast"));
        grown.entrySet().stream()
                .filter(table -> table.getValue().each() != 0)
                .sorted(Comparator.comparing(table -> -table.getValue().each()))
                .forEach(table -> lines.add(table.getValue().line(table.getKey())));
        lines.add(all(grown).line("all"));
        lines.add(record.line("what stays for good"));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "bytes-per-case.txt"), lines);
        System.out.println(String.join(System.lineSeparator(), lines));
    }
}
