package io.crossgov.hiring.access;

import io.crossgov.hiring.common.PlainText;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs people in against the directory, by form or (for scripts) HTTP Basic. */
@Component
class DirectorySignIn implements AuthenticationProvider {

    private final Directory directory;

    DirectorySignIn(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        // Nobody has such a name, and no database could be asked for it.
        if (PlainText.flaw(attempt.getName(), false).isPresent()) {
            throw noMatch();
        }
        var userId = PlainText.of(attempt.getName());
        var password = String.valueOf(attempt.getCredentials());
        switch (directory.tryPassword(userId, password)) {
            case WRONG -> throw noMatch();
            case LOCKED -> throw new LockedException("This sign-in is locked for a short time.");
            case RIGHT -> {}
        }
        return directory
                .find(userId)
                .map(DirectorySignIn::signedIn)
                .orElseThrow(() -> new BadCredentialsException("That user name has no agency or role."));
    }

    private static BadCredentialsException noMatch() {
        return new BadCredentialsException("That user name and password do not match.");
    }

    static Authentication signedIn(Actor actor) {
        var authorities = actor.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.groupId()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInPerson(actor), null, List.copyOf(authorities));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
