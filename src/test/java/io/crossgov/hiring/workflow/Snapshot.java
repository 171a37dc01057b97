package io.crossgov.hiring.workflow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every row of every table, the engine's and ours, at one moment. */
public final class Snapshot {

    private final Map<String, Set<String>> rows;

    private Snapshot(Map<String, Set<String>> rows) {
        this.rows = rows;
    }

    public static Snapshot of(JdbcTemplate jdbc) {
        var rows = new TreeMap<String, Set<String>>();
        tables(jdbc)
                .forEach(table ->
                        rows.put(table, new TreeSet<>(jdbc.query("select * from \"" + table + "\"", (row, number) -> {
                            var text = new StringBuilder();
                            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                                var value = row.getObject(column);
                                text.append(row.getMetaData().getColumnName(column))
                                        .append('=')
                                        .append(
                                                value instanceof byte[] bytes
                                                        ? bytes.length + " bytes " + Arrays.hashCode(bytes)
                                                        : row.getString(column))
                                        .append(' ');
                            }
                            return text.toString();
                        }))));
        return new Snapshot(rows);
    }

    private static List<String> tables(JdbcTemplate jdbc) {
        return jdbc.execute((ConnectionCallback<List<String>>) Snapshot::tables);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    /** Whether a text stands in any row of our own tables. */
    boolean holds(String text) {
        return rows.entrySet().stream()
                .filter(table -> !table.getKey().toUpperCase(Locale.ROOT).startsWith("ACT_"))
                .anyMatch(table -> table.getValue().stream().anyMatch(row -> row.contains(text)));
    }

    /** What was added (+) and what is gone (-) since another moment; a row that was changed is both. */
    public List<String> changesSince(Snapshot before) {
        var changes = new ArrayList<String>();
        rows.forEach((table, now) -> {
            var then = before.rows.getOrDefault(table, Set.of());
            now.stream().filter(row -> !then.contains(row)).forEach(row -> changes.add("+ " + table + " " + row));
            then.stream().filter(row -> !now.contains(row)).forEach(row -> changes.add("- " + table + " " + row));
        });
        return changes;
    }
}
