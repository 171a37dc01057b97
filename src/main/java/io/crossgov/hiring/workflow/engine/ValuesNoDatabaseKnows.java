package io.crossgov.hiring.workflow.engine;

import io.crossgov.hiring.common.Refusal;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Tells what somebody sent from what went wrong here: a value that the database cannot take as what it should be, such as a day in the
 * year 999999 or a pattern that ends in a backslash, is refused as not understood. PostgreSQL and H2 name it alike, in the class 22 of SQL
 * states.
 */
public final class ValuesNoDatabaseKnows extends CommandInterceptor {

    private static final String DATA_EXCEPTION = "22";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException failure) {
            throw refusalOr(failure);
        }
    }

    /** What to tell whoever asked: a refusal where the value is to blame, else the failure itself. */
    public static ProcessEngineException refusalOr(ProcessEngineException failure) {
        return isAboutAValue(failure)
                ? new RefusedFormException(Refusal.invalid(null, EngineWords.NOT_UNDERSTOOD))
                : failure;
    }

    private static boolean isAboutAValue(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION)) {
                return true;
            }
        }
        return false;
    }
}
