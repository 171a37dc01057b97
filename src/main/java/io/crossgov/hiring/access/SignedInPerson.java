package io.crossgov.hiring.access;

import java.io.Serializable;
import java.security.Principal;

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
