package io.crossgov.hiring.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import com.fasterxml.jackson.core.JacksonException;
import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/**
 * Writes a failure with its stack trace and without what people entered. The words of a database, of a parser and of a mail server quote
 * rows, answers and addresses, and whatever wraps such a failure quotes those words; in their place stands what names no value: the SQL
 * state and the constraint.
 */
public final class FailureWithoutValues extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return super.throwableProxyToString(new Told(failure, quotesValues(failure)));
    }

    private static boolean quotesValues(IThrowableProxy failure) {
        return failure != null
                && (isQuoting(failure)
                        || quotesValues(failure.getCause())
                        || Stream.of(failure.getSuppressed()).anyMatch(FailureWithoutValues::quotesValues));
    }

    private static boolean isQuoting(IThrowableProxy failure) {
        return thrown(failure) instanceof SQLException
                || thrown(failure) instanceof JacksonException
                || thrown(failure) instanceof MessagingException;
    }

    private static Throwable thrown(IThrowableProxy failure) {
        return failure instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
    }

    /** What may be said of a failure in place of its message. */
    private static String inPlaceOfValues(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return "SQL state " + sql.getSQLState();
        }
        if (failure instanceof ConstraintViolationException violation) {
            return "constraint " + violation.getConstraintName();
        }
        return "(message left out: it may quote what people entered)";
    }

    /** A failure as it is told. */
    private record Told(IThrowableProxy failure, boolean withoutMessage) implements IThrowableProxy {

        @Override
        public String getMessage() {
            return withoutMessage ? inPlaceOfValues(thrown(failure)) : OneLine.of(failure.getMessage());
        }

        @Override
        public String getOverridingMessage() {
            return withoutMessage ? null : OneLine.of(failure.getOverridingMessage());
        }

        @Override
        public String getClassName() {
            return failure.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return failure.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return failure.getCommonFrames();
        }

        @Override
        public IThrowableProxy getCause() {
            return told(failure.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Arrays.stream(failure.getSuppressed()).map(this::told).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return failure.isCyclic();
        }

        private IThrowableProxy told(IThrowableProxy other) {
            return other == null ? null : new Told(other, withoutMessage);
        }
    }
}
