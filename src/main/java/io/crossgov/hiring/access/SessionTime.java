package io.crossgov.hiring.access;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Since when somebody is signed in, and when that person last did something. Kept in the session; what a page asks for by itself while
 * nobody is at it counts for neither.
 */
record SessionTime(Instant signedIn, Instant lastDone) implements Serializable {

    static SessionTime begin(Instant now) {
        return new SessionTime(now, now);
    }

    SessionTime done(Instant now) {
        return new SessionTime(signedIn, now);
    }

    /** Why the session is over, if it is. */
    Optional<SessionEnd> end(SessionLimits limits, Instant now) {
        if (!now.isBefore(lastMoment(limits))) {
            return Optional.of(SessionEnd.LONGEST);
        }
        return now.isBefore(idleMoment(limits)) ? Optional.empty() : Optional.of(SessionEnd.IDLE);
    }

    /** What is left if nothing more is done. */
    Duration left(SessionLimits limits, Instant now) {
        return Duration.between(now, isLastStretch(limits) ? lastMoment(limits) : idleMoment(limits));
    }

    /** Whether the session ends next because it may last no longer, so that doing something does not help. */
    boolean isLastStretch(SessionLimits limits) {
        return !idleMoment(limits).isBefore(lastMoment(limits));
    }

    private Instant idleMoment(SessionLimits limits) {
        return lastDone.plus(limits.idle());
    }

    private Instant lastMoment(SessionLimits limits) {
        return signedIn.plus(limits.longest());
    }
}
