package io.crossgov.hiring.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read calls a thing by one name: README, models, forms, pages, messages and refusals alike. */
class OneNamePerThingTest {

    /** A thing's name, and those that other systems use for it. */
    enum Name {
        POSITION("\\b[Jj]obs?\\b(?! (offers?|announcements?|vacancy case files)\\b)"),
        CANDIDATE("\\b([Aa]n|[Tt]he|[Tt]his) applicant\\b(?! number)"),
        USER_NAME("(?i)\\b(sign-in|login|account) name\\b"),
        DUE_DATE("(?i)\\bdue day\\b"),
        SHARED_CERTIFICATE_COORDINATOR("\\bSCCs?\\b"),
        E_MAIL("(?<![\"-])\\b[Ee]mails?\\b(?! *[\",`<:])"),
        /** Standing alone, as a link, a heading or a label; in a sentence "the pool" is clear once the talent pool was named. */
        TALENT_POOL("[>\"*]Pools?[<\"*]"),
        WHAT_HAPPENS_NEXT("After Complete:");

        private final Pattern others;

        Name(String others) {
            this.others = Pattern.compile(others);
        }
    }

    private static final Pattern NO_TEXT = Pattern.compile(
            "<script.*?</script>|<!--.*?-->|\\bth:\\w+=\"[^\"]*\"|`[^`]*`|```.*?```|\\$\\{[^}]*}|\\{\\{[^}]*}}",
            Pattern.DOTALL);

    /** A sentence in a program: several words, the first with a capital. */
    private static final Pattern SENTENCE = Pattern.compile("\"([A-Z][^\"\\n]* [^\"\\n]* [^\"\\n]*)\"");

    private static final Pattern TITLE = Pattern.compile("<title.*</title>");

    /** What is said of a variable that is not set, and comments. */
    private static final Pattern ASKED_FOR = Pattern.compile("(?<=:\\?)[^}]*|#.*");

    private static final Pattern DOCUMENTATION =
            Pattern.compile("<bpmn:documentation>(.*?)</bpmn:documentation>|\\bname=(\"[^\"]*\")", Pattern.DOTALL);

    @ParameterizedTest
    @EnumSource
    void a_thing_has_one_name_wherever_people_read_of_it(Name name) {
        var otherwise = Stream.of(
                        texts(Path.of("forms"), ".form", ".html"),
                        texts(Path.of("src/main/resources/templates"), ".html"),
                        texts(Path.of("src/main/resources/notices"), ".txt"),
                        Stream.of(new Text(Path.of("README.md"), read(Path.of("README.md")))),
                        Stream.of(new Text(Path.of("docker-compose.yml"), read(Path.of("docker-compose.yml")))
                                .only(ASKED_FOR)),
                        texts(Path.of("bpmn"), ".bpmn").map(text -> text.only(DOCUMENTATION)),
                        texts(Path.of("src/main/java"), ".java").map(text -> text.only(SENTENCE)))
                .flatMap(text -> text)
                .flatMap(text -> text.linesWith(name.others))
                .toList();
        assertThat(otherwise).as("another name for " + name).isEmpty();
    }

    @Test
    void the_title_of_each_page_ends_with_the_name_of_the_application_behind_one_sign() {
        assertThat(texts(Path.of("src/main/resources/templates"), ".html")
                        .flatMap(page -> page.only(TITLE).content().lines()))
                .isNotEmpty()
                .allMatch(title -> title.matches(".*(^|>| · )Cross-government hiring.*"));
    }

    private record Text(Path file, String content) {

        Text only(Pattern part) {
            return new Text(
                    file,
                    part.matcher(content).results().map(found -> found.group()).collect(Collectors.joining("\n")));
        }

        Stream<String> linesWith(Pattern other) {
            return NO_TEXT.matcher(content)
                    .replaceAll(" ")
                    .lines()
                    .filter(line -> other.matcher(line).find())
                    .map(line -> file + ": " + line.strip());
        }
    }

    private static Stream<Text> texts(Path folder, String... endings) {
        try (var files = Files.walk(folder)) {
            var wanted = files.filter(file -> Arrays.stream(endings).anyMatch(file.toString()::endsWith))
                    .map(file -> new Text(file, read(file)))
                    .toList();
            assertThat(wanted).as("texts in " + folder).isNotEmpty();
            return List.copyOf(wanted).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
