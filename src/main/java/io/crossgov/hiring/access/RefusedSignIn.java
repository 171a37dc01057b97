package io.crossgov.hiring.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What came of the last try to sign in, for the sign-in page to tell. It goes to the browser it came from and nowhere else: into no address,
 * which a stranger could send around with another time to wait, and into no session, which strangers could fill.
 */
final class RefusedSignIn {

    private static final String NAME_COOKIE = "XG-NAME";
    private static final String UNTIL_COOKIE = "XG-REFUSED";

    /** What can be a user name; all else may be a mistyped password. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,62}");

    /** In place of the time from which a password is looked at again: one was, and was not the right one. */
    static final Instant LOOKED_AT = Instant.EPOCH;

    /** In its place, too: none was looked at, because the page was older than the last sign-in or sign-out. */
    static final Instant OLD_PAGE = LOOKED_AT.plusSeconds(1);

    private static final Pattern SECOND = Pattern.compile("[0-9]{1,10}");

    /** How long a name is kept, and that it was not the right one. */
    private static final Duration SHORTLY = Duration.ofMinutes(2);

    private RefusedSignIn() {}

    /**
     * Keeps what the sign-in page shows of a try that did not succeed.
     *
     * @param pause how long no password is looked at; zero, when one was
     */
    static void keep(
            String nameTyped, Instant now, Duration pause, HttpServletResponse response, boolean secureCookies) {
        set(nameTyped, pause.isZero() ? LOOKED_AT : now.plus(pause), pause.plus(SHORTLY), response, secureCookies);
    }

    /** Keeps what the sign-in page shows after {@link #OLD_PAGE}. */
    static void keepOldPage(String nameTyped, HttpServletResponse response, boolean secureCookies) {
        set(nameTyped, OLD_PAGE, SHORTLY, response, secureCookies);
    }

    private static void set(
            String nameTyped, Instant until, Duration time, HttpServletResponse response, boolean secureCookies) {
        var name = nameTyped == null ? "" : nameTyped.strip();
        var isName = NAME.matcher(name).matches();
        set(NAME_COOKIE, isName ? name : "", isName ? SHORTLY : Duration.ZERO, response, secureCookies);
        set(UNTIL_COOKIE, String.valueOf(until.getEpochSecond()), time, response, secureCookies);
    }

    /** The name that was typed into this browser's sign-in page. */
    static Optional<String> name(HttpServletRequest request) {
        return cookie(request, NAME_COOKIE, NAME);
    }

    /** From when a password is looked at again, {@link #LOOKED_AT} or {@link #OLD_PAGE}; empty when this browser has not tried just before. */
    static Optional<Instant> until(HttpServletRequest request) {
        return cookie(request, UNTIL_COOKIE, SECOND).map(Long::parseLong).map(Instant::ofEpochSecond);
    }

    /** Whoever got in leaves nothing behind. */
    static void forget(HttpServletResponse response, boolean secureCookies) {
        set(NAME_COOKIE, "", Duration.ZERO, response, secureCookies);
        set(UNTIL_COOKIE, "", Duration.ZERO, response, secureCookies);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name, Pattern form) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> name.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> form.matcher(value).matches())
                .findFirst();
    }

    private static void set(
            String cookie, String value, Duration time, HttpServletResponse response, boolean secureCookies) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie, value)
                        .path("/sign-in")
                        .httpOnly(true)
                        .secure(secureCookies)
                        .sameSite("Lax")
                        .maxAge(time)
                        .build()
                        .toString());
    }
}
