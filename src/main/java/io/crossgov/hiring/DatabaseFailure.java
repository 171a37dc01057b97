package io.crossgov.hiring;

import java.sql.SQLException;
import java.util.Optional;

/** What is wrong with a database that cannot be used, in words for whoever started the application. */
final class DatabaseFailure {

    static final String DAMAGED =
            "The database file is damaged or was written by another version. Put back a copy of it,"
                    + " or begin afresh with --crossgov.start-afresh=true; that deletes all cases in it.";

    static final String IN_USE =
            "The application is already running in this folder: its database is in use. Stop it first,"
                    + " or start in another folder.";

    /** The embedded database's code for a file it cannot write. */
    static final int NOT_WRITABLE = 90031;

    private DatabaseFailure() {}

    /** Empty for what has no better words than the database's own. */
    static Optional<String> of(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException told) {
                var sentence = isPostgres(told) ? ofPostgres(told.getSQLState()) : ofFile(told);
                if (sentence != null) {
                    return Optional.of(sentence);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isPostgres(SQLException failure) {
        return failure.getClass().getName().startsWith("org.postgresql.");
    }

    /** Codes of the embedded database, whose own words name the file. */
    private static String ofFile(SQLException failure) {
        if (isDiskFull(failure)) {
            return "The disk is full: the database cannot be written. Make room on it, then start again.";
        }
        return switch (failure.getErrorCode()) {
            case 90020 -> IN_USE;
            case 90030, 90050, 90048 -> DAMAGED;
            case 90028, NOT_WRITABLE, 90062, 90097 ->
                "The folder of the database cannot be written. Give this user the right to write in it,"
                        + " or start in another folder.";
            case 28000 ->
                "The database does not let the application in. Look at spring.datasource.username and"
                        + " spring.datasource.password.";
            default -> null;
        };
    }

    private static boolean isDiskFull(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }

    /** Classes of SQL states, as PostgreSQL documents them. */
    private static String ofPostgres(String state) {
        return switch (state == null ? "" : state) {
            case "08001", "08004", "08006" ->
                "The database does not answer. See that PostgreSQL is running and that"
                        + " CROSSGOV_DATABASE_URL is its address.";
            case "28P01", "28000" ->
                "The database does not let the application in. Look at CROSSGOV_DATABASE_USER and"
                        + " CROSSGOV_DATABASE_PASSWORD.";
            case "3D000" -> "There is no database of that name. Look at CROSSGOV_DATABASE_URL.";
            case "53100" -> "The database's disk is full. Make room on it, then start again.";
            case "57P03" -> "The database is still starting. Try again in a moment.";
            default -> null;
        };
    }
}
