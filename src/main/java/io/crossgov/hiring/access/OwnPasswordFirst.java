package io.crossgov.hiring.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever signed in with a password that somebody else knows chooses one's own before anything else. */
class OwnPasswordFirst extends OncePerRequestFilter {

    /** The page where one's own password is chosen. */
    static final String PAGE = "/account";

    private static final Set<String> OPEN = Set.of(PAGE, PAGE + "/password", "/sign-out", "/sign-in");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedInPerson person)
                || !person.mustChoosePassword()
                || OPEN.contains(request.getServletPath())) {
            chain.doFilter(request, response);
        } else if (ProgramRefusals.isForPrograms(request)) {
            ProgramRefusals.turnedAway(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Your password is for one time. Choose your own first, on the page " + PAGE + ".");
        } else {
            response.sendRedirect(PAGE);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return StaticFiles.isOne(request);
    }
}
