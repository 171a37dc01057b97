package io.crossgov.hiring.common;

import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** Somebody else was first in the same instant: the database noticed, by a lock, a revision or a unique key, and changed nothing. */
public final class LostRace {

    private LostRace() {}

    /** What the person who was second reads, if that is what happened. */
    public static Optional<Refusal> in(Throwable failure) {
        var isLost = failure instanceof ConcurrencyFailureException
                || failure instanceof DataIntegrityViolationException
                        && failure.getCause() instanceof ConstraintViolationException violation
                        && violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE;
        return isLost
                ? Optional.of(
                        Refusal.conflict(
                                "Somebody changed this at the same moment. Nothing was saved; look at it again, then repeat your step."))
                : Optional.empty();
    }
}
