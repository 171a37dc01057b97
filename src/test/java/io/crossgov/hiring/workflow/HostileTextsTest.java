package io.crossgov.hiring.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.crossgov.hiring.PostgresTest;
import io.crossgov.hiring.access.Visitor;
import io.crossgov.hiring.document.DocumentPurpose;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every place of every operation in our API's own description that takes a text, filled with texts that databases, parsers and logs fall
 * over. No answer is a fault of ours, and none blames somebody who did nothing.
 */
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class HostileTextsTest {

    private static final String FORGED = "2026-11-28T13:45:00.000Z  INFO 2132 --- [main] audit : FORGED";

    private static final List<String> HOSTILE = List.of(
            "nul \u0000 in it",
            "\u0000",
            "half a \ud83d pair",
            "\u202eright to left",
            "line\r\n" + FORGED,
            "bell \u0007 and escape \u001b[2J",
            "\ufeff\u200b",
            "x".repeat(20_000),
            "' or 1=1 --",
            "%00");

    @LocalServerPort
    private int port;

    private HireScenario scenario;
    private Map<String, String> known;
    private List<Visitor> people;
    private JsonNode description;

    /** One request with one hostile text. */
    private record Tried(String method, String path, String body, String place) {}

    @BeforeAll
    void a_case_under_review(@Autowired ApplicationContext application) {
        scenario = HireScenario.in(application);
        var hire = scenario.opensCase(scenario.manager, scenario.crossGovernmentPool())
                .until("review-and-interview-candidates");
        known = Map.of(
                "number", hire.caseNumber(),
                "announcement", hire.pool().announcement().toString(),
                "pool", hire.pool().announcement().toString(),
                "code", hire.agency(),
                "candidateId", hire.candidate("A-03").toString(),
                "candidate", hire.candidate("A-03").toString(),
                "applicantNumber", "A-03",
                "document", scenario.hr.uploads(hire, DocumentPurpose.OF_8).toString(),
                "id", "00000000-0000-0000-0000-000000000000");
        people = List.of(signedIn(scenario.manager), signedIn(scenario.hr), signedIn(scenario.opm));
        description = people.get(2).get("/v3/api-docs").json();
    }

    private Visitor signedIn(Colleague person) {
        return Visitor.inABrowser(port).signedIn(person.actor().userId(), HireScenario.PASSWORD);
    }

    @AfterAll
    void everybody_leaves() {
        scenario.close();
    }

    @Test
    void no_text_is_a_fault_of_ours_or_somebody_elses(CapturedOutput log) {
        var wrong = new ArrayList<String>();
        var tries = tries();
        assertThat(tries).hasSizeGreaterThan(300);
        for (var tried : tries) {
            for (var person : people) {
                var answer = person.send(tried.method(), tried.path(), tried.body());
                if (answer.status() >= 500
                        || answer.status() == 409 && answer.body().contains("Somebody ")) {
                    wrong.add(answer.status() + " " + tried.method() + " " + shortened(tried.path()) + " at "
                            + tried.place() + ": " + answer.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(log.getAll().lines()).noneMatch(line -> line.startsWith(FORGED));
    }

    private static String shortened(String path) {
        return path.length() > 200 ? path.substring(0, 200) + "\u2026" : path;
    }

    private List<Tried> tries() {
        var tries = new ArrayList<Tried>();
        for (var path : description.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                triesOf(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue(), tries);
            }
        }
        // What ends the case comes last.
        tries.sort(Comparator.comparing(tried -> tried.path().endsWith("/close")));
        return tries;
    }

    private void triesOf(String method, String path, JsonNode operation, List<Tried> tries) {
        var schema = operation.at("/requestBody/content/application~1json/schema");
        var body = schema.isMissingNode() ? null : example(schema, 0);
        var text = body == null ? null : body.toString();
        for (var hostile : HOSTILE) {
            for (var parameter : operation.path("parameters")) {
                var name = parameter.get("name").asText();
                // A longer address is refused by the server, before it is one of ours.
                var value = URLEncoder.encode(
                                hostile.substring(0, Math.min(hostile.length(), 2_000)), StandardCharsets.UTF_8)
                        .replace("+", "%20");
                if ("path".equals(parameter.get("in").asText())) {
                    tries.add(new Tried(method, filled(path.replace("{" + name + "}", value)), text, name));
                } else if ("query".equals(parameter.get("in").asText())) {
                    tries.add(new Tried(method, filled(path) + "?" + name + "=" + value, text, name));
                }
            }
            if (body != null) {
                for (var place : places(body, "")) {
                    tries.add(new Tried(method, filled(path), with(body, place, hostile), place));
                }
            }
        }
    }

    private String filled(String path) {
        var filled = path;
        for (var name : known.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled.replaceAll("\\{[A-Za-z]+}", "x");
    }

    /** The pointers to all texts in a body. */
    private static List<String> places(JsonNode body, String at) {
        var places = new ArrayList<String>();
        if (body.isTextual()) {
            places.add(at);
        } else if (body.isArray()) {
            for (int index = 0; index < body.size(); index++) {
                places.addAll(places(body.get(index), at + "/" + index));
            }
        } else {
            body.properties().forEach(field -> places.addAll(places(field.getValue(), at + "/" + field.getKey())));
        }
        return places;
    }

    private static String with(JsonNode body, String place, String text) {
        if (place.isEmpty()) {
            return new TextNode(text).toString();
        }
        var copy = body.deepCopy();
        var cut = place.lastIndexOf('/');
        var parent = copy.at(place.substring(0, cut));
        if (parent instanceof ObjectNode object) {
            object.put(place.substring(cut + 1), text);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(place.substring(cut + 1)), new TextNode(text));
        }
        return copy.toString();
    }

    /** What the description says that may be sent, with an ordinary value everywhere. */
    private JsonNode example(JsonNode schema, int depth) {
        var json = JsonNodeFactory.instance;
        if (schema.has("$ref")) {
            return example(description.at(schema.get("$ref").asText().substring(1)), depth + 1);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "integer", "number" -> json.numberNode(0);
            case "boolean" -> json.booleanNode(false);
            case "array" -> {
                var array = json.arrayNode();
                yield depth > 6 ? array : array.add(example(schema.path("items"), depth + 1));
            }
            case "string" ->
                json.textNode(
                        switch (schema.path("format").asText()) {
                            case "date" -> "2026-03-02";
                            case "uuid" -> "00000000-0000-0000-0000-000000000000";
                            default -> "Ordinary";
                        });
            default -> {
                var object = json.objectNode();
                if (depth <= 6) {
                    schema.path("properties")
                            .properties()
                            .forEach(field -> object.set(field.getKey(), example(field.getValue(), depth + 1)));
                }
                yield object;
            }
        };
    }
}
