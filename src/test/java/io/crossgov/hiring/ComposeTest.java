package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** What {@code docker compose up} starts, without starting it. */
class ComposeTest {

    private static final Path COMPOSE = Path.of("docker-compose.yml");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)(:[^}]*)?}");

    /** A block of the README, from its fence to the start. */
    private static final Pattern COMMAND = Pattern.compile("(?<=```\n)[^`]*docker compose up[^`]*(?=```)");

    private final Properties compose = yaml(COMPOSE);

    @Test
    void a_database_a_mail_catcher_and_the_application_start() {
        var services = names("services").stream()
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(services).containsExactly("application", "database", "mail");
        assertThat(compose.getProperty("services.database.image")).isEqualTo("postgres:17");
        assertThat(compose.getProperty("services.mail.image")).startsWith("axllent/mailpit:");
        assertThat(Path.of(compose.getProperty("services.application.build"), "Dockerfile"))
                .isRegularFile();
    }

    @Test
    void the_application_waits_until_the_database_answers() {
        assertThat(compose.getProperty("services.application.depends_on.database.condition"))
                .isEqualTo("service_healthy");
        assertThat(names("services.database.healthcheck")).contains("test[0]");
    }

    @Test
    void the_application_runs_with_its_production_profile() {
        assertThat(compose.getProperty("services.application.environment.SPRING_PROFILES_ACTIVE"))
                .isEqualTo("production");
        assertThat(Path.of("src/main/resources/application-production.yaml")).isRegularFile();
    }

    @Test
    void every_variable_the_compose_file_sets_is_a_property_the_application_knows() throws IOException {
        var known = new TreeSet<>(placeholdersWithDefault(true));
        known.addAll(placeholdersWithDefault(false));
        known.addAll(settingsOnTheClassPath());

        assertThat(known).containsAll(names("services.application.environment"));
    }

    @Test
    void every_variable_that_production_cannot_do_without_is_set() throws IOException {
        assertThat(names("services.application.environment")).containsAll(placeholdersWithDefault(false));
    }

    @Test
    void the_same_images_start_tomorrow() {
        assertThat(compose.stringPropertyNames().stream()
                        .filter(name -> name.endsWith(".image"))
                        .map(compose::getProperty))
                .hasSize(2)
                .allMatch(image -> image.matches("[a-z/]+:v?[0-9][0-9.]*"));
    }

    @Test
    void somebody_can_sign_in_on_the_empty_database() {
        for (var detail : List.of("ID", "NAME", "EMAIL", "PASSWORD")) {
            var variable = "CROSSGOV_FIRST_PERSON_" + detail;
            assertThat(compose.getProperty("services.application.environment." + variable))
                    .as(variable)
                    .startsWith("${" + variable + ":?");
        }
    }

    @Test
    void what_is_left_out_is_said_by_its_name() {
        assertThat(required()).hasSize(5);
        compose.forEach(
                (name, value) -> PLACEHOLDER.matcher(value.toString()).results().forEach(match -> assertThat(
                                match.group(2))
                        .as("%s without %s", name, match.group(1))
                        .startsWith(":?Set " + match.group(1) + " to ")));
    }

    @Test
    void the_README_has_one_command_that_sets_all_that_must_be_set() throws IOException {
        var command = COMMAND.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(command).hasSize(1);
        assertThat(Pattern.compile("^ *([A-Z0-9_]+)=\\S", Pattern.MULTILINE)
                        .matcher(command.get(0))
                        .results()
                        .map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(required());
    }

    @Test
    void nothing_is_reachable_from_other_machines_and_no_password_is_written_down() {
        assertThat(ports()).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(compose.stringPropertyNames().stream()
                        .filter(name -> name.endsWith("PASSWORD"))
                        .map(compose::getProperty))
                .isNotEmpty()
                .allMatch(value -> PLACEHOLDER.matcher(value).matches());
    }

    @Test
    void the_image_is_built_from_files_that_are_there() throws IOException {
        var copied = Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .map(line -> line.split(" ")[1])
                .toList();

        assertThat(copied).contains("pom.xml", "src").allMatch(name -> Files.exists(Path.of(name)));
        assertThat(Files.readAllLines(Path.of(".dockerignore")))
                .containsAll(copied.stream().map(name -> "!" + name).toList());
    }

    /** What the rehearsal keeps is ignored, without a word, for an application that is started in another way. */
    @Test
    void what_is_rehearsed_is_what_the_image_starts() throws IOException {
        var image = Files.readString(Path.of("Dockerfile"));
        var rehearsal = Files.readString(Path.of(".docker/rehearse"));

        assertThat(Pattern.compile("^WORKDIR /home/crossgov$", Pattern.MULTILINE)
                        .matcher(image)
                        .results())
                .hasSize(2);
        assertThat(image).contains("\"-XX:SharedArchiveFile=application.jsa\", \"-jar\", \"application.jar\"");
        assertThat(rehearsal).containsPattern("-XX:ArchiveClassesAtExit=application.jsa .*-jar application.jar");
        assertThat(placeholdersWithDefault(false)).allMatch(variable -> rehearsal.contains("export " + variable + "="));
    }

    /** The variables that must be set from outside. */
    private Set<String> required() {
        return compose.values().stream()
                .flatMap(value -> PLACEHOLDER.matcher(value.toString()).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> ports() {
        return compose.stringPropertyNames().stream()
                .filter(name -> name.contains(".ports["))
                .map(compose::getProperty)
                .toList();
    }

    /** Names below {@code path}. */
    private Set<String> names(String path) {
        return compose.stringPropertyNames().stream()
                .filter(name -> name.startsWith(path + "."))
                .map(name -> name.substring(path.length() + 1))
                .collect(Collectors.toSet());
    }

    /** The variables our settings ask for: those with a default, or those without. */
    private static Set<String> placeholdersWithDefault(boolean withDefault) throws IOException {
        var found = new TreeSet<String>();
        for (var file : List.of("application.yaml", "application-production.yaml")) {
            PLACEHOLDER
                    .matcher(Files.readString(Path.of("src/main/resources", file)))
                    .results()
                    .filter(match -> (match.group(2) != null) == withDefault)
                    .forEach(match -> found.add(match.group(1)));
        }
        return found;
    }

    /** Every setting of the libraries, as a variable is spelled: {@code spring.mail.host} is {@code SPRING_MAIL_HOST}. */
    private static Set<String> settingsOnTheClassPath() throws IOException {
        var json = new ObjectMapper();
        var names = new TreeSet<String>();
        for (var file : List.of(
                "META-INF/spring-configuration-metadata.json",
                "META-INF/additional-spring-configuration-metadata.json")) {
            for (var resource :
                    Collections.list(ComposeTest.class.getClassLoader().getResources(file))) {
                try (var content = resource.openStream()) {
                    json.readTree(content)
                            .path("properties")
                            .forEach(property ->
                                    names.add(asVariable(property.path("name").asText())));
                }
            }
        }
        return names;
    }

    private static String asVariable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Properties yaml(Path file) {
        var reader = new YamlPropertiesFactoryBean();
        reader.setResources(new FileSystemResource(file));
        return reader.getObject();
    }
}
