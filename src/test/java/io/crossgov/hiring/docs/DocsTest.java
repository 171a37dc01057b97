package io.crossgov.hiring.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.LegalGround;
import io.crossgov.hiring.notice.NoticeType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The pages in {@code docs} and the code say the same: ids, sources and names, in both directions. */
class DocsTest {

    private static final String LAW = "docs/law.md";
    private static final String MESSAGES = "docs/messages.md";

    private static final Pattern ID = Pattern.compile("(?<![\\w&#.-])[DLM]\\d{1,2}(?![A-Za-z0-9])");
    private static final Pattern DRAWING = Pattern.compile("\\bd=[\"'][^\"']*[\"']");

    /** The message that a test names because there is none of that number. */
    private static final String OF_NO_MESSAGE = "M99";

    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final Pattern RULE = Pattern.compile(
            "^## <a id=\"([DL]\\d+)\"></a>\\1 (\\S.*)\n\n(?:[^-#|\n].*\n)+\n- Written: (.+)\n- Enforced: (.+)\n- Shown: (.+)\n- Since: (.+)\n",
            Pattern.MULTILINE);
    private static final Pattern MESSAGE = Pattern.compile(
            "^\\| <a id=\"(M\\d+)\"></a>\\[\\1]\\(\\.\\./([^)]+)\\) \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\| ([^|]+) \\| ([^|]+) \\|$",
            Pattern.MULTILINE);

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");

    private static final Pattern FIELD = Pattern.compile("private final (\\w+) (\\w+);");

    private static final Pattern SOURCE =
            Pattern.compile("5 (?:U\\.S\\.C\\.|CFR)((?:(?:,| and)? \\d[\\d.]*\\d(?:\\([0-9a-z]+\\))*)+)");
    private static final Pattern SECTION = Pattern.compile("(?<![\\d.(])\\d{3,4}(?:\\.\\d+)?(?![\\d)])");

    static Stream<String> pages() {
        return Stream.concat(Repository.in("docs/").keySet().stream(), Stream.of("README.md"));
    }

    @Test
    void every_rule_and_message_that_the_project_names_stands_on_its_page_and_the_other_way_round() {
        var named = new TreeSet<String>();
        Repository.in("src/", "bpmn/", "forms/", "README.md")
                .forEach((path, text) -> ids(path.endsWith(".svg") ? "" : text).forEach(named::add));
        named.remove(OF_NO_MESSAGE);

        assertThat(Stream.concat(rules().keySet().stream(), messages().keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void a_rule_is_named_by_the_classes_that_enforce_it() {
        rules().forEach((id, rule) -> {
            var classes = codes(rule.group(4)).filter(CLASS.asMatchPredicate()).toList();
            assertThat(classes).as(id).isNotEmpty().allSatisfy(type -> assertThat(ids(Repository.text(type)))
                    .as(type)
                    .contains(id));
        });
    }

    @Test
    void every_rule_has_tests_that_are_called_by_it() {
        var tests = Repository.in("src/test/java/").values().stream()
                .flatMap(text -> Pattern.compile("\\bvoid ((?:[DL]\\d+_)+)")
                        .matcher(text)
                        .results())
                .flatMap(test -> Stream.of(test.group(1).split("_")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tests).containsExactlyInAnyOrderElementsOf(rules().keySet());
    }

    @Test
    void a_rule_is_told_to_people_by_the_source_that_its_page_names() {
        rules().forEach((id, rule) -> assertThat(rule.group(3)).as(id).startsWith(LegalGround.of(id)));
    }

    @Test
    void a_refusal_calls_a_rule_as_its_page_does() {
        var script = Repository.text("errors.js");
        var names = Pattern.compile("^  ([DL]\\d+): \"([^\"]+)\",$", Pattern.MULTILINE)
                .matcher(script)
                .results()
                .map(rule -> rule.group(1) + " " + rule.group(2))
                .toList();

        assertThat(names)
                .isEqualTo(rules().values().stream()
                        .map(rule -> rule.group(1) + " " + rule.group(2))
                        .toList());
    }

    @Test
    void the_tasks_where_a_rule_is_met_are_called_as_in_the_models() {
        var tasks = Repository.in("bpmn/").entrySet().stream()
                .filter(model -> model.getKey().endsWith(".bpmn"))
                .flatMap(model -> Pattern.compile("<bpmn:userTask [^>]*\\bname=\"([^\"]+)\"")
                        .matcher(model.getValue())
                        .results())
                .map(task -> task.group(1))
                .toList();

        rules().forEach((id, rule) -> assertThat(rule.group(5).split(", "))
                .as(id)
                .allMatch(place -> !Character.isDigit(place.charAt(0)) || tasks.contains(place)));
    }

    @Test
    void every_source_that_the_project_cites_stands_with_the_rules_and_the_other_way_round() {
        var cited = new TreeSet<String>();
        Repository.in("src/main/", "bpmn/", "forms/").values().forEach(text -> cited.addAll(sections(text)));

        assertThat(sections(Repository.text(LAW))).isEqualTo(cited);
    }

    @Test
    void a_message_is_called_on_its_page_as_on_the_screens_and_leads_to_its_words() {
        assertThat(messages().values().stream()
                        .map(row -> row.group(1) + " " + row.group(3) + ", " + row.group(2))
                        .toList())
                .isEqualTo(Arrays.stream(NoticeType.values())
                        .map(type -> type + " " + type.title() + ", src/main/resources/notices/" + type + ".txt")
                        .toList());
    }

    @Test
    void the_events_that_send_a_message_are_those_of_the_models_and_of_the_code() throws Exception {
        var sentAt = sendingEvents();
        Pattern.compile("void on\\((\\w+) ")
                .matcher(Repository.text("NoticeEvents"))
                .results()
                .forEach(event -> sentAt.put(event.group(1), Set.of()));
        var told = new TreeMap<String, Set<String>>();
        messages().forEach((id, row) -> codes(row.group(4))
                .forEach(event ->
                        told.computeIfAbsent(event, another -> new TreeSet<>()).add(id)));

        assertThat(told.keySet()).isEqualTo(sentAt.keySet());
        sentAt.entrySet().stream().filter(event -> !event.getValue().isEmpty()).forEach(event -> assertThat(told)
                .contains(event));
    }

    /** By the handler of the event, or by the class that it asks and that the row names as the writer. */
    @Test
    void a_message_that_the_code_sends_is_sent_by_the_event_of_its_row() {
        var events = Repository.text("NoticeEvents");
        var asked = FIELD.matcher(events)
                .results()
                .collect(Collectors.toMap(field -> field.group(2), field -> field.group(1)));
        messages().forEach((id, row) -> codes(row.group(4))
                .filter(event -> CLASS.matcher(event).matches())
                .forEach(event -> {
                    var handler = events.split("void on\\(" + event + " ", 2)[1].split("@EventListener", 2)[0];
                    var writers = asked.entrySet().stream()
                            .filter(field -> handler.contains(field.getKey() + "."))
                            .map(field -> Repository.text(field.getValue()));
                    assertThat(Stream.concat(Stream.of(handler), writers))
                            .as(event + " sends " + id)
                            .anyMatch(text -> text.contains("NoticeType." + id + ","));
                }));
    }

    @Test
    void a_message_is_named_by_the_classes_that_write_it() {
        messages().forEach((id, row) -> assertThat(codes(row.group(5)))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(ids(Repository.text(type))).contains(id)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_class_file_and_word_of_the_code_that_a_page_names_is_there(String page) {
        assertThat(codes(FENCED.matcher(Repository.text(page)).replaceAll("")))
                .filteredOn(
                        name -> page.startsWith("docs/") || CLASS.matcher(name).matches())
                .allSatisfy(name -> assertThat(isThere(name)).as(name).isTrue());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_of_a_page_leads_to_what_is_there(String page) {
        assertThat(LINK.matcher(Repository.text(page)).results().map(link -> link.group(1)))
                .filteredOn(link -> !link.startsWith("http"))
                .allSatisfy(link -> {
                    var parts = link.split("#", 2);
                    var target = parts[0].isEmpty()
                            ? Path.of(page)
                            : Path.of("/" + page).resolveSibling(parts[0]).normalize();
                    var file = target.toString().replace('\\', '/').replaceFirst("^/", "");
                    assertThat(Path.of(file)).as(link).exists();
                    if (parts.length == 2) {
                        assertThat(anchors(Repository.text(file))).as(link).contains(parts[1]);
                    }
                });
    }

    @Test
    void decisions_are_numbered_and_say_context_decision_and_consequence() {
        var decisions = List.copyOf(Repository.in("docs/decisions/").entrySet());
        for (int number = 1; number <= decisions.size(); number++) {
            var decision = decisions.get(number - 1);
            assertThat(decision.getKey()).startsWith("docs/decisions/%04d-".formatted(number));
            assertThat(decision.getValue())
                    .startsWith("# " + number + ". ")
                    .containsSubsequence("\n**Context.** ", "\n**Decision.** ", "\n**Consequence.** ");
        }
        assertThat(decisions).isNotEmpty();
    }

    private static Map<String, MatchResult> rules() {
        return rows(LAW, RULE);
    }

    private static Map<String, MatchResult> messages() {
        return rows(MESSAGES, MESSAGE);
    }

    private static Map<String, MatchResult> rows(String page, Pattern row) {
        return row.matcher(Repository.text(page))
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        found -> found,
                        (one, other) -> {
                            throw new AssertionError(one.group(1) + " stands twice in " + page + ".");
                        },
                        LinkedHashMap::new));
    }

    private static Set<String> ids(String text) {
        return ID.matcher(DRAWING.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sections(String text) {
        // A list of sources may go on in the next line of a comment.
        return SOURCE.matcher(text.replaceAll("\\s+(?:\\*\\s+)?", " "))
                .results()
                .flatMap(source -> SECTION.matcher(source.group(1)).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> anchors(String text) {
        return ANCHOR.matcher(text).results().map(anchor -> anchor.group(1)).collect(Collectors.toSet());
    }

    private static Stream<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1));
    }

    private static boolean isThere(String name) {
        return CLASS.matcher(name).matches()
                ? !Repository.paths(name).isEmpty()
                : Repository.isFolder(name)
                        || !Repository.paths(name).isEmpty()
                        || Repository.in("src/", "bpmn/", "forms/", "pom.xml").entrySet().stream()
                                .filter(file -> !file.getKey().equals(Repository.path("DocsTest")))
                                .anyMatch(file -> file.getValue().contains(name));
    }

    /** By id, which messages each event of the models sends. */
    private static Map<String, Set<String>> sendingEvents() throws Exception {
        var events = new TreeMap<String, Set<String>>();
        for (var path : Repository.in("bpmn/").keySet()) {
            if (!path.endsWith(".bpmn")) {
                continue;
            }
            var properties = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of(path).toFile())
                    .getElementsByTagName("camunda:property");
            for (int place = 0; place < properties.getLength(); place++) {
                var property = (Element) properties.item(place);
                if (property.getAttribute("name").equals("notice")) {
                    events.put(
                            event(property),
                            new TreeSet<>(List.of(property.getAttribute("value").split(","))));
                }
            }
        }
        return events;
    }

    private static String event(Node property) {
        var element = property;
        while (!element.getNodeName().equals("bpmn:intermediateThrowEvent")) {
            element = element.getParentNode();
        }
        return ((Element) element).getAttribute("id");
    }
}
