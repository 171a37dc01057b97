package io.crossgov.hiring.access;

import java.io.Serializable;
import java.security.Principal;

/** The principal of our sessions: the sign-in name is kept, the {@link Actor} is read anew for every request. */
public final class SignedInPerson implements Principal, Serializable {

    private final String userId;
    private final transient Actor actor;

    SignedInPerson(Actor actor) {
        this.userId = actor.userId();
        this.actor = actor;
    }

    @Override
    public String getName() {
        return userId;
    }

    /** The person as of this request. */
    public Actor actor() {
        return actor;
    }

    /** For expressions in controllers and pages. */
    public Actor getActor() {
        return actor;
    }
}
