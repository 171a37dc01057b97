package io.crossgov.hiring.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody in front of the running application, over real HTTP and so through every filter: with a browser, which keeps cookies and
 * sends the tokens that our pages and Camunda's web apps send with each change, or with a script, which signs in by HTTP Basic and
 * keeps nothing. Redirects are not followed. Addresses are sent as they are written.
 */
public final class Visitor {

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError("not JSON: " + this, notJson);
            }
        }

        /** Where it leads on this server, path and query; empty if nowhere. */
        public String leadsTo() {
            return headers.firstValue("Location")
                    .map(URI::create)
                    .map(to -> to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()))
                    .orElse("");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** Cookie with a token, and the header that a page sends it back in. */
    private static final Map<String, String> TOKENS = Map.of("XG-XSRF", "X-XG-XSRF", "XSRF-TOKEN", "X-XSRF-TOKEN");

    private final int port;
    private final CookieManager cookies;
    private final String authorization;
    private final boolean sendsTokens;

    private Visitor(int port, CookieManager cookies, String authorization, boolean sendsTokens) {
        this.port = port;
        this.cookies = cookies;
        this.authorization = authorization;
        this.sendsTokens = sendsTokens;
    }

    /** Somebody who opens a browser and is not signed in. */
    public static Visitor inABrowser(int port) {
        return new Visitor(port, new CookieManager(), null, true);
    }

    /** A script of this person's. */
    public static Visitor script(int port, String userId, String password) {
        var credentials =
                Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Visitor(port, null, "Basic " + credentials, false);
    }

    /** The same browser, used by a page of somebody else: the cookies go along, the tokens do not. */
    public Visitor fromAForeignPage() {
        return new Visitor(port, cookies, authorization, false);
    }

    /** Sends a form that was loaded before the browser got the token that it has now, without a script. */
    public Answer submitsFromAnOldPage(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_csrf", "token-of-an-old-page");
        return fromAForeignPage().submits(path, form);
    }

    /** Fills in the sign-in form. */
    public Answer signsIn(String userId, String password) {
        return signsInAt("/sign-in", userId, password);
    }

    /** As {@link #signsIn}, on the sign-in page that a refused request leads to. */
    public Answer signsInAt(String signInPage, String userId, String password) {
        get(signInPage);
        return submits(signInPage, Map.of("username", userId, "password", password));
    }

    /** As {@link #signsIn}, and must get in; Tasklist is open afterwards, as for everybody who works here. */
    public Visitor signedIn(String userId, String password) {
        var in = signsIn(userId, password);
        if (in.status() != 302 || in.leadsTo().startsWith("/sign-in")) {
            throw new AssertionError(userId + " was not let in: " + in);
        }
        get("/camunda/app/tasklist/default/");
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** What a page asks for while nobody is at it. */
    public Answer unattended(String path) {
        return exchange(request(path)
                .header("Accept", "application/json")
                .header("X-XG-Unattended", "true")
                .GET());
    }

    /** A cookie from before. */
    public void keeps(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://127.0.0.1:" + port), cookie);
    }

    /** As browsers ask, who read what is compressed; the body here is not to be read. */
    public Answer getCompressed(String path) {
        return exchange(request(path).header("Accept-Encoding", "gzip").GET());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    /** A page's form. */
    public Answer submits(String path, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return exchange(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** A link that is followed. */
    public Answer opens(String path) {
        return exchange(request(path).header("Accept", "text/html").GET());
    }

    /** @param json the body; null for none */
    public Answer send(String method, String path, String json) {
        var request = request(path).header("Accept", "application/json");
        if (json == null) {
            return exchange(request.method(method, BodyPublishers.noBody()));
        }
        return exchange(
                request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    /** As {@link #send}, with a header more. */
    public Answer sendWith(String header, String value, String method, String path, String json) {
        return exchange(request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header(header, value)
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    /** The same change with another token of the web apps than theirs. */
    public Answer postsWithToken(String token, String path, String json) {
        return fromAForeignPage()
                .exchange(request(path)
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .POST(BodyPublishers.ofString(json)));
    }

    /** What the browser sends along, name and value. */
    public List<String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .toList();
    }

    /** The cookie of that name, if the browser has it. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            var address = request.copy().build().uri();
            if (cookies != null) {
                cookies.get(address, Map.<String, List<String>>of())
                        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
            }
            if (sendsTokens) {
                TOKENS.forEach((cookie, header) -> cookie(cookie).ifPresent(token -> request.header(header, token)));
            }
            var response = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (cookies != null) {
                cookies.put(address, response.headers().map());
            }
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
