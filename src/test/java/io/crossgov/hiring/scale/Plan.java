package io.crossgov.hiring.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.scale.SentStatements.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How PostgreSQL answers a question, tried out.
 *
 * @param pages those of 8 KB it looks at, wherever they are
 * @param faults parts of the plan that grow with the number of open cases, in words
 */
record Plan(String question, long pages, double milliseconds, List<String> faults) {

    /** Rows from which on a table is one that grows with the cases. */
    private static final int LARGE = 10_000;

    /** Rows that may be put in order for one page. */
    private static final long MOST_SORTED = 2_000;

    /** Rows that may be gone through, as by whoever counts to ten thousand. */
    private static final long MOST_READ = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names of the tables that are not to be read as a whole. */
    static Set<String> largeTables(JdbcTemplate jdbc) {
        return Set.copyOf(jdbc.queryForList(
                "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= ?",
                String.class,
                LARGE));
    }

    static Plan of(JdbcTemplate jdbc, Set<String> large, Question question) {
        try {
            var told = jdbc.query(
                    connection -> question.prepared(connection, "explain (analyze, buffers, timing off, format json) "),
                    (row, number) -> row.getString(1));
            var answer = JSON.readTree(told.get(0)).get(0);
            var top = answer.get("Plan");
            var faults = new ArrayList<String>();
            look(top, large, faults);
            return new Plan(
                    question.sql().replaceAll("\\s+", " "),
                    top.get("Shared Hit Blocks").asLong()
                            + top.get("Shared Read Blocks").asLong(),
                    answer.get("Execution Time").asDouble(),
                    faults);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private static void look(JsonNode node, Set<String> large, List<String> faults) {
        var type = node.get("Node Type").asText();
        var table = node.path("Relation Name").asText();
        // A part of a plan that was not needed has read nothing.
        if (type.endsWith("Seq Scan")
                && large.contains(table)
                && node.get("Actual Loops").asLong() > 0) {
            faults.add("reads " + table + " as a whole");
        }
        var read = (node.get("Actual Rows").asLong()
                        + node.path("Rows Removed by Filter").asLong())
                * node.get("Actual Loops").asLong();
        if (type.endsWith("Scan") && read > MOST_READ) {
            faults.add("goes through " + read + " rows of " + table);
        }
        if (type.endsWith("Sort")) {
            long sorted = 0;
            for (var input : node.path("Plans")) {
                sorted += input.get("Actual Rows").asLong()
                        * input.get("Actual Loops").asLong();
            }
            if (sorted > MOST_SORTED) {
                faults.add("sorts " + sorted + " rows");
            }
        }
        node.path("Plans").forEach(input -> look(input, large, faults));
    }
}
