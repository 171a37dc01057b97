package io.crossgov.hiring.task;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.casefile.CaseHead;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.workflow.FormOnScreen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form file: each field bound to the record behind the form, and nothing read that the form is not told. */
class FormFilesTest {

    /** Running cases keep the form that they began with. */
    private static final Set<String> OF_EARLIER_FORMS =
            Set.of("freezeConfirmedBy", "freezeGroundText", "electedOnInWords");

    private static final String TOOLKIT = toolkit();

    private static final Path FORMS = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, FormShape> SHAPES = FormShape.all();

    private static final Set<String> ANSWERING =
            Set.of("textfield", "textarea", "number", "datetime", "select", "radio", "checkbox", "checklist");

    private static final Pattern VIEW_PATH = Pattern.compile("\\bform\\.([A-Za-z][\\w.]*)");

    static Stream<Path> camundaForms() {
        return files(".form");
    }

    static Stream<Path> htmlForms() {
        return files(".html");
    }

    private static Stream<Path> files(String ending) {
        try (var files = Files.walk(FORMS)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void every_task_with_a_record_has_one_form_file_and_every_form_file_a_record() {
        var files = Stream.concat(camundaForms(), htmlForms())
                .map(FormFilesTest::shapeName)
                .toList();
        assertThat(files).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(SHAPES.keySet());
    }

    @ParameterizedTest
    @MethodSource("camundaForms")
    void a_camunda_form_is_what_the_form_editor_for_this_engine_edits(Path file) {
        var form = json(file);
        assertThat(form.path("id").asText()).isEqualTo(taskId(file));
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.22.0");

        var ids = new HashSet<String>();
        for (var component : components(form)) {
            assertThat(ids.add(component.path("id").asText()))
                    .as("id %s is there once", component.path("id"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("camundaForms")
    void a_camunda_form_asks_for_each_answer_of_its_record_and_nothing_else(Path file) {
        var shape = shape(file);
        var asked = new LinkedHashSet<String>();
        for (var component : components(json(file))) {
            if (ANSWERING.contains(component.path("type").asText())) {
                var key = component.path("key").asText();
                assertThat(key).startsWith("form.");
                var name = key.substring("form.".length());
                var type = FormShape.at(shape.answers(), name);
                assertThat(type).as("%s is an answer of the record", name).isPresent();
                assertThat(type.get().isCollectionLikeType())
                        .as("%s is a list exactly if it is asked as one", name)
                        .isEqualTo(component.path("type").asText().equals("checklist"));
                mustBeConstants(component, type.get());
                assertThat(FormShape.hasSeveralLines(shape.answers(), name))
                        .as("%s has several lines exactly if the form lets people write them", name)
                        .isEqualTo(component.path("type").asText().equals("textarea"));
                asked.add(name.split("\\.")[0]);
            } else {
                assertThat(component.has("key"))
                        .as("%s asks nothing", component.path("id"))
                        .isFalse();
            }
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(FormShape.names(shape.answers()));
    }

    @ParameterizedTest
    @MethodSource("camundaForms")
    void a_camunda_form_shows_only_what_its_view_holds(Path file) {
        var shape = shape(file);
        for (var component : components(json(file))) {
            var readings = Stream.of("text", "label", "description", "dateLabel", "valuesExpression", "dataSource")
                    .map(name -> component.path(name).asText())
                    .collect(Collectors.toCollection(ArrayList::new));
            readings.add(component.path("conditional").path("hide").asText());
            for (var reading : readings) {
                VIEW_PATH
                        .matcher(reading)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(path -> assertThat(known(shape, path))
                                .as("%s reads form.%s", component.path("id"), path)
                                .isTrue());
            }
            if (component.has("valuesExpression")) {
                var choice = rowsOf(shape, component.path("valuesExpression").asText());
                assertThat(FormShape.names(choice)).contains("value", "label");
            }
            if (component.path("type").asText().equals("table")) {
                var row = rowsOf(shape, component.path("dataSource").asText());
                for (var column : component.path("columns")) {
                    assertThat(FormShape.at(row, column.path("key").asText()))
                            .as("column %s", column.path("key"))
                            .isPresent();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("htmlForms")
    void an_html_form_is_bound_to_its_record_and_shows_what_its_view_holds(Path file) {
        var shape = shape(file);
        var form = elements(parse(file)).stream()
                .filter(each -> each.getElementName().equals("form"))
                .toList();
        assertThat(form).hasSize(1);
        assertThat(form.get(0).getAttributeValue("class")).contains("xg-form");
        var reader = new HtmlReader(file);
        reader.read(form.get(0), new Scope(shape.view(), List.of(), shape.answers()));
        if (!text(file).contains("collect")) {
            assertThat(reader.asked).containsAll(FormShape.names(shape.answers()));
        }
    }

    /** By the form itself, or by the toolkit for every form that has it: heads, uploads, drafts. */
    @ParameterizedTest
    @MethodSource({"camundaForms", "htmlForms"})
    void whatever_a_view_holds_is_read(Path file) {
        var shape = shape(file);
        var reading = text(file) + TOOLKIT;
        assertThat(FormShape.names(shape.view()).stream()
                        .filter(not(FormShape.names(shape.answers())::contains))
                        .filter(not(FormShape.names(CaseHead.class)::contains))
                        .filter(not(OF_EARLIER_FORMS::contains))
                        .filter(name -> !reading.contains("data-upload=\"" + name.replaceFirst("File$", "") + "\"")))
                .allSatisfy(name -> assertThat(reading).containsPattern("\\b" + name + "\\b"));
    }

    @ParameterizedTest
    @MethodSource("htmlForms")
    void an_html_form_labels_what_it_asks_and_brings_no_script_but_its_binding(Path file) {
        for (var element : elements(parse(file))) {
            if (element.getElementName().equals("script")) {
                assertThat(element.hasAttribute("cam-script")).isTrue();
                assertThat(element.hasAttribute("src")).isFalse();
            }
            element.getAttributeMap().keySet().forEach(attribute -> assertThat(attribute)
                    .as("no event handlers in markup")
                    .doesNotStartWith("on"));
            assertThat(element.hasAttribute("maxlength"))
                    .as("what is pasted is never cut off without a word; the server says what is too long")
                    .isFalse();
            if (Set.of("input", "select", "textarea").contains(element.getElementName())
                    && !"hidden".equals(element.getAttributeValue("type"))) {
                assertThat(isLabelled(element))
                        .as("%s %s is labelled", element.getElementName(), element.getAttributeMap())
                        .isTrue();
            }
            if (element.getElementName().equals("fieldset")) {
                assertThat(childElements(element)).isNotEmpty();
                assertThat(childElements(element).get(0).getElementName()).isEqualTo("legend");
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"camundaForms", "htmlForms"})
    void what_is_wrong_is_said_in_the_order_of_the_form(Path file) {
        var declared = new ArrayList<>(FormShape.names(shape(file).answers()));
        var asked = new LinkedHashSet<String>();
        if (file.toString().endsWith(".form")) {
            inOrder(json(file))
                    .map(component -> component.path("key").asText())
                    .filter(key -> key.startsWith("form."))
                    .forEach(key -> asked.add(key.split("\\.")[1]));
        } else {
            for (var each : elements(parse(file))) {
                Stream.of("data-into", "data-field", "data-list", "data-upload")
                        .filter(each::hasAttribute)
                        .map(each::getAttributeValue)
                        .map(name -> name.split("\\.")[0])
                        .filter(declared::contains)
                        .forEach(asked::add);
            }
        }
        assertThat(asked)
                .as("order in %s", file)
                .containsExactlyElementsOf(
                        declared.stream().filter(asked::contains).toList());
    }

    /** What an HTML form sees at one place. Inside rows that are answers, fields belong to the row. */
    private record Scope(JavaType view, List<JavaType> rows, JavaType holder) {

        java.util.Optional<JavaType> find(String path) {
            if (path.equals(".")) {
                return rows.isEmpty() ? java.util.Optional.of(view) : java.util.Optional.of(rows.get(0));
            }
            return Stream.concat(rows.stream(), Stream.of(view))
                    .map(type -> FormShape.at(type, path))
                    .flatMap(java.util.Optional::stream)
                    .findFirst();
        }
    }

    private static final class HtmlReader {

        private final Path file;
        private final Set<String> asked = new LinkedHashSet<>();

        HtmlReader(Path file) {
            this.file = file;
        }

        void read(Element element, Scope scope) {
            for (var attribute : List.of("data-text", "data-href", "data-value", "data-options")) {
                if (element.hasAttribute(attribute)) {
                    var path = element.getAttributeValue(attribute);
                    assertThat(scope.find(path))
                            .as("%s: %s=\"%s\" is in the view", file, attribute, path)
                            .isPresent();
                }
            }
            if (element.hasAttribute("data-show")) {
                var path = element.getAttributeValue("data-show")
                        .replaceFirst("^!", "")
                        .split("!?=")[0]
                        .strip();
                assertThat(scope.find(path).or(() -> FormShape.at(scope.holder(), path)))
                        .as("%s: data-show=\"%s\" is an answer or in the view", file, path)
                        .isPresent();
            }
            for (var attribute : List.of("data-field", "data-list", "data-upload")) {
                if (element.hasAttribute(attribute)) {
                    answer(element, attribute, scope);
                }
            }
            var inner = element.hasAttribute("data-each") ? rows(element, scope) : scope;
            FormOnScreen.children(element).forEach(child -> read(child, inner));
        }

        private void answer(Element element, String attribute, Scope scope) {
            var name = element.getAttributeValue(attribute);
            var type = FormShape.at(scope.holder(), name);
            assertThat(type)
                    .as("%s: %s=\"%s\" is an answer of the record", file, attribute, name)
                    .isPresent();
            if (attribute.equals("data-upload")) {
                var several = element.hasAttribute("data-multiple");
                assertThat(type.get().isCollectionLikeType()).isEqualTo(several);
                assertThat((several ? type.get().getContentType() : type.get()).getRawClass())
                        .isEqualTo(UUID.class);
                assertThat(element.getAttributeValue("data-purpose")).isIn(purposes());
            } else {
                assertThat(type.get().isCollectionLikeType())
                        .as("%s: %s is a list exactly if it is asked as one", file, name)
                        .isEqualTo(attribute.equals("data-list"));
            }
            if (element.getElementName().equals("input")
                    && "radio".equals(element.getAttributeValue("type"))
                    && element.hasAttribute("value")
                    && type.get().isEnumType()) {
                assertThat(constants(type.get())).contains(element.getAttributeValue("value"));
            }
            if (attribute.equals("data-field") && scope.holder().isRecordType()) {
                assertThat(FormShape.hasSeveralLines(scope.holder(), name))
                        .as("%s: %s has several lines exactly if the form lets people write them", file, name)
                        .isEqualTo(element.getElementName().equals("textarea"));
            }
            asked.add(name.split("\\.")[0]);
        }

        private Scope rows(Element element, Scope scope) {
            var path = element.getAttributeValue("data-each");
            var list = scope.find(path);
            assertThat(list)
                    .as("%s: data-each=\"%s\" is in the view", file, path)
                    .isPresent();
            var row = list.get().getContentType() == null
                    ? list.get()
                    : list.get().getContentType();
            var rows = Stream.concat(Stream.of(row), scope.rows().stream()).toList();
            if (!element.hasAttribute("data-into")) {
                return new Scope(scope.view(), rows, scope.holder());
            }
            var into = element.getAttributeValue("data-into");
            var answers = FormShape.at(scope.holder(), into);
            assertThat(answers)
                    .as("%s: data-into=\"%s\" is an answer of the record", file, into)
                    .isPresent();
            assertThat(answers.get().isCollectionLikeType()).isTrue();
            asked.add(into);
            return new Scope(scope.view(), rows, answers.get().getContentType());
        }
    }

    // ---- Camunda forms

    /** As they stand on the screen, what is in a group at the group's place. */
    private static Stream<JsonNode> inOrder(JsonNode group) {
        return StreamSupport.stream(group.path("components").spliterator(), false)
                .flatMap(component -> Stream.concat(Stream.of(component), inOrder(component)));
    }

    private static List<JsonNode> components(JsonNode form) {
        var found = new ArrayList<JsonNode>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(form));
        while (!open.isEmpty()) {
            for (var component : open.pop().path("components")) {
                found.add(component);
                open.push(component);
            }
        }
        return found;
    }

    /** Fixed choices are constants of the answer's type, when that is an enum. */
    private static void mustBeConstants(JsonNode component, JavaType type) {
        if (type.isEnumType()) {
            for (var choice : component.path("values")) {
                assertThat(constants(type)).contains(choice.path("value").asText());
            }
        }
    }

    private static Collection<String> constants(JavaType type) {
        return Arrays.stream(type.getRawClass().getEnumConstants())
                .map(constant -> JSON.valueToTree(constant).asText())
                .toList();
    }

    private static JavaType rowsOf(FormShape shape, String expression) {
        assertThat(expression).startsWith("=form.");
        return FormShape.at(shape.view(), expression.substring("=form.".length()))
                .map(JavaType::getContentType)
                .orElseThrow();
    }

    private static boolean known(FormShape shape, String path) {
        return FormShape.at(shape.view(), path)
                .or(() -> FormShape.at(shape.answers(), path))
                .isPresent();
    }

    // ---- HTML forms

    private static INestableNode parse(Path file) {
        try {
            return new DOMMarkupParser(ParseConfiguration.htmlConfiguration()).parse(text(file));
        } catch (ParseException unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }

    private static List<Element> elements(INestableNode node) {
        return childElements(node).stream()
                .flatMap(child -> Stream.concat(Stream.of(child), elements(child).stream()))
                .toList();
    }

    private static List<Element> childElements(INestableNode node) {
        return node.getChildrenOfType(Element.class);
    }

    /** Inside a label with words, named by one, or with a name of its own. */
    private static boolean isLabelled(Element element) {
        if (element.hasAttribute("aria-label")
                || element.hasAttribute("aria-labelledby")
                || element.hasAttribute("id")) {
            return true;
        }
        for (var up = element.getParent(); up instanceof Element parent; up = parent.getParent()) {
            if (parent.getElementName().equals("label")) {
                return !words(parent).isBlank();
            }
        }
        return false;
    }

    private static String words(Element element) {
        var own = element.getChildrenOfType(Text.class).stream().map(Text::getContent);
        var inner = childElements(element).stream().map(child -> child.hasAttribute("data-text") ? "…" : words(child));
        return Stream.concat(own, inner).filter(not(String::isBlank)).collect(Collectors.joining(" "));
    }

    private static Set<String> purposes() {
        return Arrays.stream(DocumentPurpose.values())
                .map(DocumentPurpose::word)
                .collect(Collectors.toSet());
    }

    // ---- files

    private static FormShape shape(Path file) {
        var shape = SHAPES.get(shapeName(file));
        assertThat(shape).as("a record behind %s", file).isNotNull();
        return shape;
    }

    /** A file that no task owns is its process's start form. */
    private static String shapeName(Path file) {
        var process = file.getParent().getFileName().toString();
        return SHAPES.containsKey(taskId(file)) ? taskId(file) : "start of " + process;
    }

    private static String taskId(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String toolkit() {
        try (var scripts = Files.walk(Path.of("src/main/resources/META-INF/resources/assets/forms"))) {
            return scripts.filter(Files::isRegularFile).map(FormFilesTest::text).collect(Collectors.joining("\n"));
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }
}
