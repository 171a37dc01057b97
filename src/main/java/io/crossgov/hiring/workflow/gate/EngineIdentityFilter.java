package io.crossgov.hiring.workflow.gate;

import io.crossgov.hiring.access.SignedInPerson;
import io.crossgov.hiring.workflow.engine.EngineIdentity;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * All addresses, ours and those of Camunda's web apps, use the engine as the signed-in person, never as the application: without a person
 * the engine would check nothing. Who that is and may do is what the security chain has read for this request; nobody asks again.
 */
public class EngineIdentityFilter extends OncePerRequestFilter {

    private final IdentityService identityService;

    public EngineIdentityFilter(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var person = SignedInPerson.now().map(SignedInPerson::account).map(EngineIdentity::of);
        identityService.setAuthentication(person.orElse(null));
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
