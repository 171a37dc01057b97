package io.crossgov.hiring.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The principal of our sessions: the user name is kept, the {@link Actor} is read anew for every request. */
public final class SignedInPerson implements Principal, Serializable {

    private final String userId;
    private final String passwordMark;
    private final transient Account account;

    SignedInPerson(Account account) {
        this.userId = account.actor().userId();
        this.passwordMark = account.passwordMark();
        this.account = account;
    }

    @Override
    public String getName() {
        return userId;
    }

    /** Who sent the request that this thread works on, as of that request; empty when nobody has, or nobody is signed in. */
    public static Optional<SignedInPerson> now() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedInPerson.class::isInstance)
                .map(SignedInPerson.class::cast)
                .filter(person -> person.account != null);
    }

    /** The person as of this request, and what the engine has to know. */
    public Account account() {
        return account;
    }

    /** The person as of this request. */
    public Actor actor() {
        return account.actor();
    }

    /** For expressions in controllers and pages. */
    public Actor getActor() {
        return actor();
    }

    /** Whether the person has yet to choose a password of his or her own. */
    boolean mustChoosePassword() {
        return account.oneTimePassword();
    }

    /** Whether this session began with the password that the account has now. */
    boolean beganWith(Account now) {
        return passwordMark.equals(now.passwordMark());
    }
}
