package io.crossgov.hiring.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.audit.RecordedDecision;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.law.LegalGround;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a decision was about and what it changed, read from its record in the audit and put in words. */
final class DecisionChanges {

    /** How names and choices are written that are no words. */
    private static final Map<String, String> ABBREVIATIONS = Map.of(
            "fte", "FTE", "opm", "OPM", "pd", "PD", "rpl", "RPL", "sf52", "SF-52", "sf62", "SF-62", "sf75", "SF-75");

    private static final Pattern WORD = Pattern.compile("\\b[a-z]+\\d*\\b");

    private final JsonNode before;
    private final JsonNode after;

    private DecisionChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static DecisionChanges of(RecordedDecision decision, ObjectMapper json) {
        return new DecisionChanges(
                read(decision.before(), decision.sequence(), json), read(decision.after(), decision.sequence(), json));
    }

    private static JsonNode read(String text, long sequence, ObjectMapper json) {
        try {
            return text == null ? json.nullNode() : json.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("decision " + sequence + " is not JSON", broken);
        }
    }

    /** The selection the decision says it is about. */
    Optional<String> selectionId() {
        return text("selectionId");
    }

    /** The candidate the decision says it is about. */
    Optional<UUID> candidateId() {
        return text("candidateId").map(UUID::fromString);
    }

    private Optional<String> text(String name) {
        return Optional.of(after.path(name).asText("")).filter(value -> !value.isEmpty());
    }

    /** Every fact that is another one now, in the order of the record; ids say nothing to people and are left out. */
    List<CaseFile.Change> changes() {
        var was = new LinkedHashMap<String, String>();
        var is = new LinkedHashMap<String, String>();
        collect("", before, was);
        collect("", after, is);
        var facts = new LinkedHashSet<>(was.keySet());
        facts.addAll(is.keySet());
        var changes = new ArrayList<CaseFile.Change>();
        for (var fact : facts) {
            var earlier = was.getOrDefault(fact, "");
            var now = is.getOrDefault(fact, "");
            if (!earlier.equals(now)) {
                changes.add(new CaseFile.Change(fact, earlier, now));
            }
        }
        return List.copyOf(changes);
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (!isId(field.getKey())) {
                    collect(
                            path.isEmpty() ? inWords(field.getKey()) : path + ", " + words(field.getKey()),
                            field.getValue(),
                            into);
                }
            });
        } else if (node.isArray()) {
            var texts = new ArrayList<String>();
            for (int place = 0; place < node.size(); place++) {
                if (node.get(place).isContainerNode()) {
                    collect(path + " " + (place + 1), node.get(place), into);
                } else {
                    texts.add(value(node.get(place)));
                }
            }
            if (!texts.isEmpty()) {
                into.put(path, String.join("; ", texts));
            }
        } else if (path.endsWith(", rule")) {
            into.put(path.replaceFirst("rule$", "legal ground"), LegalGround.of(node.asText()));
        } else if (!node.isNull() && !node.isMissingNode()) {
            into.put(path.isEmpty() ? "Value" : path, value(node));
        }
    }

    private static boolean isId(String name) {
        return name.equals("id")
                || name.endsWith("Id")
                || name.endsWith("Ids")
                || name.equals("sha256")
                || name.equals("document");
    }

    private static String value(JsonNode node) {
        if (node.isBoolean()) {
            return node.asBoolean() ? "Yes" : "No";
        }
        var text = node.asText();
        if (isUuid(text)) {
            return "";
        }
        try {
            return Dates.inWords(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return text.matches("YES|NO|[A-Z]{5,}|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")
                    ? sentenceCase(abbreviated(text.replace('_', ' ').toLowerCase(Locale.ROOT)))
                    : text;
        }
    }

    private static boolean isUuid(String text) {
        return text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    }

    /** {@code contactedOn} as "Contacted on". */
    private static String inWords(String name) {
        return sentenceCase(words(name));
    }

    private static String words(String name) {
        return abbreviated(name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT));
    }

    private static String abbreviated(String words) {
        return WORD.matcher(words).replaceAll(word -> ABBREVIATIONS.getOrDefault(word.group(), word.group()));
    }

    private static String sentenceCase(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
