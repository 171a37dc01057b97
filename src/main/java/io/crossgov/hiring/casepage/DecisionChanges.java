package io.crossgov.hiring.casepage;

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

    /** Our own id of a rule, as in "L14"; a step of the flow is none. */
    private static final Pattern RULE = Pattern.compile("[A-Z]\\d+");

    /** How names and choices are written that are no words. */
    private static final Map<String, String> ABBREVIATIONS = Map.of(
            "fte", "FTE", "hr", "HR", "opm", "OPM", "pd", "PD", "rpl", "RPL", "sf52", "SF-52", "sf62", "SF-62", "sf75",
            "SF-75");

    /** The two forms of a talent pool request. */
    private static final Pattern FORM = Pattern.compile("\\bform ([ab])\\b");

    /** Where the words of a name in camel case meet. */
    private static final Pattern WORDS_MEET = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final Pattern WORD = Pattern.compile("\\b[a-z]+\\d*\\b");

    private final JsonNode before;
    private final JsonNode after;
    private final Codes codes;

    private DecisionChanges(JsonNode before, JsonNode after, Codes codes) {
        this.before = before;
        this.after = after;
        this.codes = codes;
    }

    /** What stands behind the codes in records: ids of legal grounds, abbreviations, instants. */
    interface Codes {

        /** The words for a code in a field, or empty when it is no code and people read it as it is. */
        Optional<String> inWords(String field, String code);
    }

    static DecisionChanges of(RecordedDecision decision, ObjectMapper json, Codes codes) {
        return new DecisionChanges(
                read(decision.before(), decision.sequence(), json),
                read(decision.after(), decision.sequence(), json),
                codes);
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

    /**
     * Every fact that is another one now, in the order of the record; ids say nothing to people and are left out. A record tells what was
     * decided: of what it does not mention afterwards it says nothing, and only what stands there as nothing is gone.
     */
    List<CaseFile.Change> changes() {
        var was = new Facts();
        var is = new Facts();
        was.collect("", "", before);
        is.collect("", "", after);
        var names = new LinkedHashSet<>(was.told.keySet());
        names.addAll(is.told.keySet());
        var changes = new ArrayList<CaseFile.Change>();
        for (var name : names) {
            var earlier = was.told.getOrDefault(name, "");
            var now = is.told.getOrDefault(name, "");
            if (!earlier.equals(now) && is.mentions(name)) {
                changes.add(new CaseFile.Change(name, earlier, now));
            }
        }
        return List.copyOf(changes);
    }

    /** One side of a record, by the names people know. */
    private final class Facts {

        private final Map<String, String> told = new LinkedHashMap<>();

        /** Facts without a value, and lists, of which what is no longer in them is gone. */
        private final List<String> whole = new ArrayList<>();

        boolean mentions(String name) {
            return told.containsKey(name)
                    || whole.stream()
                            .anyMatch(one ->
                                    name.equals(one) || name.startsWith(one + " ") || name.startsWith(one + ", "));
        }

        void collect(String path, String field, JsonNode node) {
            if (node.isObject()) {
                node.properties().forEach(part -> {
                    if (!isId(part.getKey())) {
                        collect(
                                path.isEmpty() ? inWords(part.getKey()) : path + ", " + words(part.getKey()),
                                part.getKey(),
                                part.getValue());
                    }
                });
            } else if (node.isArray()) {
                whole.add(path);
                var texts = new ArrayList<String>();
                for (int place = 0; place < node.size(); place++) {
                    if (node.get(place).isContainerNode()) {
                        collect(path + " " + (place + 1), field, node.get(place));
                    } else {
                        texts.add(value(field, node.get(place)));
                    }
                }
                texts.removeIf(String::isEmpty);
                if (!texts.isEmpty()) {
                    told.put(path, String.join("; ", texts));
                }
            } else if (node.isNull()) {
                if (!path.isEmpty()) {
                    whole.add(path);
                }
            } else if (path.endsWith(", rule")) {
                told.put(path.replaceFirst("rule$", "legal ground"), LegalGround.of(node.asText()));
            } else {
                told.put(path.isEmpty() ? "Value" : path, value(field, node));
            }
        }
    }

    private static boolean isId(String name) {
        return name.equals("id")
                || name.endsWith("Id")
                || name.endsWith("Ids")
                || name.equals("sha256")
                || name.equals("document");
    }

    private String value(String field, JsonNode node) {
        if (node.isBoolean()) {
            return node.asBoolean() ? "Yes" : "No";
        }
        var text = node.asText();
        if (field.equals("againstFindings") && RULE.matcher(text).matches()) {
            return LegalGround.of(text);
        }
        if (isUuid(text)) {
            return "";
        }
        var known = codes.inWords(field, text);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return Dates.inWords(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return text.matches("YES|NO|LOST|MOOT|OPEN|TERM|[A-Z]{5,}|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")
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
        return abbreviated(WORDS_MEET.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT));
    }

    private static String abbreviated(String words) {
        var names = WORD.matcher(words).replaceAll(word -> ABBREVIATIONS.getOrDefault(word.group(), word.group()));
        return FORM.matcher(names).replaceAll(form -> "Form " + form.group(1).toUpperCase(Locale.ROOT));
    }

    private static String sentenceCase(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
