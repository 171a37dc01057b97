package io.crossgov.hiring.access;

import io.crossgov.hiring.common.PlainText;
import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs people in against the directory, by form or (for scripts) HTTP Basic. */
@Component
class DirectorySignIn implements AuthenticationProvider {

    static final String NO_MATCH = "That user name and password do not match.";

    private final Directory directory;
    private final PasswordCheck passwords;

    DirectorySignIn(Directory directory, PasswordCheck passwords) {
        this.directory = directory;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var answer = passwords.of(
                PlainText.of(attempt.getName()), String.valueOf(attempt.getCredentials()), addressOf(attempt));
        if (answer.pause().isPresent()) {
            throw new TooManyTries(answer);
        }
        if (!answer.right()) {
            throw new BadCredentialsException(NO_MATCH);
        }
        return directory
                .account(PlainText.of(attempt.getName()))
                .map(DirectorySignIn::signedIn)
                .orElseThrow(() -> new BadCredentialsException("That user name has no agency or role."));
    }

    /**
     * Behind the server that ends TLS, Tomcat has put the person's address in the place of that server's, if that server told it
     * ({@link AddressBehindProxy}).
     */
    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "-";
    }

    /** Nobody looked at the password. */
    static final class TooManyTries extends LockedException {

        private final transient PasswordCheck.Answer answer;

        private TooManyTries(PasswordCheck.Answer answer) {
            super(answer.whenAgain());
            this.answer = answer;
        }

        Duration pause() {
            return answer.pause().orElseThrow();
        }
    }

    static Authentication signedIn(Account account) {
        var authorities = account.actor().roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.groupId()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInPerson(account), null, List.copyOf(authorities));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
