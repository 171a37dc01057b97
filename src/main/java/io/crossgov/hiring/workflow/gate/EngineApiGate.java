package io.crossgov.hiring.workflow.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.workflow.engine.EngineWords;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through what Tasklist and Cockpit need of the engine's API ({@link EngineOperations}) and nothing else; whatever is not
 * listed is denied. What is let through is still subject to the engine's own authorizations and tenants. Requests that carry an
 * expression anywhere are refused: in nested queries the engine would evaluate it (CVE-2026-109432); so is what no database can hold,
 * and what asks for somebody else's roles. What the engine would drop in silence is refused to programs and told to the web apps.
 */
public class EngineApiGate extends OncePerRequestFilter {

    static final String API = "/camunda/api";
    private static final int LARGEST_BODY = 2_000_000;

    /** How many unknown names are told at once, and how much of each: an answer does not grow with the question. */
    private static final int MOST_NAMED = 10;

    private static final int LONGEST_NAME = 60;
    private static final String CLOSED = "This operation is not open here.";
    private static final String NO_EXPRESSIONS = "Queries with expressions are not accepted.";

    /** Of two values under one name, the engine would take the last and drop the first. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String NOT_TO_BE_KEPT =
            "This has a character that cannot be kept. Type it again without it; nothing was changed.";

    /** Places in a list are counted from 0: PostgreSQL fails on less. */
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,10}");

    private static final Set<String> PLACES = Set.of("firstResult", "maxResults");

    /** Ask what is open to somebody, and so, of whichever agency, which roles he or she has. */
    private static final Set<String> ABOUT_ONESELF = Set.of("candidateUser", "startableBy");

    private static final String ONLY_ABOUT_ONESELF = "You can ask this about yourself only.";

    /** Values of one question; what Cockpit asks about all steps of a case has a hundred. */
    private static final int MOST_VALUES = 1_000;

    /** Conditions of one question: for each the database joins a table, and with hundreds it plans for minutes. */
    private static final int MOST_CONDITIONS = 20;

    private static final String TOO_MUCH = "This asks for too much at once. Ask for less.";

    private final int longestList;

    /** @param longestList how many results the engine gives to a person at once */
    public EngineApiGate(int longestList) {
        this.longestList = longestList;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var uri = request.getRequestURI();
        var operation = uri.startsWith(API)
                ? EngineOperations.find(request.getMethod(), uri.substring(API.length()))
                        .filter(open -> open.roles().stream().anyMatch(role -> request.isUserInRole(role.groupId())))
                : Optional.<EngineOperations.Operation>empty();
        if (operation.isEmpty()) {
            EngineErrorFilter.say(response, 403, CLOSED);
            return;
        }
        var questionable = objectionTo(request);
        if (questionable.isPresent()) {
            EngineErrorFilter.say(response, 400, questionable.get());
            return;
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            EngineErrorFilter.say(response, 413, "This is too large.");
            return;
        }
        var objection = body.length > 0
                ? objectionTo(body, request.getRemoteUser())
                : Optional.of(EngineWords.NOT_UNDERSTOOD)
                        .filter(nothingSaid -> operation.get().body());
        if (objection.isPresent()) {
            EngineErrorFilter.say(response, 400, objection.get());
            return;
        }
        var unknown = EngineVocabulary.unknown(
                request.getMethod(),
                uri.substring(API.length()),
                request.getParameterMap().keySet(),
                body);
        if (!unknown.isEmpty() && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            EngineErrorFilter.say(response, 400, notKnown(unknown));
        } else {
            if (!unknown.isEmpty()) {
                response.setHeader(
                        HttpHeaders.WARNING, "299 - \"" + notKnown(unknown).replace('"', '\'') + "\"");
            }
            chain.doFilter(new Checked(request, body, operation.get().list() ? longestList : 0), response);
        }
    }

    /** Whatever a program sends counts or is refused; what the web apps send beside the engine's own words they are told, and go on. */
    private static String notKnown(Set<String> unknown) {
        return unknown.stream()
                .limit(MOST_NAMED)
                .map(name -> name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...")
                .map(name -> "\"" + name.replaceAll("[^ -~]", "?") + "\" is not known here.")
                .collect(Collectors.joining(" "));
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).contains("expression");
    }

    /** Why the engine shall not read what is asked after "?", if it shall not. */
    private static Optional<String> objectionTo(HttpServletRequest request) {
        for (var asked : request.getParameterMap().entrySet()) {
            var name = asked.getKey();
            var values = List.of(asked.getValue());
            if (isExpression(name)) {
                return Optional.of(NO_EXPRESSIONS);
            }
            if (ABOUT_ONESELF.contains(name) && !values.equals(List.of(request.getRemoteUser()))) {
                return Optional.of(ONLY_ABOUT_ONESELF);
            }
            if (PLACES.contains(name)
                    && !values.stream().allMatch(value -> PLACE.matcher(value).matches())) {
                return Optional.of(EngineWords.NOT_UNDERSTOOD);
            }
            if (name.endsWith("ariables") && String.join(",", values).split(",").length > MOST_CONDITIONS) {
                return Optional.of(TOO_MUCH);
            }
        }
        return Optional.empty();
    }

    /**
     * Why the engine shall not read this, if it shall not: a key at any depth that names an expression (the parser undoes every way of
     * writing a key), or what the engine would fail on instead of refusing it.
     */
    private static Optional<String> objectionTo(byte[] body, String whoAsks) {
        try (var parser = JSON.createParser(body)) {
            var values = 0;
            var conditions = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                values += token.isScalarValue() ? 1 : 0;
                conditions += token == JsonToken.START_OBJECT
                                && parser.getParsingContext().getParent().inArray()
                        ? 1
                        : 0;
                if (values > MOST_VALUES || conditions > MOST_CONDITIONS) {
                    return Optional.of(TOO_MUCH);
                }
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return Optional.of(NO_EXPRESSIONS);
                }
                if (token.isScalarValue()
                        && parser.currentName() != null
                        && ABOUT_ONESELF.contains(parser.currentName())
                        && !whoAsks.equals(parser.getText())) {
                    return Optional.of(ONLY_ABOUT_ONESELF);
                }
                if (token.isScalarValue()
                                && PlainText.flaw(parser.getText(), true).isPresent()
                        || token == JsonToken.FIELD_NAME
                                && PlainText.flaw(parser.currentName(), false).isPresent()) {
                    return Optional.of(NOT_TO_BE_KEPT);
                }
                if (token == JsonToken.VALUE_NULL && mustBeSomething(parser.getParsingContext())) {
                    return Optional.of(EngineWords.NOT_UNDERSTOOD);
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(EngineWords.NOT_UNDERSTOOD);
        }
    }

    /** A property may be null; the whole, an element of a list and a variable may not. */
    private static boolean mustBeSomething(JsonStreamContext place) {
        return !place.inObject() || "variables".equals(place.getParent().getCurrentName());
    }

    /** The request with its body once more, and a length for a list that names none: the engine refuses lists without end. */
    private static final class Checked extends HttpServletRequestWrapper {

        private static final String LENGTH = "maxResults";

        private final byte[] body;
        private final int longestList;

        Checked(HttpServletRequest request, byte[] body, int longestList) {
            super(request);
            this.body = body;
            this.longestList = longestList;
        }

        @Override
        public String getQueryString() {
            var asked = super.getQueryString();
            if (longestList == 0 || getParameter(LENGTH) != null) {
                return asked;
            }
            return (asked == null || asked.isEmpty() ? "" : asked + "&") + LENGTH + "=" + longestList;
        }

        @Override
        public ServletInputStream getInputStream() {
            var content = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return content.read();
                }

                @Override
                public boolean isFinished() {
                    return content.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("The engine's API reads synchronously.");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
