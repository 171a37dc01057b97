package io.crossgov.hiring.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The user name typed before a wrong password, for the sign-in page to show it again. It goes to the browser it came from and nowhere else:
 * into no address and no session, which strangers could fill. Only what can be a sign-in name is kept; it may be a mistyped password.
 */
final class NameTyped {

    private static final String COOKIE = "XG-NAME";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,62}");
    private static final Duration SHORTLY = Duration.ofMinutes(2);

    private NameTyped() {}

    /** Keeps the name of a sign-in that did not succeed. */
    static void keep(String typed, HttpServletResponse response, boolean secureCookies) {
        var name = typed == null ? "" : typed.strip();
        if (NAME.matcher(name).matches()) {
            set(name, SHORTLY, response, secureCookies);
        }
    }

    /** The name kept for this browser's sign-in page. */
    static Optional<String> of(HttpServletRequest request) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(name -> NAME.matcher(name).matches())
                .findFirst();
    }

    /** Whoever got in leaves no name behind. */
    static void forget(HttpServletResponse response, boolean secureCookies) {
        set("", Duration.ZERO, response, secureCookies);
    }

    private static void set(String name, Duration time, HttpServletResponse response, boolean secureCookies) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, name)
                        .path("/sign-in")
                        .httpOnly(true)
                        .secure(secureCookies)
                        .sameSite("Lax")
                        .maxAge(time)
                        .build()
                        .toString());
    }
}
