package io.crossgov.hiring.common;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** Somebody else was first in the same instant: the database noticed, by a lock, a revision or a key, and changed nothing. */
public final class LostRace {

    /** A unique key that is taken, a row that is gone or held by another: SQL states of PostgreSQL and H2. */
    private static final Set<String> KEYS = Set.of("23505", "23503", "23506");

    private LostRace() {}

    /** What the person who was second reads, if that is what happened. */
    public static Optional<Refusal> in(Throwable failure) {
        return isOne(failure)
                ? Optional.of(
                        Refusal.conflict(
                                "Somebody changed this at the same moment. Nothing was saved; look at it again, then repeat your step."))
                : Optional.empty();
    }

    /** What the person who was second reads, if that is what happened; otherwise the failure: nobody is blamed who did nothing. */
    public static RuntimeException orFailure(RuntimeException failure, Refusal whenLost) {
        return isOne(failure) ? whenLost : failure;
    }

    private static boolean isOne(Throwable failure) {
        return failure instanceof ConcurrencyFailureException
                || (failure instanceof DataIntegrityViolationException
                                || failure instanceof ConstraintViolationException)
                        && Stream.iterate(failure, each -> each != null, Throwable::getCause)
                                .anyMatch(each -> each instanceof SQLException sql && KEYS.contains(sql.getSQLState()));
    }
}
