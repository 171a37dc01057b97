package io.crossgov.hiring.common;

import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** A disk that is full: nobody's mistake who sends something, and no reason to believe that the server is not there. */
public final class NoRoom {

    /** PostgreSQL's disk is full; H2 tells by the operating system's words. */
    private static final String DATABASE_DISK_FULL = "53100";

    private NoRoom() {}

    /** Whether this failed because a disk is full. */
    public static boolean in(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .anyMatch(each -> each instanceof SQLException sql && DATABASE_DISK_FULL.equals(sql.getSQLState())
                        || (each instanceof IOException || each instanceof SQLException)
                                && tellsOfIt(String.valueOf(each.getMessage())));
    }

    private static boolean tellsOfIt(String message) {
        return message.contains("No space left on device")
                || message.contains("Disk quota exceeded")
                || message.contains("There is not enough space on the disk");
    }

    /** 507, for whoever sent a file. */
    public static Refusal forFiles() {
        return Refusal.noRoom("The server has no room left for files, so yours was not stored and nothing was changed."
                + " Please tell whoever runs it, and upload the file again later.");
    }

    /** 507, for anything else that could not be written. */
    static Refusal forAnything() {
        return Refusal.noRoom(
                "The server's disk is full, so nothing was saved. Please tell whoever runs it, and try again later.");
    }
}
