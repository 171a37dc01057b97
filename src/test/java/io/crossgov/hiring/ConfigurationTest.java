package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What can be configured, and what holds when nobody configures anything. */
class ConfigurationTest {

    /** Written per task rather than by name. */
    private static final String DUE_DAYS = "crossgov.due-days";

    private static final Pattern IN_THE_CODE = Pattern.compile("(?:\\$\\{|getProperty\\(\")(crossgov\\.[a-z.-]+)");
    private static final Pattern ROW = Pattern.compile("^\\| (`[^|]+) \\| ([^|]+) \\|", Pattern.MULTILINE);

    private final Properties demo = settings("application.yaml");

    @Test
    void the_demonstration_listens_on_this_machine_only() throws IOException {
        assertThat(InetAddress.getByName(demo.getProperty("server.address")).isLoopbackAddress())
                .isTrue();
    }

    @Test
    void the_README_lists_every_setting_of_ours_and_no_other() throws IOException {
        var listed = new TreeSet<String>();
        ROW.matcher(readme()).results().forEach(row -> {
            var names = row.group(1).replace("`", "").split(", ");
            for (var name : names) {
                // ".name" goes on from the first one's beginning.
                listed.add(name.startsWith(".") ? names[0].replaceAll("\\.[^.]*$", "") + name : name);
            }
        });
        listed.removeIf(name -> !name.startsWith("crossgov.") || name.startsWith(DUE_DAYS));

        assertThat(listed).isEqualTo(ofOurs());
    }

    @Test
    void the_README_tells_how_long_people_have_for_each_task() throws IOException {
        var days = new TreeSet<String>();
        demo.forEach((name, value) -> {
            if (name.toString().startsWith(DUE_DAYS + ".") && !name.equals(DUE_DAYS + ".default")) {
                days.add("`" + name.toString().substring(DUE_DAYS.length() + 1) + "` " + value);
            }
        });
        var row = ROW.matcher(readme())
                .results()
                .filter(one -> one.group(1).equals("`" + DUE_DAYS + ".<task-id>`"))
                .findFirst()
                .orElseThrow();

        assertThat(days).isNotEmpty();
        assertThat(row.group(2).split(", ")).containsExactlyInAnyOrderElementsOf(days);
    }

    /** The settings that the code reads, by value or by record. */
    private static TreeSet<String> ofOurs() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                IN_THE_CODE.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
            }
        }
        recordsOfSettings().forEach(type -> Arrays.stream(type.getRecordComponents())
                .map(component ->
                        type.getAnnotation(ConfigurationProperties.class).value() + "." + dashed(component.getName()))
                .forEach(names::add));
        names.remove(DUE_DAYS);
        return names;
    }

    private static Stream<Class<?>> recordsOfSettings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents(ConfigurationTest.class.getPackageName()).stream()
                .map(found -> {
                    try {
                        return Class.forName(found.getBeanClassName());
                    } catch (ClassNotFoundException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                });
    }

    private static String dashed(String component) {
        return component
                .chars()
                .mapToObj(letter -> Character.isUpperCase(letter)
                        ? "-" + (char) Character.toLowerCase(letter)
                        : String.valueOf((char) letter))
                .collect(Collectors.joining());
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static Properties settings(String file) {
        var reader = new YamlPropertiesFactoryBean();
        reader.setResources(new ClassPathResource(file));
        return reader.getObject();
    }
}
