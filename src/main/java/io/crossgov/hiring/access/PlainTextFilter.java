package io.crossgov.hiring.access;

import io.crossgov.hiring.common.PlainText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Refuses queries and forms with characters that nobody can keep (U+0000 and other control characters) before anything reads them: sign-in
 * and the engine's API ask the database with what they get, and PostgreSQL fails on it. Bodies and parts of uploads are looked at where
 * they are read.
 */
class PlainTextFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var flaw = isUpload(request) ? flawInQuery(request) : flawIn(request.getParameterMap());
        if (response.isCommitted()) {
            // The form could not be read to its end, and Tomcat has said so.
            return;
        }
        if (flaw.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            ProgramRefusals.turnedAway(request, response, HttpServletResponse.SC_BAD_REQUEST, flaw.get());
        }
    }

    /** Asking an upload for its parameters would read all of it, before anybody knows whether the person may upload at all. */
    static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private static Optional<String> flawInQuery(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null
                ? Optional.empty()
                : UriComponentsBuilder.newInstance().query(query).build().getQueryParams().values().stream()
                        .flatMap(List::stream)
                        .filter(Objects::nonNull)
                        .flatMap(value -> flaw("The address", UriUtils.decode(value, StandardCharsets.UTF_8)).stream())
                        .findFirst();
    }

    private static Optional<String> flawIn(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> PlainText.flaw(parameter.getKey(), false).isPresent()
                        ? Optional.of("The name of a parameter has a character that cannot be kept.").stream()
                        : Arrays.stream(parameter.getValue())
                                .flatMap(value -> flaw("\"" + parameter.getKey() + "\"", value).stream()))
                .findFirst();
    }

    private static Optional<String> flaw(String what, String value) {
        return PlainText.flaw(value, true).map(flaw -> what + " " + flaw);
    }
}
