package io.crossgov.hiring.access;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whose request is being worked on, for records that tell who caused something. Rights are checked with an {@link Actor}, never with this. */
public final class WhoseRequest {

    private WhoseRequest() {}

    /** User name of the person; empty when a clock acts, or nobody is signed in. */
    public static Optional<String> userId() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }
}
