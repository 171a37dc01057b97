package io.crossgov.hiring.access;

import java.util.Optional;

/** The people who can sign in, with roles and agency taken from the engine's groups and tenants. */
public interface Directory {

    /** What came of a password. */
    enum Attempt {
        RIGHT,
        WRONG
    }

    /** The person with that user name, unless there is none or no role is left to them. */
    default Optional<Actor> find(String userId) {
        return account(userId).map(Account::actor);
    }

    /** As {@link #find}, with what a session has to know. */
    Optional<Account> account(String userId);

    /** Whether that is the person's password. Counts nothing: see {@link PasswordCheck}. */
    Attempt tryPassword(String userId, String password);

    /**
     * Asks before anything is changed whether that could be the person's password.
     *
     * @throws io.crossgov.hiring.common.Refusal 400 at {@code field} when it is too weak, 404 when nobody has that user name
     */
    void mustBeGood(String userId, String password, String field);

    /**
     * Gives the person another password.
     *
     * @param oneTime whether it is good only for choosing one's own
     * @param field the answer to mend when the password is not good enough
     * @throws io.crossgov.hiring.common.Refusal 400 when it is too weak, 404 when nobody has that user name
     */
    void setPassword(String userId, String password, boolean oneTime, String field);
}
