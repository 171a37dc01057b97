package io.crossgov.hiring.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.OnBothDatabases;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no program of good will sends, byte by byte: refused early, in a sentence, with the headers of every answer and a quiet log. */
@OnBothDatabases
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {

    private static final Set<String> ALWAYS = Set.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy");

    private static final String UNKNOWN_TASK = "/api/tasks/00000000-0000-0000-0000-000000000000";
    private static final int MEGABYTE = 1_000_000;

    @LocalServerPort
    private int port;

    @Value("${crossgov.demo.password}")
    private String password;

    // --- addresses

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/%61pi/admin/setup/default/user/create",
                "/camunda/api/%61dmin/setup/default/user/create",
                "/camunda/api/%65ngine/engine/default/task",
                "/%63amunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/tas%6B",
                "/camunda/api/engine%2Fengine/default/task",
                "/camunda/ap%69/engine/engine/default/%74ask",
                "/%61pi/cases",
                "/api/cases%2e",
                "/cases;x=1",
                "/cases/%2e%2e/api"
            })
    void an_address_has_one_spelling(String address, CapturedOutput log) throws IOException {
        for (var method : List.of("GET", "POST", "PUT", "DELETE")) {
            var answer = RawRequest.send(port, method + " " + address + " HTTP/1.1\nContent-Length: 0");
            assertThat(answer.status()).as(method).isEqualTo(400);
            carriesEveryHeader(answer);
        }
        assertThat(log.getAll()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /error,                                                              404 403 302",
        "GET,  /META-INF/MANIFEST.MF,                                               404 403 302",
        "GET,  /WEB-INF/web.xml,                                                    404 403 302",
        "GET,  /camunda/app/tasklist/nope,                                          404",
        "GET,  /camunda/app/cockpit/nope,                                           404 403",
        "GET,  /camunda/app/admin/default/,                                         403 404",
        "POST, /camunda/api/admin/setup/default/user/create,                        403",
        "GET,  /camunda/api/engine/engine/default/deployment/0/resources/0/data,    403 404",
        "GET,  /camunda/lib/nope.js,                                                404",
        "GET,  /camunda/lib/deps.js,                                                200"
    })
    void whatever_is_answered_carries_the_headers_and_is_no_fault(String method, String address, String expected)
            throws IOException {
        for (var signedIn : List.of("", cookiesOf("gsa-manager"), cookiesOf("opm-designer"))) {
            var answer = RawRequest.send(port, method + " " + address + " HTTP/1.1\nContent-Length: 0" + signedIn);
            if (!signedIn.isEmpty()) {
                assertThat(expected).as(answer.toString()).contains(String.valueOf(answer.status()));
            }
            assertThat(answer.status()).isLessThan(500);
            carriesEveryHeader(answer);
        }
    }

    @Test
    void the_designer_asks_for_a_resource_that_is_not_there() throws IOException {
        var answer = RawRequest.send(
                port,
                "GET /camunda/api/engine/engine/default/deployment/00000000-0000-0000-0000-000000000000/resources/"
                        + "00000000-0000-0000-0000-000000000000/data HTTP/1.1" + cookiesOf("opm-designer"));

        assertThat(answer.status()).isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/outbox", "/camunda/app/tasklist/default/", "/camunda/app/cockpit"})
    void nobody_is_led_to_a_host_that_the_request_names(String address) throws IOException {
        for (var claims :
                List.of("\nHost: evil.example", "\nX-Forwarded-Host: evil.example\nX-Forwarded-Proto: https")) {
            var answer = RawRequest.send(port, "GET " + address + " HTTP/1.1\nAccept: text/html" + claims);

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location").orElseThrow()).startsWith("/");
        }
    }

    @Test
    void nor_after_signing_in() throws IOException {
        var visitor = Visitor.inABrowser(port);
        visitor.get("/sign-in");
        RawRequest.send(port, "GET /cases HTTP/1.1\nAccept: text/html\nHost: evil.example" + cookies(visitor));

        assertThat(visitor.signsIn("gsa-hr", password)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith("/");
    }

    // --- headers

    @ParameterizedTest
    @ValueSource(strings = {"Range", "If-None-Match", "Idempotency-Key", "Accept-Language", "X-XG-XSRF", "User-Agent"})
    void a_header_with_a_character_that_nobody_can_read_is_no_fault_of_ours(String header, CapturedOutput log)
            throws IOException {
        for (var address : List.of(
                "/assets/crossgov.css",
                "/sign-in",
                "/api/cases",
                "/camunda/api/engine/engine/default/task",
                "/cases")) {
            var answer = RawRequest.send(
                    port, "GET " + address + " HTTP/1.1\n" + header + ": a\u0085b" + basic("gsa-manager"));
            assertThat(answer.status()).as(address).isEqualTo(400);
            carriesEveryHeader(answer);
        }
        var unopened = RawRequest.send(
                port,
                "POST /api/cases HTTP/1.1\nContent-Type: application/json\n" + header + ": \u009f"
                        + basic("gsa-manager"),
                "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(unopened.status()).isEqualTo(400);
        assertThat(log.getAll()).doesNotContain("ERROR", "Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Accept-Language | ;q=", "Accept-Encoding | bytes=5-1", "Accept-Charset | (", "Accept | a/b;\""})
    void the_engines_api_is_asked_with_a_header_that_is_none(String header, String value, CapturedOutput log)
            throws IOException {
        var answer = RawRequest.send(
                port,
                "GET /camunda/api/engine/engine/default/task/count HTTP/1.1\n" + header + ": " + value
                        + basic("gsa-manager"));

        assertThat(answer.status()).as("%s", answer).isBetween(200, 499);
        assertThat(log.getAll()).doesNotContain("ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /cases?words=Zora{ HTTP/1.1",
                "GET /Zora|b HTTP/1.1",
                "GET /cases HTTP/1.1\nZora\u0001: x",
                "GET /cases HTTP/1.1\nCookie: XGSESSION=\u0001Zora",
                "GET /cases HTTP/1.1\nHost: Zora_:99999999",
                "POST /sign-in HTTP/1.1\nContent-Length: 4\nContent-Length: 7\nX: Zora",
                "POST /api/cases HTTP/1.1\nContent-Length: -5\nX: Zora"
            })
    void what_is_no_HTTP_is_refused_and_none_of_its_words_are_written_down(String head, CapturedOutput log)
            throws IOException {
        assertThat(RawRequest.send(port, head).status()).isEqualTo(400);
        assertThat(RawRequest.send(port, head + "\nX-Long: " + "Zora".repeat(5_000))
                        .status())
                .isEqualTo(400);
        assertThat(log.getAll()).doesNotContain("Zora", "Exception");
    }

    // --- what would be dropped

    @Test
    void what_is_sent_twice_is_refused_by_name_and_nothing_is_done() throws IOException {
        var words = RawRequest.send(port, "GET /api/cases?words=a&words=b HTTP/1.1" + basic("gsa-manager"));
        assertThat(words.status()).isEqualTo(400);
        assertThat(words.body()).contains("\"field\":\"words\"").contains("more than once");

        var ids = RawRequest.send(port, "GET /api/tasks/facts?ids=a&ids=b HTTP/1.1" + basic("gsa-manager"));
        assertThat(ids.status()).as("a list").isEqualTo(200);

        var files = upload(part("file", "a.pdf", "x") + part("file", "b.pdf", "y"));
        assertThat(files.status()).isEqualTo(400);
        assertThat(files.body()).contains("\"field\":\"file\"").contains("more than once");

        var title = posted(
                "/api/cases",
                "application/json",
                "{\"announcement\":\"CGA-DE-12339419-24-MS\",\"positionTitle\":\"One\",\"positionTitle\":\"Other\","
                        + "\"requestPortalAccount\":false}");
        assertThat(title.status()).isEqualTo(400);
        assertThat(title.body()).contains("\"field\":\"positionTitle\"").contains("is there twice");
    }

    @Test
    void a_body_in_pieces_where_none_is_taken_is_refused_like_any_other() throws IOException {
        var answer = RawRequest.send(
                port,
                "POST " + UNKNOWN_TASK + "/take HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked"
                        + basic("gsa-manager"),
                out -> {
                    chunk(out, "{\"until\": 5}");
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                });

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("takes no body");
    }

    @Test
    void far_behind_the_last_page_there_is_nothing() throws IOException {
        for (var address : List.of(
                "/api/cases?page=2147483647&size=100", "/api/cases?page=42949673&size=50", "/cases?at=2147483647")) {
            assertThat(RawRequest.send(port, "GET " + address + " HTTP/1.1" + basic("gsa-manager"))
                            .status())
                    .as(address)
                    .isEqualTo(200);
        }
    }

    // --- pages

    @Test
    void where_a_form_is_sent_leads_back_to_the_page_it_stands_on() throws IOException {
        var answer = RawRequest.send(port, "GET /account/password HTTP/1.1\nAccept: text/html" + basic("opm-1"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location").orElseThrow()).endsWith("/account");
    }

    @ParameterizedTest
    @CsvSource({
        "/cases?status=NOPE,                            400",
        "/outbox?page=x,                                400",
        "/go/task?case=x&task=y,                        400",
        "/go/task,                                      400",
        "/outbox/no-id,                                 404",
        "/cases/XGH-2026-000001/notices/no-id,          404"
    })
    void an_address_that_is_not_understood_is_said_on_a_page(String address, int status) throws IOException {
        var answer = RawRequest.send(port, "GET " + address + " HTTP/1.1\nAccept: text/html" + basic("opm-1"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body())
                .contains("Back to the start page")
                .doesNotContain("Failed to convert", "is not supported", "on our side");
        carriesEveryHeader(answer);
    }

    // --- bodies

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/cases",
                "PUT /api/processes/cross-gov-hiring/draft",
                "POST /api/pools/CGA-DE-12339419-24-MS/candidates",
                "POST /camunda/api/engine/engine/default/task/count",
                "POST /account/password",
                "POST /sign-in"
            })
    void a_body_whose_pieces_are_none_is_no_fault_of_ours(String address, CapturedOutput log) throws IOException {
        var type = address.contains("candidates")
                ? "text/csv"
                : address.contains("/api/") ? "application/json" : "application/x-www-form-urlencoded";
        var answer = RawRequest.send(
                port,
                address + " HTTP/1.1\nContent-Type: " + type + "\nTransfer-Encoding: chunked" + basic("opm-1"),
                "zz\r\n{}\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
        assertThat(log.getAll()).doesNotContain("ERROR", "Exception");
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused_unread_whatever_it_is_for() throws IOException {
        var head = "POST %s HTTP/1.1\nContent-Type: application/json\nContent-Length: 62914560" + basic("gsa-manager");
        for (var address : List.of(UNKNOWN_TASK, "/api/cases", "/camunda/api/engine/engine/default/task")) {
            var before = System.nanoTime();
            var answer = RawRequest.send(port, head.formatted(address));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("MB that can be sent here at once");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            carriesEveryHeader(answer);
        }
    }

    @Test
    void a_body_of_unknown_length_is_read_up_to_the_limit() throws IOException {
        var answer = RawRequest.send(
                port,
                "POST " + UNKNOWN_TASK + " HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked"
                        + basic("gsa-manager"),
                out -> {
                    for (int sent = 0; sent < 5; sent++) {
                        chunk(out, "[\"" + "ab\",\"".repeat(MEGABYTE / 5));
                    }
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                });

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void one_of_unknown_length_within_the_limit_is_read_as_any_other() throws IOException {
        var answer = RawRequest.send(
                port,
                "POST /api/cases HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked"
                        + basic("gsa-manager"),
                out -> {
                    chunk(out, "{\"announcement\":");
                    chunk(out, "\"CGA-DE-0-00-XX\"}");
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                });

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).contains("\"detail\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_000, 5_000})
    void what_nests_too_deep_is_not_read(int depth) throws IOException {
        for (var address : List.of(UNKNOWN_TASK, "/api/cases", "/camunda/api/engine/engine/default/task")) {
            var body = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            assertThat(posted(address, "application/json", body).status()).isIn(400, 403);
        }
    }

    @Test
    void what_is_too_long_is_not_read() throws IOException {
        for (var body : List.of(
                "{\"a\":" + "9".repeat(200_000) + "}",
                "{\"a\":\"" + "b".repeat(600_000) + "\"}",
                "{\"" + "c".repeat(60_000) + "\":1}")) {
            assertThat(posted(UNKNOWN_TASK, "application/json", body).status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*/*,                                  415",
        "application/*,                        415",
        "application/*+json,                   415",
        "nonsense,                             415",
        "text/,                                415",
        "multipart/form-data,                  415",
        "application/xml,                      415",
        "application/json;charset=x-unknown,   415 400"
    })
    void a_body_is_of_one_type(String type, String expected) throws IOException {
        var answer = posted("/api/cases", type, "{}");

        assertThat(expected).as(answer.toString()).contains(String.valueOf(answer.status()));
        carriesEveryHeader(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-7", "x-unknown", "\"nonsense\""})
    void an_encoding_that_nobody_knows_is_named(String encoding) throws IOException {
        var answer = posted("/api/pools/CGA-DE-1/candidates", "text/csv; charset=" + encoding, "applicant_number");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("This encoding (charset in Content-Type) is not known here.");
    }

    // --- files

    @Test
    void a_file_with_a_name_that_cannot_be_is_refused_in_a_true_sentence() throws IOException {
        var longName = upload(part("file", "a".repeat(5_000) + ".pdf", "x"));
        assertThat(longName.status()).isEqualTo(400);
        assertThat(longName.body()).contains("name").doesNotContain("25 MB");

        var nul = upload(part("file", "a\u0000.pdf", "x"));
        assertThat(nul.status()).isEqualTo(400);
        assertThat(nul.body()).contains("\"detail\"").doesNotContain("25 MB");
    }

    @Test
    void too_many_parts_are_too_many_and_not_too_large() throws IOException {
        var answer = upload(part("x", null, "1").repeat(1_500));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("too many parts").doesNotContain("25 MB");
    }

    @Test
    void parts_that_break_off_are_no_fault_of_ours() throws IOException {
        var answer = posted(
                "/api/cases/XGH-2026-000001/documents",
                "multipart/form-data; boundary=b",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF");

        assertThat(answer.status()).isEqualTo(400);
    }

    /** Only the beginning of an upload is sent: the answer is there before the rest, so nobody waits for it or writes it anywhere. */
    @ParameterizedTest
    @CsvSource({
        "/api/cases/XGH-2026-000001/documents?purpose=OF-8, nobody,      401 403",
        "/api/pools/X/candidates,                           nobody,      401 403",
        "/pools/X/candidates,                               nobody,      302 401 403",
        "/cases,                                            nobody,      302 401 403",
        "/nothing,                                          nobody,      302 401 403",
        "/sign-in,                                          nobody,      415",
        "/cases,                                            gsa-manager, 405",
        "/api/cases,                                        gsa-manager, 415",
        "/nothing,                                          gsa-manager, 403 404"
    })
    void an_upload_is_not_read_where_nobody_takes_it(String address, String person, String expected)
            throws IOException {
        var visitor = "nobody".equals(person) ? "" : basic(person);
        for (var token : List.of("", "\nX-XG-XSRF: t\nCookie: XG-XSRF=t")) {
            var answer = RawRequest.send(
                    port,
                    "POST " + address
                            + " HTTP/1.1\nContent-Type: multipart/form-data; boundary=b\nContent-Length: 24000000"
                            + token + visitor,
                    out -> out.write(part("file", "a.pdf", "%PDF-").getBytes(StandardCharsets.US_ASCII)));

            assertThat(expected).as(answer.toString()).contains(String.valueOf(answer.status()));
        }
    }

    private RawRequest.Answer upload(String parts) throws IOException {
        return posted("/api/cases/XGH-2026-000001/documents", "multipart/form-data; boundary=b", parts + "--b--\r\n");
    }

    private static String part(String name, String fileName, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (fileName == null ? "" : "; filename=\"" + fileName + "\"") + "\r\n\r\n" + content + "\r\n";
    }

    // --- sessions

    @Test
    void an_old_token_of_the_web_apps_is_refused_and_the_session_goes_on() {
        var visitor = Visitor.inABrowser(port).signedIn("gsa-hr", password);
        for (var token : List.of("old", "")) {
            var answer = visitor.postsWithToken(token, "/camunda/api/engine/engine/default/task/count", "{}");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("out of date");
        }
        assertThat(visitor.get("/api/cases").status()).isEqualTo(200);
        assertThat(visitor.post("/camunda/api/engine/engine/default/task/count", "{}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void a_page_of_a_neighbouring_host_that_sets_the_tokens_cookie_changes_nothing(String site) throws IOException {
        var session = Visitor.inABrowser(port)
                .signedIn("gsa-hr", password)
                .cookie("XGSESSION")
                .orElseThrow();
        var forged = "\nCookie: XGSESSION=" + session + "; XG-XSRF=set-by-them\nX-XG-XSRF: set-by-them";
        var form = "\nContent-Type: application/x-www-form-urlencoded";
        for (var address : List.of(
                "DELETE /api/processes/cross-gov-hiring/draft",
                "POST /sign-out",
                "POST /account/password",
                "POST /camunda/api/engine/engine/default/task/count")) {
            var answer = RawRequest.send(
                    port, address + " HTTP/1.1" + form + "\nContent-Length: 0\nSec-Fetch-Site: " + site + forged);
            assertThat(answer.status()).as(address).isEqualTo(403);
            carriesEveryHeader(answer);
        }
        var ownPage = RawRequest.send(
                port,
                "DELETE /api/processes/cross-gov-hiring/draft HTTP/1.1\nContent-Length: 0\nSec-Fetch-Site: same-origin"
                        + forged);
        assertThat(ownPage.status()).isEqualTo(204);
        var link = RawRequest.send(port, "GET /cases HTTP/1.1\nAccept: text/html\nSec-Fetch-Site: " + site + forged);
        assertThat(link.status()).as("a link in somebody's mail").isEqualTo(200);
    }

    @Test
    void signing_out_takes_the_tokens_along() {
        var visitor = Visitor.inABrowser(port).signedIn("gsa-hr", password);
        assertThat(visitor.cookie("XSRF-TOKEN")).isPresent();

        visitor.submits("/sign-out", Map.of());

        assertThat(visitor.cookie("XSRF-TOKEN")).isEmpty();
        assertThat(visitor.cookie("XGSESSION")).isEmpty();
    }

    // ---

    private RawRequest.Answer posted(String address, String type, String body) throws IOException {
        return RawRequest.send(
                port,
                "POST " + address + " HTTP/1.1\nContent-Type: " + type + basic("gsa-manager"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static void carriesEveryHeader(RawRequest.Answer answer) {
        for (var name : ALWAYS) {
            assertThat(answer.header(name)).as(name + " of " + answer).isPresent();
        }
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        out.write((Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private String basic(String userId) {
        return "\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private String cookiesOf(String userId) {
        return cookies(Visitor.inABrowser(port).signedIn(userId, password));
    }

    private static String cookies(Visitor visitor) {
        return "\nCookie: " + String.join("; ", visitor.cookies());
    }
}
