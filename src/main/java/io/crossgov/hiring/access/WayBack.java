package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;

/**
 * The page a person asked for, and goes on to after signing in. It stands in the address of the sign-in page, so that each tab has its
 * own. Anybody can write such an address: what is read from it is one of our pages, never another host, an API, a file or the sign-in.
 *
 * @param address path and query, as in the browser
 */
record WayBack(String address) {

    /** Name of the parameter of the sign-in page. */
    static final String TO = "to";

    /** A page, and how it is called where a person is asked to sign in for it; %s stands for what the path names. */
    private record Page(Pattern path, String words) {

        static Page of(String path, String words) {
            return new Page(Pattern.compile(path), words);
        }

        /** Empty for another page's path. */
        Optional<String> called(String asked) {
            return Optional.of(path.matcher(asked))
                    .filter(Matcher::matches)
                    .map(found -> String.format(Locale.ROOT, words, found.groupCount() > 0 ? found.group(1) : ""));
        }
    }

    private static final String NAME = "/([A-Za-z0-9][A-Za-z0-9_-]*)";

    /** No dot, and so no file. */
    private static final String BELOW = "(?:/[A-Za-z0-9][A-Za-z0-9_-]*)*";

    private static final List<Page> PAGES = List.of(
            Page.of("/camunda/app/tasklist(?:/|/default/?)?", "your tasks"),
            Page.of("/camunda/app/cockpit(?:/|/default/?)?", "Cockpit"),
            Page.of("/go/task", "your task"),
            Page.of("/cases", "the cases"),
            Page.of("/cases" + NAME + BELOW, "case %s"),
            Page.of("/pools", "the talent pools"),
            Page.of("/pools" + NAME + BELOW, "talent pool %s"),
            Page.of("/outbox" + BELOW, "the outbox"),
            Page.of("/people(?:/[A-Za-z0-9][A-Za-z0-9._@-]*/password)?", "the people"),
            Page.of("/agencies(?:" + NAME + ")?", "the agencies"),
            Page.of("/account" + BELOW, "your account"),
            Page.of("/law", "the rules"),
            Page.of("/swagger-ui(?:/index)?\\.html", "the description of the API"));

    /** What RFC 3986 has in a query. */
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9%&=+._~:/?@!$'()*,;-]*");

    /** In characters. With more, the sign-in page's address would be longer than the server reads. */
    private static final int LONGEST = 2_000;

    /** The page that is asked for. The address that a form is sent to leads back to the page that has the form. */
    static Optional<WayBack> askedBy(HttpServletRequest request) {
        var query = HttpMethod.GET.matches(request.getMethod()) ? request.getQueryString() : null;
        return at(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** What stands in the address or in the form of the sign-in page. */
    static Optional<WayBack> in(HttpServletRequest signIn) {
        return Optional.ofNullable(signIn.getParameter(TO)).flatMap(WayBack::at);
    }

    /** Where a person goes on who has signed in: there, or to the start page. */
    static String orStart(HttpServletRequest signIn) {
        return in(signIn).map(WayBack::address).orElse("/");
    }

    /**
     * The sign-in page that leads there.
     *
     * @param told what it tells of, as the name of a parameter; empty for nothing
     */
    static String signIn(String told, Optional<WayBack> back) {
        var to = back.map(page -> TO + "="
                + UriUtils.encode(page.address(), StandardCharsets.UTF_8).replace("%2F", "/"));
        var query = told + (told.isEmpty() || to.isEmpty() ? "" : "&") + to.orElse("");
        return "/sign-in" + (query.isEmpty() ? "" : "?" + query);
    }

    /** For "Please sign in to go on to …". */
    String inWords() {
        return PAGES.stream()
                .flatMap(page -> page.called(pathOf(address)).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<WayBack> at(String address) {
        var path = pathOf(address);
        var query = address.substring(path.length());
        return address.length() <= LONGEST
                        && PAGES.stream().anyMatch(page -> page.called(path).isPresent())
                        && QUERY.matcher(query).matches()
                ? Optional.of(new WayBack(address))
                : Optional.empty();
    }

    private static String pathOf(String address) {
        return address.split("\\?", 2)[0];
    }
}
