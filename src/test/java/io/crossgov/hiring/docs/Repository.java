package io.crossgov.hiring.docs;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the project as they are written, by their path in it. */
final class Repository {

    private static final Path ROOT = Path.of("");

    private static final Pattern OF_TEXT =
            Pattern.compile(".*\\.(java|bpmn|form|html|js|css|json|yaml|yml|xml|txt|csv|md|svg)|.*/Dockerfile");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)(?<!:)//.*$|<!--.*?-->");

    private static final Map<String, String> TEXTS = read();

    private Repository() {}

    /** All texts. */
    static Map<String, String> texts() {
        return TEXTS;
    }

    /** Those whose path begins with one of these. */
    static Map<String, String> in(String... roots) {
        return TEXTS.entrySet().stream()
                .filter(file -> Stream.of(roots).anyMatch(file.getKey()::startsWith))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /** One file, by its path, or by its name where only one has it. */
    static String text(String name) {
        return TEXTS.get(path(name));
    }

    /** The path of a file, by that or by its name; of a class, without its ending. */
    static String path(String name) {
        var paths = paths(name);
        if (paths.size() != 1) {
            throw new AssertionError(name + " is the name of " + (paths.isEmpty() ? "no file" : paths) + ".");
        }
        return paths.iterator().next();
    }

    static Collection<String> paths(String name) {
        var file = name.matches("\\w+") ? name + ".java" : name;
        return TEXTS.keySet().stream()
                .filter(path -> path.equals(file) || path.endsWith("/" + file))
                .toList();
    }

    static boolean isFolder(String name) {
        return Files.isDirectory(ROOT.resolve(name));
    }

    /** What a program says, without what programmers say to each other. */
    static String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll(" ");
    }

    private static Map<String, String> read() {
        try (var files = Stream.concat(
                Stream.of("pom.xml", "README.md", "Dockerfile", "docker-compose.yml")
                        .map(ROOT::resolve),
                Stream.of("src", "bpmn", "forms", "docs").map(ROOT::resolve).flatMap(Repository::walk))) {
            return files.filter(not(Files::isDirectory))
                    .filter(file -> OF_TEXT.matcher("/" + slashed(file)).matches())
                    .collect(Collectors.toMap(
                            Repository::slashed, Repository::content, (one, other) -> one, TreeMap::new));
        }
    }

    private static Stream<Path> walk(Path root) {
        try {
            return Files.walk(root);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String slashed(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
