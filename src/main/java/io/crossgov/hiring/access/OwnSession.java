package io.crossgov.hiring.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Lets the session in which a person chose another password go on, while all others of that person end. */
@Component
public class OwnSession {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Directory directory;

    OwnSession(Directory directory) {
        this.directory = directory;
    }

    /** Under a new id, so that who knew the old one is out. */
    public void goesOn(HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) == null) {
            return;
        }
        directory.account(request.getUserPrincipal().getName()).ifPresent(account -> {
            request.changeSessionId();
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(DirectorySignIn.signedIn(account));
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
        });
    }
}
