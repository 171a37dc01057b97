package io.crossgov.hiring.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the signed-in person anew for each request, so that a role taken away, a person removed or a password changed elsewhere counts at
 * once; whoever is gone is signed out.
 */
class FreshActorFilter extends OncePerRequestFilter {

    private final Directory directory;

    FreshActorFilter(Directory directory) {
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson person) {
            var context = SecurityContextHolder.createEmptyContext();
            directory
                    .account(person.getName())
                    .filter(person::beganWith)
                    .map(DirectorySignIn::signedIn)
                    .ifPresent(context::setAuthentication);
            if (context.getAuthentication() == null && request.getSession(false) != null) {
                request.getSession(false).invalidate();
            }
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.isOne(request);
    }
}
