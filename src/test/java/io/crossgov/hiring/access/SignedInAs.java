package io.crossgov.hiring.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Requests of somebody who has signed in, with the roles and the agency the directory knows. */
public final class SignedInAs {

    private SignedInAs() {}

    /** A request in that person's session, from one of our pages. */
    public static RequestPostProcessor signedInAs(String userId) {
        return request -> {
            var account = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                    .getBean(Directory.class)
                    .account(userId)
                    .orElseThrow();
            return PageToken.csrf()
                    .postProcessRequest(
                            authentication(DirectorySignIn.signedIn(account)).postProcessRequest(request));
        };
    }
}
