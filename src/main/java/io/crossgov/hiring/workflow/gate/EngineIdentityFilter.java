package io.crossgov.hiring.workflow.gate;

import io.crossgov.hiring.workflow.engine.EngineIdentity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * All addresses of our own use the engine as the signed-in person, never as the application: without a person the engine would
 * check nothing. Camunda's web apps say themselves who they act for; they begin as nobody, and whoever they leave behind on the
 * thread (they forget a person whose session changes while a request runs) is gone before the next request.
 */
public class EngineIdentityFilter extends OncePerRequestFilter {

    private final IdentityService identityService;

    public EngineIdentityFilter(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = request.getUserPrincipal();
        if (person == null || request.getServletPath().startsWith("/camunda/")) {
            identityService.clearAuthentication();
        } else {
            EngineIdentity.assume(identityService, person.getName());
        }
        try {
            chain.doFilter(request, response);
        } finally {
            identityService.clearAuthentication();
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/assets/");
    }
}
