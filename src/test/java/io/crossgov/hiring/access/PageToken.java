package io.crossgov.hiring.access;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The token against cross-site requests, as our pages send it. Spring's own {@code csrf()} would swap the token store of the running
 * application, and every later test over real HTTP with it.
 */
public final class PageToken {

    private static final String TOKEN = "a-token-of-this-test";

    private PageToken() {}

    /** A request from one of our pages. */
    public static RequestPostProcessor csrf() {
        return request -> {
            List<Cookie> cookies = new ArrayList<>();
            if (request.getCookies() != null) {
                cookies.addAll(Arrays.asList(request.getCookies()));
            }
            cookies.add(new Cookie("XG-XSRF", TOKEN));
            request.setCookies(cookies.toArray(Cookie[]::new));
            request.addHeader("X-XG-XSRF", TOKEN);
            return request;
        };
    }
}
