package io.crossgov.hiring.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;

/** What the security chain says to programs: problem details on our API, the engine's shape of a message on the engine's. */
final class ProgramRefusals {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENGINE_API = "/camunda/api/";

    private ProgramRefusals() {}

    static boolean isForPrograms(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/") || path.equals("/session") || path.startsWith(ENGINE_API);
    }

    static void signInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        say(request, response, 401, "Unauthorized", "Please sign in.");
    }

    /** A script's user name and password do not match, or too many did not. */
    static void wrongPassword(HttpServletRequest request, HttpServletResponse response, AuthenticationException wrong)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Cross-government hiring\"");
        if (wrong instanceof DirectorySignIn.TooManyTries later) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Duration.ofMinutes(PasswordCheck.minutes(later.pause()))
                            .toSeconds()));
            say(request, response, 429, "Too Many Requests", later.getMessage());
        } else {
            say(request, response, 401, "Unauthorized", DirectorySignIn.NO_MATCH);
        }
    }

    static void notAllowed(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        say(
                request,
                response,
                403,
                "Forbidden",
                denied instanceof CsrfException
                        ? "This page is out of date. Load it again, then repeat your step."
                        : "Your role does not include this.");
    }

    /** What is not even looked at, or failed where nobody answers: in a sentence for programs, as the page of errors for people in a browser. */
    static void turnedAway(HttpServletRequest request, HttpServletResponse response, int status, String sentence)
            throws IOException {
        if (isForPrograms(request) || takesNoPage(request)) {
            say(request, response, status, HttpStatus.valueOf(status).getReasonPhrase(), sentence);
        } else {
            response.sendError(status);
        }
    }

    /** A script that asks for a page, too, reads a sentence where it says what it reads. */
    private static boolean takesNoPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("json") && !accepted.contains("html");
    }

    private static void say(
            HttpServletRequest request, HttpServletResponse response, int status, String title, String sentence)
            throws IOException {
        response.setStatus(status);
        Map<String, Object> body = new LinkedHashMap<>();
        if (request.getServletPath().startsWith(ENGINE_API)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            body.put("type", "Refusal");
            body.put("message", sentence);
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            body.put("type", "about:blank");
            body.put("title", title);
            body.put("status", status);
            body.put("detail", sentence);
            body.put("instance", request.getRequestURI());
        }
        JSON.writeValue(response.getOutputStream(), body);
    }
}
