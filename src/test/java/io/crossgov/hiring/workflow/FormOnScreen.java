package io.crossgov.hiring.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.workflow.form.ModelerForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.springframework.web.util.HtmlUtils;

/**
 * What of a task's form is on the screen: which answers it asks for, by what it was told and what is answered so far. It reads the same
 * words of the form as {@code assets/forms}, which leaves out of what it sends whatever is not shown.
 */
public final class FormOnScreen {

    private static final Map<String, FormOnScreen> READ = new ConcurrentHashMap<>();
    private static final Pattern CONDITION = Pattern.compile("\\s*(!?)\\s*([^!=<\\s]+)\\s*(?:(!?=|<)\\s*(.*?))?\\s*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** So many chains of things that show other things no form has. */
    private static final int ROUNDS = 8;

    private final Element form;

    private FormOnScreen(Element form) {
        this.form = form;
    }

    /** The form of the task with that id in the models. */
    public static FormOnScreen of(String taskId) {
        return READ.computeIfAbsent(taskId, id -> new FormOnScreen(form(file(id))));
    }

    private static Path file(String taskId) {
        try (var files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.getFileName().toString().matches(Pattern.quote(taskId) + "\\.(form|html)"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no form of " + taskId));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Element form(Path file) {
        try {
            var html = file.toString().endsWith(".form")
                    ? ModelerForm.of(file.toString(), Files.readAllBytes(file)).html()
                    : Files.readString(file);
            return inside(new DOMMarkupParser(ParseConfiguration.htmlConfiguration()).parse(html))
                    .filter(each -> each.getElementName().equals("form"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | ParseException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }

    private static Stream<Element> inside(INestableNode node) {
        return node.getChildrenOfType(Element.class).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), inside(child)));
    }

    /** The elements inside one; where its rows are copies of a template elsewhere, those inside that. */
    public static List<Element> children(Element element) {
        if (!element.hasAttribute("data-template")) {
            return element.getChildrenOfType(Element.class);
        }
        INestableNode root = element;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return inside(root)
                .filter(each -> element.getAttributeValue("data-template").equals(each.getAttributeValue("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no template " + element.getAttributeValue("data-template")))
                .getChildrenOfType(Element.class);
    }

    /** Paths of the answers that are asked under a condition only, without the numbers of rows: {@code rows.alternateRank}. */
    Set<String> conditional() {
        var found = new LinkedHashSet<String>();
        collectConditional(form, "", false, found);
        return found;
    }

    private static void collectConditional(Element at, String prefix, boolean conditional, Set<String> found) {
        var here = conditional || at.hasAttribute("data-show");
        nameOf(at).filter(name -> here).forEach(name -> found.add(prefix + name));
        var inner = at.hasAttribute("data-into") ? prefix + at.getAttributeValue("data-into") + "." : prefix;
        // Each row of answers has conditions of its own; whether there are rows at all is another question.
        children(at).forEach(child -> collectConditional(child, inner, here, found));
    }

    /** Names of what decides about whether something else is asked. */
    Set<String> deciding() {
        return inside(form)
                .flatMap(each -> Stream.concat(
                        each.hasAttribute("data-evidence") ? Stream.of("freezeGround") : Stream.empty(),
                        shownWhen(each)
                                .flatMap(show -> Arrays.stream(show.split(" or | and ")))
                                .map(CONDITION::matcher)
                                .filter(Matcher::matches)
                                .map(read -> read.group(2))))
                .collect(Collectors.toSet());
    }

    /** Paths of the answers that are not asked now. */
    public Set<String> hidden(JsonNode view, ObjectNode answers) {
        return looked(view, answers).hidden();
    }

    /** What can be chosen where something is chosen, by path. */
    Map<String, Set<String>> choices(JsonNode view, ObjectNode answers) {
        return looked(view, answers).choices;
    }

    private Look looked(JsonNode view, ObjectNode answers) {
        var before = new Look(view, Map.of());
        for (int round = 0; round < ROUNDS; round++) {
            var now = new Look(view, before.shown);
            now.at(form, "", answers, List.of(), false);
            if (now.shown.equals(before.shown)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private static Stream<String> shownWhen(Element element) {
        return Stream.ofNullable(element.getAttributeValue("data-show")).map(HtmlUtils::htmlUnescape);
    }

    private static Stream<String> nameOf(Element element) {
        return Stream.of("data-field", "data-list", "data-upload")
                .filter(element::hasAttribute)
                .map(element::getAttributeValue);
    }

    /** One look over the form, with what the look before found shown. */
    private static final class Look {

        private final JsonNode view;
        private final Map<String, Boolean> before;
        private final Map<String, Boolean> shown = new LinkedHashMap<>();
        private final Map<String, Set<String>> choices = new LinkedHashMap<>();

        Look(JsonNode view, Map<String, Boolean> before) {
            this.view = view;
            this.before = before;
        }

        Set<String> hidden() {
            return shown.entrySet().stream()
                    .filter(each -> !each.getValue())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /**
         * @param prefix path of the row whose answers are here, empty for the form's own
         * @param held the answers of that row or of the form
         * @param rows what the rows around hold, the nearest first
         */
        void at(Element element, String prefix, JsonNode held, List<JsonNode> rows, boolean hiddenAround) {
            var hidden = hiddenAround
                    || condition(element)
                            .filter(show -> !applies(show, prefix, held, rows))
                            .findAny()
                            .isPresent();
            nameOf(element).forEach(name -> {
                shown.merge(prefix + name, !hidden, Boolean::logicalOr);
                offered(element, rows)
                        .forEach(choice -> choices.computeIfAbsent(prefix + name, first -> new LinkedHashSet<>())
                                .add(choice));
            });
            if (!element.hasAttribute("data-each")) {
                children(element).forEach(child -> at(child, prefix, held, rows, hidden));
                return;
            }
            var into = element.getAttributeValue("data-into");
            var values = into == null ? lookup(element.getAttributeValue("data-each"), rows) : path(held, into);
            if (into == null && values.isEmpty()) {
                // Nothing to choose from, and so no answer.
                children(element).forEach(child -> at(child, prefix, held, rows, true));
            }
            for (int row = 0; row < values.size(); row++) {
                var inner =
                        Stream.concat(Stream.of(values.get(row)), rows.stream()).toList();
                var place = into == null ? prefix : prefix + into + "[" + row + "].";
                var answers = into == null ? held : values.get(row);
                children(element).forEach(child -> at(child, place, answers, inner, hidden));
            }
        }

        private Stream<String> condition(Element element) {
            if (element.hasAttribute("data-evidence")) {
                // Form A's own script: grounds are data.
                var kinds = List.of(element.getAttributeValue("data-evidence").split(" "));
                var grounds = StreamSupport.stream(view.path("grounds").spliterator(), false)
                        .filter(ground -> kinds.contains(ground.path("evidence").asText()))
                        .map(ground -> ground.path("id").asText())
                        .collect(Collectors.joining("|"));
                return Stream.of("freezeGround=" + (grounds.isEmpty() ? "none" : grounds));
            }
            return shownWhen(element);
        }

        private Stream<String> offered(Element element, List<JsonNode> rows) {
            if (element.hasAttribute("data-value")) {
                return Stream.of(
                        lookup(element.getAttributeValue("data-value"), rows).asText());
            }
            if (element.getElementName().equals("select")) {
                var told = element.hasAttribute("data-options")
                        ? lookup(element.getAttributeValue("data-options"), rows)
                        : MissingNode.getInstance();
                return Stream.concat(
                        inside(element)
                                .flatMap(option -> Stream.ofNullable(option.getAttributeValue("value")))
                                .filter(value -> !value.isEmpty()),
                        StreamSupport.stream(told.spliterator(), false)
                                .map(option -> option.path(element.getAttributeValue("data-option-value"))
                                        .asText()));
            }
            return "radio".equals(element.getAttributeValue("type"))
                    ? Stream.ofNullable(element.getAttributeValue("value"))
                    : Stream.empty();
        }

        private boolean applies(String show, String prefix, JsonNode held, List<JsonNode> rows) {
            return Arrays.stream(show.split(" or ")).anyMatch(either -> Arrays.stream(either.split(" and "))
                    .allMatch(each -> compares(each, prefix, held, rows)));
        }

        private boolean compares(String condition, String prefix, JsonNode held, List<JsonNode> rows) {
            var read = CONDITION.matcher(condition);
            if (!read.matches()) {
                throw new AssertionError("data-show=\"" + condition + "\" cannot be read.");
            }
            var value = told(read.group(2), prefix, held, rows);
            boolean result;
            if (read.group(3) == null) {
                result = holds(value);
            } else if (read.group(3).equals("<")) {
                var other = told(read.group(4), prefix, held, rows).asText();
                result = DAY.matcher(value.asText()).matches()
                        && DAY.matcher(other).matches()
                        && value.asText().compareTo(other) < 0;
            } else {
                var one = Arrays.stream(read.group(4).split("\\|"))
                        .map(String::strip)
                        .toList();
                result = texts(value).stream().anyMatch(one::contains)
                        == read.group(3).equals("=");
            }
            return read.group(1).isEmpty() == result;
        }

        /** What is answered; what was told where nothing answers to that name. */
        private JsonNode told(String path, String prefix, JsonNode held, List<JsonNode> rows) {
            var asked = before.get(prefix + path);
            if (asked != null) {
                return asked ? path(held, path) : MissingNode.getInstance();
            }
            return before.isEmpty() && held.has(path) ? path(held, path) : lookup(path, rows);
        }

        private JsonNode lookup(String path, List<JsonNode> rows) {
            if (path.equals(".")) {
                return rows.isEmpty() ? view : rows.get(0);
            }
            var first = path.split("\\.")[0];
            return rows.stream()
                    .filter(row -> row.has(first))
                    .findFirst()
                    .map(row -> path(row, path))
                    .orElseGet(() -> path(view, path));
        }

        private static JsonNode path(JsonNode from, String path) {
            return from.at("/" + path.replace('.', '/'));
        }

        private static boolean holds(JsonNode value) {
            return value.isArray()
                    ? !value.isEmpty()
                    : !Set.of("", "false", "null", "0").contains(value.asText());
        }

        private static List<String> texts(JsonNode value) {
            if (!value.isArray()) {
                return List.of(value.isNull() ? "" : value.asText());
            }
            var texts = new ArrayList<String>();
            value.forEach(each -> texts.add(each.asText()));
            return texts;
        }
    }
}
