package io.crossgov.hiring.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a browser sends for a page of another origin. The token against such pages is compared with a cookie, and whoever
 * runs a neighbouring host of the same domain can set that cookie, too; what the browser says of the page, nobody can. Scripts say nothing
 * of it.
 */
class OwnPagesOnly extends OncePerRequestFilter {

    private static final String FROM = "Sec-Fetch-Site";
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");
    private static final Set<String> READING =
            Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.OPTIONS.name());

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var from = request.getHeader(FROM);
        if (from != null && FOREIGN.contains(from) && !READING.contains(request.getMethod())) {
            ProgramRefusals.turnedAway(
                    request, response, HttpServletResponse.SC_FORBIDDEN, "This was sent from a page of another site.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
