package io.crossgov.hiring.access;

import java.util.Optional;

/** The people who can sign in, with roles and agency taken from the engine's groups and tenants. */
public interface Directory {

    /** What came of a password. */
    enum Attempt {
        RIGHT,
        WRONG,
        /** Not looked at: too many were wrong before. The lock opens by itself after a while. */
        LOCKED
    }

    /** The person with that sign-in name, unless there is none or no role is left to them. */
    Optional<Actor> find(String userId);

    /** Whether that is the person's password; counts failures and locks as configured. */
    Attempt tryPassword(String userId, String password);
}
