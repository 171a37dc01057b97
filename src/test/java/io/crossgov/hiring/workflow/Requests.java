package io.crossgov.hiring.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Requests to try: those of the tables {@code engine-api/operations.txt} and {@code our-api/operations.txt}, and all that the engine describes. */
public final class Requests {

    /** Where the engine's API is, for operations that are not the web apps' own. */
    public static final String API = "/camunda/api/engine/engine/default";

    /** What a role may do, and what is not done in passing because it changes something. */
    static final String MAY = "may";

    /**
     * One request; names in braces stand for what a test sets up.
     *
     * @param body JSON; null for none
     * @param expected status by role, or {@link #MAY}
     */
    record Asked(String method, String path, String body, Map<String, String> expected) {

        /** This request about something in particular. */
        Asked about(Map<String, String> names) {
            return new Asked(method, filled(path, names), body == null ? null : filled(body, names), expected);
        }

        private static String filled(String text, Map<String, String> names) {
            var filled = text;
            for (var name : names.entrySet()) {
                filled = filled.replace("{" + name.getKey() + "}", name.getValue());
            }
            return filled;
        }

        boolean names(String name) {
            return path.contains("{" + name + "}") || body != null && body.contains("{" + name + "}");
        }

        /** The address without what is asked after "?". */
        String place() {
            return path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        }

        @Override
        public String toString() {
            return method + " " + path + (body == null ? "" : " " + body);
        }
    }

    private static final String BETWEEN_COLUMNS = " *\\| *";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "options");

    private Requests() {}

    /** The requests of the engine's table. */
    static List<Asked> ofTheTable() {
        return table("/engine-api/operations.txt", API);
    }

    /** The requests of the table about our own API and pages. */
    static List<Asked> ofOurTable() {
        return table("/our-api/operations.txt", "");
    }

    private static List<Asked> table(String resource, String below) {
        var lines = read(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var columns = lines.get(0).strip().split(BETWEEN_COLUMNS);
        return lines.stream()
                .skip(1)
                .map(line -> request(below, columns, line.strip().split(BETWEEN_COLUMNS, columns.length)))
                .toList();
    }

    private static Asked request(String below, String[] columns, String[] cells) {
        var row = new LinkedHashMap<String, String>();
        for (int column = 0; column < cells.length; column++) {
            row.put(columns[column], cells[column]);
        }
        var path = row.remove("path");
        return new Asked(
                row.remove("method"), path.startsWith("/camunda") ? path : below + path, row.remove("body"), row);
    }

    /** Every operation in the engine's own description of its API, each with an example of a body where it takes one. */
    static List<Asked> ofTheEngine() {
        try {
            var requests = new ArrayList<Asked>();
            var paths = new ObjectMapper().readTree(read("/openapi.json")).get("paths");
            for (var path : paths.properties()) {
                for (var operation : path.getValue().properties()) {
                    if (METHODS.contains(operation.getKey())) {
                        requests.add(request(path.getKey(), operation.getKey(), operation.getValue()));
                    }
                }
            }
            return requests;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Asked request(String path, String method, JsonNode description) {
        var example = description
                .at("/requestBody/content/application~1json/examples")
                .findValue("value");
        var body = example != null ? example.toString() : method.equals("get") ? null : "{}";
        return new Asked(method.toUpperCase(Locale.ROOT), API + path, body, Map.of());
    }

    private static String read(String resource) {
        try (var content = Requests.class.getResourceAsStream(resource)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Roles that the table speaks of, in its order. */
    static List<String> roles() {
        return List.copyOf(ofTheTable().get(0).expected().keySet());
    }
}
