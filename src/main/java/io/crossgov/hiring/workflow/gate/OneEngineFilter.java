package io.crossgov.hiring.workflow.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** There is one engine, and its name is default: the web apps would look for a page of any other, and fail instead of finding none. */
public class OneEngineFilter extends OncePerRequestFilter {

    /** The engine or a folder of the web app's own files; what has a dot is such a file. */
    private static final Pattern THERE = Pattern.compile(
            "/camunda/app/[a-z]+/?|/camunda/app/[a-z]+/(default|scripts|styles|locales|assets|plugin)(/.*)?"
                    + "|/camunda/app/[a-z]+/[^/]*\\.[^/]*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (THERE.matcher(request.getRequestURI()).matches()) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
