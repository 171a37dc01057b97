package io.crossgov.hiring.access;

import io.crossgov.hiring.common.Counted;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Why a browser's last session ended, kept in that browser: a page's own scripts hear of the end first, and cannot tell it. */
enum SessionEnd {
    IDLE("You were signed out after %s without activity. What you entered into a task is kept."),
    LONGEST("You were signed out: a session lasts %s at most. What you entered into a task is kept."),
    /** By anything else: the application was started anew, or the person's sign-in was taken away and given back. */
    LOST("Your session has ended. What you entered into a task is kept."),
    SIGNED_OUT("You signed out.");

    private static final String COOKIE = "XG-ENDED";

    private final String sentence;

    SessionEnd(String sentence) {
        this.sentence = sentence;
    }

    /** What the person reads on the sign-in page. */
    String sentence(SessionLimits limits) {
        return String.format(Locale.ROOT, sentence, inWords(this == LONGEST ? limits.longest() : limits.idle()));
    }

    /** Keeps this for the sign-in page of the browser that is answered. */
    void keep(HttpServletResponse response, Duration time, boolean secureCookies) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, name())
                        .path("/")
                        .httpOnly(true)
                        .secure(secureCookies)
                        .sameSite("Lax")
                        .maxAge(time)
                        .build()
                        .toString());
    }

    /** Why this browser's last session ended, if it had one. */
    static Optional<SessionEnd> of(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .findFirst()
                .flatMap(cookie -> Arrays.stream(values())
                        .filter(end -> end.name().equals(cookie.getValue()))
                        .findFirst());
    }

    private static String inWords(Duration time) {
        var minutes = time.toMinutes();
        return minutes % 60 == 0 ? Counted.of(minutes / 60, "hour") : Counted.of(minutes, "minute");
    }
}
