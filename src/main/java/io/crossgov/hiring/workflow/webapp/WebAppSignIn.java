package io.crossgov.hiring.workflow.webapp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/** Tells Camunda's web apps who is signed in: whoever passed our security chain. Instantiated by their filter. */
public final class WebAppSignIn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var person = request.getUserPrincipal();
        return person == null ? AuthenticationResult.unsuccessful() : AuthenticationResult.successful(person.getName());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
