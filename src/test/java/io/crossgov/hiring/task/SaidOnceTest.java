package io.crossgov.hiring.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is to do in a task stands in its model and above its form. The form begins with what is not said there. */
class SaidOnceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** So many words in the same order are no chance. */
    private static final int RUN = 5;

    private static final Set<String> PROSE = Set.of("text", "html", "spacer");

    private static final Pattern TASK = Pattern.compile(
            "<bpmn:userTask id=\"([^\"]+)\"[^>]*>\\s*<bpmn:documentation>(.*?)</bpmn:documentation>", Pattern.DOTALL);

    private static final Map<String, String> TO_DO = files("bpmn", ".bpmn")
            .flatMap(model -> TASK.matcher(text(model)).results())
            .collect(Collectors.toMap(task -> task.group(1), task -> task.group(2), (one, same) -> one));

    static Stream<Path> forms() {
        return files("forms", ".form", ".html").filter(form -> TO_DO.containsKey(taskId(form)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_does_not_begin_with_what_stands_above_it(Path form) {
        var beginning = form.toString().endsWith(".form") ? beginningOfModelerForm(form) : beginningOfHtml(form);
        var twice = runs(beginning);
        twice.retainAll(runs(TO_DO.get(taskId(form))));
        assertThat(twice).isEmpty();
    }

    /** All texts in front of the first question. */
    private static String beginningOfModelerForm(Path form) {
        return inOrder(json(form))
                .takeWhile(component -> PROSE.contains(component.path("type").asText()))
                .map(component -> component.path("text").asText())
                .collect(Collectors.joining(" | "));
    }

    private static String beginningOfHtml(Path form) {
        return text(form)
                .replaceAll("(?s)<script.*?</script>", "")
                .split("<(label|fieldset|table|div data-upload)", 2)[0];
    }

    private static Stream<JsonNode> inOrder(JsonNode group) {
        return StreamSupport.stream(group.path("components").spliterator(), false)
                .flatMap(component -> Stream.concat(Stream.of(component), inOrder(component)));
    }

    private static Set<String> runs(String text) {
        var words = List.of(text.replaceAll("<[^>]*>|\\{\\{[^}]*}}", " | ")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}|'’-]+"));
        var runs = new HashSet<String>();
        for (int at = 0; at + RUN <= words.size(); at++) {
            var run = words.subList(at, at + RUN);
            if (!run.contains("|")) {
                runs.add(String.join(" ", run));
            }
        }
        return runs;
    }

    private static String taskId(Path form) {
        return form.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    private static Stream<Path> files(String folder, String... endings) {
        try (var files = Files.walk(Path.of(folder))) {
            return files
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
}
