package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Production does not start with what is fit for the demonstration only, and says what to mend. */
@ExtendWith(OutputCaptureExtension.class)
class ProductionSettingsTest {

    private static final Map<String, Object> COMPLETE = Map.of(
            "CROSSGOV_DATABASE_URL", "jdbc:postgresql://database:5432/crossgov",
            "CROSSGOV_DATABASE_USER", "crossgov",
            "CROSSGOV_DATABASE_PASSWORD", "secret",
            "CROSSGOV_BASE_URL", "https://hiring.opm.example");

    @Test
    void its_own_settings_with_a_database_and_an_address_are_enough() {
        assertThat(ProductionSettings.refusals(production(Map.of()))).isEmpty();
    }

    @Test
    void its_passwords_are_kept_with_as_many_rounds_as_OWASP_advises() {
        assertThat(production(Map.of()).getProperty("crossgov.password-rounds")).isEqualTo("600000");
    }

    @ParameterizedTest
    @CsvSource({
        "CROSSGOV_DATABASE_URL, spring.datasource.url",
        "CROSSGOV_DATABASE_USER, spring.datasource.username",
        "CROSSGOV_DATABASE_PASSWORD, spring.datasource.password",
        "CROSSGOV_BASE_URL, crossgov.base-url"
    })
    void a_variable_that_is_not_set_is_named(String variable, String setting) {
        var settings = production(Map.of());
        ((MapPropertySource) settings.getPropertySources().get("variables"))
                .getSource()
                .remove(variable);

        assertThat(ProductionSettings.refusals(settings))
                .containsExactly("Production needs " + setting + ": set " + variable + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:./data/crossgov", "jdbc:mysql://database/crossgov", "database:5432"})
    void a_database_other_than_PostgreSQL_is_refused(String url) {
        assertThat(ProductionSettings.refusals(production(Map.of("CROSSGOV_DATABASE_URL", url))))
                .containsExactly(
                        "Production runs on PostgreSQL only: set CROSSGOV_DATABASE_URL to an address that begins"
                                + " with jdbc:postgresql:.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.servlet.session.cookie.secure",
                "camunda.bpm.webapp.session-cookie.enable-secure-cookie",
                "camunda.bpm.webapp.csrf.enable-secure-cookie"
            })
    void a_cookie_that_would_travel_without_TLS_is_refused(String cookie) {
        assertThat(ProductionSettings.refusals(production(Map.of(cookie, false))))
                .containsExactly("Production sends its cookies over TLS only: " + cookie
                        + " is false, leave that setting out or make it true.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://database/crossgov?logServerErrorDetail=true",
                "jdbc:postgresql://database/crossgov?ssl=true&logservererrordetail=TRUE"
            })
    void a_database_that_would_quote_rows_in_the_log_is_refused(String url) {
        assertThat(ProductionSettings.refusals(production(Map.of("CROSSGOV_DATABASE_URL", url))))
                .singleElement()
                .asString()
                .contains("leave logServerErrorDetail out");
        assertThat(ProductionSettings.refusals(production(
                        Map.of("spring.datasource.hikari.data-source-properties.logServerErrorDetail", "true"))))
                .hasSize(1);
    }

    @Test
    void a_first_person_with_the_password_of_the_demonstration_is_refused() {
        assertThat(ProductionSettings.refusals(production(Map.of("CROSSGOV_FIRST_PERSON_PASSWORD", "Talent-Pool-26"))))
                .containsExactly(
                        "Production has no demo sign-ins: CROSSGOV_FIRST_PERSON_PASSWORD is the demonstration's"
                                + " password, which everybody knows; set another.");
    }

    @Test
    void on_the_demonstrations_database_production_ends_before_it_opens_anything_and_says_why_without_a_stack_trace(
            @TempDir Path directory, CapturedOutput output) throws IOException {
        var file = directory.resolve("crossgov");
        Files.writeString(directory.resolve("crossgov.mv.db"), "the cases of the demonstration");

        assertThatThrownBy(() -> SpringApplication.run(
                        CrossGovHiringApplication.class,
                        "--spring.profiles.active=production",
                        "--server.port=0",
                        "--crossgov.start-afresh=true",
                        "--CROSSGOV_DATABASE_URL=jdbc:h2:file:" + file,
                        "--CROSSGOV_DATABASE_USER=sa",
                        "--CROSSGOV_DATABASE_PASSWORD=secret"))
                .hasMessageContaining("PostgreSQL only");

        assertThat(output.getOut())
                .contains("APPLICATION FAILED TO START", "Production runs on PostgreSQL only", "set CROSSGOV_BASE_URL.")
                .doesNotContain("\tat ", "Tomcat");
        assertThat(directory).isDirectoryContaining(one -> one.endsWith("crossgov.mv.db"));
    }

    /** The settings of the production profile, with {@code more} above them. */
    private static StandardEnvironment production(Map<String, Object> more) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        // Whatever this machine has set is none of this test's.
        sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        sources.addLast(new MapPropertySource("more", more));
        sources.addLast(new MapPropertySource("variables", new HashMap<>(COMPLETE)));
        for (var file : new String[] {"application-production.yaml", "application.yaml"}) {
            try {
                new YamlPropertySourceLoader()
                        .load(file, new ClassPathResource(file))
                        .forEach(sources::addLast);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return environment;
    }
}
