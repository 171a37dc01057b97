package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a person in a browser reads whose form is refused. It may hold the token of a page that is older than the last sign-in or
 * sign-out, of whichever tab; our script gives forms the token of today (see {@code crossgov.js}), so this is for browsers without
 * scripts. Then the form's page is to be loaded again; whoever is not signed in signs in first, and a sign-in is tried again. All else is
 * refused for the person's role.
 */
@Component
class OldPage implements AccessDeniedHandler, ErrorViewResolver {

    private static final String SIGN_IN = "/sign-in";
    private static final String TOKEN = "_csrf";
    private static final String REFUSED = OldPage.class.getName();

    private final boolean secureCookies;

    OldPage(@Value("${server.servlet.session.cookie.secure:false}") boolean secureCookies) {
        this.secureCookies = secureCookies;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (!(denied instanceof CsrfException)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var isSignedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        var isSignIn = SIGN_IN.equals(request.getServletPath());
        // Every form of ours brings a token; a sign-in that brings none is not from here.
        if (isSignIn ? request.getParameter(TOKEN) == null : isSignedIn) {
            request.setAttribute(REFUSED, true);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (isSignedIn) {
            response.sendRedirect(WayBack.orStart(request));
        } else if (isSignIn) {
            RefusedSignIn.keepOldPage(request.getParameter("username"), response, secureCookies);
            response.sendRedirect(WayBack.signIn("error", WayBack.in(request)));
        } else {
            response.sendRedirect(WayBack.signIn("", WayBack.askedBy(request)));
        }
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return request.getAttribute(REFUSED) == null ? null : new ModelAndView("old-page", model);
    }
}
