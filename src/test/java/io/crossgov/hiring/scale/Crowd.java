package io.crossgov.hiring.scale;

import static java.util.stream.Collectors.joining;

import io.crossgov.hiring.scale.CaseTables.Column;
import io.crossgov.hiring.scale.CaseTables.Table;
import io.crossgov.hiring.scale.OriginalCases.Original;
import io.crossgov.hiring.scale.Staff.Crew;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * As many cases as a country has, copied in the database from a few that people made. A copy has ids, number, position, agency, people and
 * candidates of its own and times shifted into the past; it is worked on like any other case. Only its chain of decisions cannot be verified,
 * since those are the words of another case.
 *
 * <p>The rows of the originals are kept once as templates, with a sign in place of what differs in each copy; one statement a table writes all
 * copies. For PostgreSQL.
 */
final class Crowd {

    private static final int CASES_IN_A_POOL = 200;
    private static final int CLOSED_CASES_IN_A_POOL = 2_000;
    private static final int OPEN_POOLS_OF_THEIR_OWN = 2_000;
    private static final int MOST_OF_A_YEAR = 999_999;
    private static final long SEED = 20_260_302;

    private final JdbcTemplate jdbc;
    private final DataSource database;
    private final List<Original> originals;
    private final List<Crew> crews;
    private final CaseTables tables;
    private final Random random = new Random(SEED);
    private final Map<String, Integer> casesOfPool = new HashMap<>();
    private int copies;
    private int pools;

    private Crowd(DataSource database, List<Original> originals, List<Crew> crews) {
        this.jdbc = new JdbcTemplate(database);
        this.database = database;
        this.originals = originals;
        this.crews = crews;
        this.tables = CaseTables.in(jdbc);
    }

    /** Nobody yet: keeps templates of the originals. @param crews who has a copy, each as often as its size */
    static Crowd of(DataSource database, List<Original> originals, List<Crew> crews) {
        var crowd = new Crowd(database, originals, crews);
        crowd.templates();
        return crowd;
    }

    /** Adds open cases with at least so many open tasks. */
    Crowd withOpenTasks(int tasks) {
        var open = originals.stream().filter(Original::open).toList();
        var plan = new Plan();
        for (int added = 0; added < tasks; ) {
            var original = plan.size() % OPEN_POOLS_OF_THEIR_OWN == 0
                    ? open.stream().filter(Original::poolOfItsOwn).findFirst().orElseThrow()
                    : any(open);
            plan.add(original, original.poolOfItsOwn() ? 1 : CASES_IN_A_POOL);
            added += original.openTasks();
        }
        copy(plan, true);
        return this;
    }

    /** Adds cases that are closed, of which the engine has kept nothing. */
    Crowd withClosedCases(int cases) {
        var closed = originals.stream().filter(original -> !original.open()).toList();
        var plan = new Plan();
        for (int added = 0; added < cases; added++) {
            plan.add(any(closed), CLOSED_CASES_IN_A_POOL);
        }
        copy(plan, false);
        return this;
    }

    /** Adds pools from which nobody can select any more, and whose cases are left out. */
    Crowd withClosedPools(int wanted) {
        var announcement = originals.get(0).announcement();
        jdbc.update(
                "insert into talent_pool select (jsonb_populate_record(p, jsonb_build_object("
                        + "'announcement', 'CGA-OLD-' || n, 'issued_on', p.issued_on - 400 - n % 1500,"
                        + " 'last_day', p.last_day - 400 - n % 1500, 'open_until', null, 'in_one_line', replace(p.in_one_line, lower(p.announcement), 'cga-old-' || n)))).*"
                        + " from talent_pool p cross join generate_series(1, ?) n where p.announcement = ?",
                wanted, announcement);
        jdbc.update(
                "insert into qualification_statement"
                        + " select (jsonb_populate_record(s, jsonb_build_object('announcement', 'CGA-OLD-' || n))).*"
                        + " from qualification_statement s cross join generate_series(1, ?) n where s.announcement = ?",
                wanted,
                announcement);
        jdbc.execute("vacuum (analyze) talent_pool, qualification_statement");
        return this;
    }

    private Original any(List<Original> of) {
        var place = random.nextInt(of.stream().mapToInt(Original::share).sum());
        for (var original : of) {
            place -= original.share();
            if (place < 0) {
                return original;
            }
        }
        throw new AssertionError("shares do not add up");
    }

    // What is copied for whom

    /** Rows for {@code crowd.copy} and {@code crowd.pool_copy}, as COPY reads them. */
    private final class Plan {

        private final int first = copies + 1;
        private final int firstPool = pools + 1;
        private final StringBuilder cases = new StringBuilder();
        private final StringBuilder poolCopies = new StringBuilder();
        private final Map<String, Integer> poolOf = new HashMap<>();

        int size() {
            return copies + 1 - first;
        }

        void add(Original original, int casesInAPool) {
            copies++;
            var crew = random.nextInt(crews.size());
            var place = casesOfPool.merge(original.announcement(), 1, Integer::sum) - 1;
            if (place % casesInAPool == 0 || !poolOf.containsKey(original.announcement())) {
                poolOf.put(original.announcement(), ++pools);
                row(poolCopies, pools, originals.indexOf(original), hex(pools), digits(pools), crew);
            }
            var pool = poolOf.get(original.announcement());
            // Most are younger than they have days; some wait for weeks.
            var minutes = random.nextInt(10) < 7 ? random.nextInt(6 * 24 * 60) : random.nextInt(60 * 24 * 60);
            row(
                    cases,
                    copies,
                    originals.indexOf(original),
                    hex(copies),
                    "XGH-%d-%06d".formatted(2024 - (copies - 1) / MOST_OF_A_YEAR, (copies - 1) % MOST_OF_A_YEAR + 1),
                    hex(pool),
                    digits(pool),
                    crew,
                    minutes + " minutes");
        }

        private static void row(StringBuilder rows, Object... values) {
            for (int place = 0; place < values.length; place++) {
                rows.append(place == 0 ? "" : "\t").append(values[place]);
            }
            rows.append('\n');
        }

        private static String hex(int number) {
            return "%012x".formatted(number);
        }

        private static String digits(int pool) {
            return String.valueOf(10_000_000 + pool);
        }
    }

    private void copy(Plan plan, boolean running) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            read(connection, "crowd.pool_copy (number, original, pool_node, pool_digits, crew)", plan.poolCopies);
            read(connection, "crowd.copy", plan.cases);
            statement.execute("analyze crowd.copy, crowd.pool_copy");
        } catch (SQLException | IOException failure) {
            throw new AssertionError(failure);
        }
        var writing = new ArrayList<Callable<Void>>();
        // What takes longest first, so that nothing is waited for in the end.
        tables.ofACase(running).stream()
                .sorted(Comparator.comparing((Table table) -> rows.get(template(table, "case")))
                        .reversed())
                .forEach(table -> writing.add(() -> write(table, "case", plan.first)));
        tables.ofAPool().forEach(table -> writing.add(() -> write(table, "pool", plan.firstPool)));
        inParallel(writing);
        everythingReferredToIsThere();
        // As a database is after a while: pages that all may see are marked, and the planner knows the tables.
        jdbc.execute("vacuum (analyze)");
    }

    private static void inParallel(List<Callable<Void>> writing) {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (var written : threads.invokeAll(writing)) {
                written.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void read(Connection connection, String table, StringBuilder rows) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
    }

    private Void write(Table table, String of, int first) throws SQLException {
        var template = template(table, of);
        if (rows.get(template) == 0) {
            return null;
        }
        var values = table.columns().stream()
                .map(column -> value(column, signs.get(template).getOrDefault(column.name(), Set.of()), table))
                .collect(joining(", "));
        var from = (of.equals("case") ? "crowd.copy" : "crowd.pool_copy") + " c join " + template
                + " t using (original) join crowd.crew k on k.crew = c.crew";
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Rows of some tables are written twice, those of pools and those of cases: one after the other.
            statement.execute("lock table " + table.name() + " in access exclusive mode");
            // References are looked at once, in the end.
            statement.execute("set local session_replication_role = replica");
            statement.execute("set local synchronous_commit = off");
            statement.execute("set local maintenance_work_mem = '256MB'");
            // Making an index anew costs less than keeping it up.
            var indexes = indexes(statement, table);
            for (var index : indexes.keySet()) {
                statement.execute("drop index " + index);
            }
            statement.executeUpdate("insert into " + table.name() + " ("
                    + table.columns().stream().map(Column::name).collect(joining(", ")) + ") select " + values
                    + " from " + from + " where c.number >= " + first);
            for (var definition : indexes.values()) {
                statement.execute(definition);
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        return null;
    }

    /** Name and definition of those that no constraint needs. */
    private static Map<String, String> indexes(Statement statement, Table table) throws SQLException {
        var indexes = new LinkedHashMap<String, String>();
        try (var found = statement.executeQuery("select indexrelid::regclass::text, pg_get_indexdef(indexrelid)"
                + " from pg_index i where indrelid = '" + table.name() + "'::regclass"
                + " and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)")) {
            while (found.next()) {
                indexes.put(found.getString(1), found.getString(2));
            }
        }
        return indexes;
    }

    private void everythingReferredToIsThere() {
        var questions = jdbc.query(
                "select conname, conrelid::regclass::text, a.attname, confrelid::regclass::text, k.attname"
                        + " from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]"
                        + " join pg_attribute k on k.attrelid = f.confrelid and k.attnum = f.confkey[1]"
                        + " where f.contype = 'f' and cardinality(f.conkey) = 1",
                (row, number) -> Map.entry(
                        row.getString(1),
                        ("select exists (select 1 from %s t where t.%s is not null"
                                        + " and not exists (select 1 from %s o where o.%s = t.%2$s))")
                                .formatted(row.getString(2), row.getString(3), row.getString(4), row.getString(5))));
        var torn = questions.stream()
                .filter(question -> jdbc.queryForObject(question.getValue(), Boolean.class))
                .map(Map.Entry::getKey)
                .toList();
        if (!torn.isEmpty()) {
            throw new AssertionError("copies refer to what is not there: " + torn);
        }
    }

    // Templates

    private final Map<String, Long> rows = new HashMap<>();

    /** Signs of each column of each template that has rows. */
    private final Map<String, Map<String, Set<Sign>>> signs = new HashMap<>();

    private static String template(Table table, String of) {
        return "crowd." + of + "_" + table.name();
    }

    private static String value(Column column, Set<Sign> signs, Table table) {
        var value = "t." + column.name();
        for (var sign : signs) {
            value = "replace(" + value + ", '" + sign.mark() + "', " + sign.value() + ")";
        }
        if (column.isText()) {
            return value + "::" + column.type();
        }
        // What is due by a timer stays in the future.
        return column.isInstant() && !table.name().contains("_job") ? value + " - c.age" : value;
    }

    private void templates() {
        jdbc.execute("create schema crowd");
        jdbc.execute("create table crowd.original (original int primary key, case_number text, announcement text)");
        jdbc.execute("create table crowd.copy (number int, original int, node text, case_number text, pool_node text,"
                + " pool_digits text, crew int, age interval)");
        jdbc.execute(
                "create table crowd.pool_copy (number int, original int, pool_node text, pool_digits text, crew int,"
                        + " age interval default '0 minutes')");
        Staff.write(jdbc, crews);
        for (int number = 0; number < originals.size(); number++) {
            var original = originals.get(number);
            jdbc.update(
                    "insert into crowd.original values (?, ?, ?)",
                    number,
                    original.caseNumber(),
                    original.announcement());
        }
        jdbc.execute("create table crowd.candidate_of_case as " + tables.candidatesOfCases());
        var ofPools = Signs.ofPools(jdbc);
        tables.ofAPool().forEach(table -> template(table, "pool", ofPools));
        var ofCases = Signs.ofCases(jdbc);
        tables.ofACase(true).forEach(table -> template(table, "case", ofCases));
    }

    private void template(Table table, String of, Signs known) {
        var template = template(table, of);
        var texts = table.columns().stream()
                .filter(Column::isText)
                .map(Column::name)
                .toList();
        jdbc.execute("create table " + template + " as select o.original, "
                + table.columns().stream()
                        .map(column -> "t." + column.name() + (column.isText() ? "::text as " + column.name() : ""))
                        .collect(joining(", "))
                + " from crowd.original o join " + table.name() + " t on " + table.whose());
        rows.put(template, jdbc.queryForObject("select count(*) from " + template, Long.class));
        if (rows.get(template) == 0) {
            return;
        }
        var found = new HashMap<String, Set<Sign>>();
        signs.put(template, found);
        if (texts.isEmpty()) {
            return;
        }
        var prose = table.columns().stream()
                .filter(Column::isProse)
                .map(Column::name)
                .toList();
        var marked = new ArrayList<Object[]>();
        jdbc.query("select ctid::text as row, original, " + String.join(", ", texts) + " from " + template, row -> {
            var values = new Object[texts.size() + 1];
            for (int place = 0; place < texts.size(); place++) {
                var column = texts.get(place);
                var text = row.getString(column);
                values[place] = text == null
                        ? null
                        : known.in(
                                row.getInt("original"),
                                text,
                                prose.contains(column),
                                found.computeIfAbsent(column, name -> new TreeSet<>()));
            }
            values[texts.size()] = row.getString("row");
            marked.add(values);
        });
        jdbc.batchUpdate(
                "update " + template + " set "
                        + texts.stream().map(name -> name + " = ?").collect(joining(", ")) + " where ctid = ?::tid",
                marked);
    }
}
