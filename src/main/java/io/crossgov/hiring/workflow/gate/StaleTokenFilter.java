package io.crossgov.hiring.workflow.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a change with a token that is not this session's, and nothing more. The web apps' own filter would end the session: a tab
 * left open since yesterday would sign its person out of today's, again and again.
 */
public class StaleTokenFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isOfThisSession(request)) {
            chain.doFilter(request, response);
        } else {
            // The web apps know by this header what is meant.
            response.setHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME, CsrfConstants.CSRF_TOKEN_HEADER_REQUIRED);
            EngineErrorFilter.say(response, 403, "This page is out of date. Load it again, then repeat your step.");
        }
    }

    private static boolean isOfThisSession(HttpServletRequest request) {
        var session = request.getSession(false);
        var token = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return session != null
                && token != null
                && !token.isBlank()
                && token.equals(session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME));
    }
}
