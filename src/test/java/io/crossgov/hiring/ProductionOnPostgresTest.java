package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.agency.Person;
import io.crossgov.hiring.common.SearchWords;
import io.crossgov.hiring.pool.PoolList;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The production profile on an empty PostgreSQL 17, with the variables that {@code docker-compose.yml} sets. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("production")
@ContextConfiguration(initializers = EmbeddedPostgresServer.class)
@TestPropertySource(
        properties = {
            "CROSSGOV_BASE_URL=https://hiring.opm.example",
            "CROSSGOV_FIRST_PERSON_ID=ada",
            "CROSSGOV_FIRST_PERSON_NAME=Robin Ames",
            "CROSSGOV_FIRST_PERSON_EMAIL=robin.ames@opm.example",
            "CROSSGOV_FIRST_PERSON_PASSWORD=Begin-Here-2026",
            "camunda.bpm.job-execution.enabled=false",
            "crossgov.password-rounds=1000",
            "spring.main.register-shutdown-hook=false"
        })
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class ProductionOnPostgresTest {

    private static final String PASSWORD = "Begin-Here-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private PoolList pools;

    private final HttpClient client = HttpClient.newHttpClient();

    /** What a browser keeps. It is behind TLS, which ends before the application, so it sends Secure cookies back. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    @Test
    void nobody_and_nothing_of_the_demonstration_is_there() throws Exception {
        assertThat(people.all()).extracting(Person::id).containsExactly("ada");
        assertThat(pools.find(new SearchWords(""), 1)).isEmpty();

        var start = send(page("/"));

        assertThat(start.statusCode()).isEqualTo(200);
        assertThat(start.body()).contains("/sign-in").doesNotContain("gsa-manager", "opm-1", "Talent-Pool-26");
    }

    @Test
    void the_first_person_signs_in_and_belongs_to_OPMs_team() throws Exception {
        assertThat(signsIn("ada", "Wrong-Guess-2026")).isEqualTo("/sign-in?error");
        assertThat(signsIn("ada", PASSWORD)).isEqualTo("/");

        assertThat(send(page("/outbox")).statusCode()).isEqualTo(200);
        assertThat(send(page("/api/pools")).body()).isEqualTo("[]");
        assertThat(send(page("/camunda/app/tasklist/default/")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_script_does_not_get_in_with_a_password() throws Exception {
        var credentials = Base64.getEncoder().encodeToString(("ada:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

        var answer =
                send(HttpRequest.newBuilder(address("/api/pools")).header("Authorization", "Basic " + credentials));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void every_cookie_is_for_TLS_only() throws Exception {
        send(page("/sign-in"));
        signsIn("ada", PASSWORD);
        var tasklist = send(page("/camunda/app/tasklist/default/"));

        assertThat(cookies).containsKeys("XGSESSION", "XG-XSRF", "XSRF-TOKEN");
        assertThat(tasklist.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void who_comes_through_the_server_that_ends_TLS_stays_in_TLS() throws Exception {
        var answer = send(
                page("/outbox").header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "hiring.opm.example"));

        assertThat(answer.headers().firstValue("Location"))
                .as("names no host and no protocol, so the browser stays where it is")
                .contains("/sign-in?to=/outbox");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void wrong_passwords_count_for_the_address_behind_the_server_that_ends_TLS() throws Exception {
        var stranger = List.of("X-Forwarded-For", "203.0.113.7");
        for (int guess = 1; guess < 5; guess++) {
            assertThat(signsIn("ada", "Wrong-Guess-2026", stranger)).isEqualTo("/sign-in?error");
        }
        signsIn("ada", "Wrong-Guess-2026", stranger);
        assertThat(signsIn("ada", PASSWORD, stranger)).as("even the right one").isNotEqualTo("/");
        assertThat(signsIn("ada", PASSWORD, List.of("X-Forwarded-For", "198.51.100.4, 203.0.113.7")))
                .as("a header of the stranger's own stands before the true address")
                .isNotEqualTo("/");

        assertThat(signsIn("ada", PASSWORD, List.of("X-Forwarded-For", "203.0.113.8")))
                .isEqualTo("/");
        assertThat(signsIn("ada", PASSWORD, List.of("X-Forwarded-For", "10.20.30.40, 172.16.5.5")))
                .as("a colleague in the building, through two servers")
                .isEqualTo("/");
    }

    @Test
    void a_server_in_front_that_tells_no_addresses_is_warned_of_once(CapturedOutput log) throws Exception {
        signsIn("ada", PASSWORD);
        signsIn("ada", PASSWORD, List.of("X-Forwarded-Proto", "https"));

        assertThat(log.getAll()).containsOnlyOnce("Sign-ins come from 127.0.0.1 without X-Forwarded-For.");
    }

    private String signsIn(String userId, String password) throws Exception {
        return signsIn(userId, password, List.of());
    }

    /**
     * Fills in the sign-in form.
     *
     * @param header name and value of what the server in front adds, or nothing
     * @return where that leads
     */
    private String signsIn(String userId, String password, List<String> header) throws Exception {
        send(page("/sign-in"));
        var form = Map.of("username", userId, "password", password, "_csrf", cookies.get("XG-XSRF")).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = page("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!header.isEmpty()) {
            request.header(header.get(0), header.get(1));
        }
        var answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(302);
        var to = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    }

    private HttpRequest.Builder page(String path) {
        var request = HttpRequest.newBuilder(address(path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    /** Keeps the cookies that come back; each must be Secure. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        var response = client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        for (var cookie : response.headers().allValues("Set-Cookie")) {
            assertThat(cookie).containsPattern("; *Secure");
            var pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return response;
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
