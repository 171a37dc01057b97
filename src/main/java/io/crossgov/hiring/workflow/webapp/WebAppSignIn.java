package io.crossgov.hiring.workflow.webapp;

import io.crossgov.hiring.access.Account;
import io.crossgov.hiring.access.SignedInPerson;
import io.crossgov.hiring.workflow.engine.EngineIdentity;
import io.crossgov.hiring.workflow.people.EngineSetUp;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells Camunda's web apps who is signed in: whoever passed our security chain, as of this request. Stands in the place of their own
 * filter, which reads person, groups, tenants and rights anew with each request and keeps them in the session for the next.
 */
final class WebAppSignIn extends OncePerRequestFilter {

    /** The name of their filter: they leave theirs out where one of that name is there. */
    static final String NAME = "Authentication Filter";

    private final String engine;

    /** @param engine name of the engine */
    WebAppSignIn(String engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentications = new Authentications();
        SignedInPerson.now()
                .map(SignedInPerson::account)
                .map(this::authentication)
                .ifPresent(authentications::addOrReplace);
        Authentications.setCurrent(authentications);
        try {
            chain.doFilter(request, response);
        } finally {
            Authentications.clearCurrent();
        }
    }

    private UserAuthentication authentication(Account account) {
        var identity = EngineIdentity.of(account);
        var authentication = new UserAuthentication(identity.getUserId(), engine);
        authentication.setGroupIds(identity.getGroupIds());
        authentication.setTenantIds(identity.getTenantIds());
        authentication.setAuthorizedApps(
                EngineSetUp.applicationsOf(account.actor().roles()));
        return authentication;
    }
}
