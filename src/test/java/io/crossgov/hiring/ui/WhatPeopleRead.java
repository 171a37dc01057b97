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

/** Everything in the project that people read: README, the pages of docs, models, forms, pages, messages and what the program itself says. */
final class WhatPeopleRead {

    private static final Pattern MARKUP = Pattern.compile(
            "<script.*?</script>|<!--.*?-->|<a id=\"[^\"]*\"></a>|\\bth:\\w+=\"[^\"]*\"|`[^`]*`|```.*?```|\\$\\{[^}]*}|\\{\\{[^}]*}}",
            Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*/?\\*.*$|^\\s*//.*$");

    /** A sentence in a program: several words, the first with a capital. */
    private static final Pattern SENTENCE = Pattern.compile("\"([A-Z][^\"\\n]* [^\"\\n]* [^\"\\n]*)\"");

    /** What is said of a variable that is not set, and comments. */
    private static final Pattern ASKED_FOR = Pattern.compile("(?<=:\\?)[^}]*|#.*");

    private static final Pattern DOCUMENTATION =
            Pattern.compile("<bpmn:documentation>(.*?)</bpmn:documentation>|\\bname=(\"[^\"]*\")", Pattern.DOTALL);

    private WhatPeopleRead() {}

    /** A file, or what of it people read. */
    record Text(Path file, String content) {

        Text only(Pattern part) {
            return new Text(
                    file,
                    part.matcher(content).results().map(found -> found.group()).collect(Collectors.joining("\n")));
        }

        /** Without what stands for something else until it is shown. */
        Text withoutMarkup() {
            return new Text(file, MARKUP.matcher(content).replaceAll(" "));
        }

        /** Without what programmers say to each other. */
        Text withoutComments() {
            return new Text(file, COMMENT.matcher(content).replaceAll(" "));
        }

        Stream<String> linesWith(Pattern wanted) {
            return content.lines().filter(line -> wanted.matcher(line).find()).map(line -> file + ": " + line.strip());
        }
    }

    /** Of programs, the sentences in them. */
    static Stream<Text> texts() {
        return Stream.of(
                        in(Path.of("forms"), ".form", ".html"),
                        in(Path.of("src/main/resources/templates"), ".html"),
                        in(Path.of("src/main/resources/notices"), ".txt"),
                        Stream.of(new Text(Path.of("README.md"), read(Path.of("README.md")))),
                        in(Path.of("docs"), ".md"),
                        Stream.of(new Text(Path.of("docker-compose.yml"), read(Path.of("docker-compose.yml")))
                                .only(ASKED_FOR)),
                        in(Path.of("bpmn"), ".bpmn").map(text -> text.only(DOCUMENTATION)),
                        in(Path.of("src/main/java"), ".java").map(text -> text.only(SENTENCE)))
                .flatMap(text -> text);
    }

    /** Programs as they are written, those in the browser included, with forms, pages and messages: where texts are put together. */
    static Stream<Text> sources() {
        return Stream.of(
                        in(Path.of("forms"), ".form", ".html"),
                        in(Path.of("src/main/resources/templates"), ".html"),
                        in(Path.of("src/main/resources/notices"), ".txt"),
                        in(Path.of("src/main/resources/META-INF/resources"), ".js"),
                        in(Path.of("src/main/java"), ".java"))
                .flatMap(text -> text);
    }

    static Stream<Text> in(Path folder, String... endings) {
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
