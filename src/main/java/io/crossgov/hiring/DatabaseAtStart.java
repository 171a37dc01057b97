package io.crossgov.hiring;

import io.crossgov.hiring.common.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Opens the database before anything else is made, so that one which cannot be used ends the start with a sentence and not with what
 * a pool of connections has to say about it; and mends what a start that was killed has left in the embedded one.
 */
class DatabaseAtStart implements ApplicationListener<SpringApplicationEvent> {

    private static final String FILE_DATABASE = "jdbc:h2:file:";

    private static final String SUFFIX = ".mv.db";

    private static final String COPY = "looked-at";

    private static final int BLOCK = 4096;

    private static final Pattern NEWEST_PART = Pattern.compile("block:([0-9a-f]{1,12})");

    /** Bytes of a file that nothing was written to yet, at most. */
    private static final long EMPTY = 100_000;

    /** Kept until the pool has its own: the embedded database closes with its last connection, and opening it takes a while. */
    private Connection connection;

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationPreparedEvent prepared) {
            open(prepared.getApplicationContext().getEnvironment());
        } else if (event instanceof ApplicationStartedEvent || event instanceof ApplicationFailedEvent) {
            close();
        }
    }

    private void open(Environment settings) {
        var url = setting(settings, "spring.datasource.url");
        if (url.isEmpty() || isNothingForProduction(settings, url.get())) {
            // Production says itself what it needs, before it touches a database.
            return;
        }
        try {
            var file = fileOf(url.get());
            if (file.filter(DatabaseAtStart::hasContent).isPresent()) {
                lookAtACopy(settings, url.get(), file.get());
            }
            open(settings, url.get());
            if (file.isPresent()) {
                mendWhatAKilledStartLeft();
            }
        } catch (SQLException unusable) {
            throw refused(unusable);
        }
    }

    private static RuntimeException refused(SQLException unusable) {
        return DatabaseFailure.of(unusable)
                .map(sentence -> (RuntimeException) new StartRefused(sentence))
                .orElseGet(() -> new IllegalStateException("The database cannot be opened.", unusable));
    }

    private void open(Environment settings, String url) throws SQLException {
        connection = DriverManager.getConnection(
                url,
                setting(settings, "spring.datasource.username").orElse(""),
                setting(settings, "spring.datasource.password").orElse(""));
    }

    /** The file of the embedded database; empty for any other. */
    private static Optional<Path> fileOf(String url) {
        return Optional.of(url)
                .filter(address -> address.startsWith(FILE_DATABASE))
                .map(address ->
                        Path.of(address.substring(FILE_DATABASE.length()).split(";", 2)[0] + SUFFIX));
    }

    private static boolean hasContent(Path file) {
        return file.toFile().length() > EMPTY;
    }

    /**
     * Opening a file that is cut off writes to it, and ends what could still be saved of it. Read-only is no way round: a file whose
     * application was killed needs to be written before it can be read.
     */
    private void lookAtACopy(Environment settings, String url, Path file) throws SQLException {
        // One name, so that a start that is killed here leaves no more than one behind, for the next to take away.
        var copy = file.resolveSibling(COPY + SUFFIX);
        try {
            mustBeNobodyElses(file);
            mustBeWhole(file);
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            open(settings, url.replaceFirst("[^/\\\\:;]+(?=;|$)", COPY));
            mustHaveTables();
        } catch (SQLException unusable) {
            throw new StartRefused(DatabaseFailure.of(unusable).orElse(DatabaseFailure.DAMAGED));
        } catch (IOException unreadable) {
            throw new SQLException("copying the database file", null, DatabaseFailure.NOT_WRITABLE, unreadable);
        } finally {
            close();
            delete(copy);
        }
    }

    /** The head of the file names the block at which its newest part begins; a file that ends before it would open with less than was kept. */
    private static void mustBeWhole(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(2 * BLOCK), StandardCharsets.ISO_8859_1);
            var newest = NEWEST_PART
                    .matcher(head)
                    .results()
                    .mapToLong(found -> Long.parseLong(found.group(1), 16))
                    .max()
                    .orElse(0);
            if (newest * BLOCK >= Files.size(file)) {
                throw new StartRefused(DatabaseFailure.DAMAGED);
            }
        }
    }

    /** The embedded database locks its file, too; a copy made while somebody writes would look damaged. */
    private static void mustBeNobodyElses(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new StartRefused(DatabaseFailure.IN_USE);
            }
        } catch (OverlappingFileLockException ours) {
            throw new StartRefused(DatabaseFailure.IN_USE);
        }
    }

    private static void delete(Path copy) {
        copy.toFile().delete();
        copy.resolveSibling(COPY + ".trace.db").toFile().delete();
    }

    private void mustHaveTables() throws SQLException {
        if (number("select count(*) from information_schema.tables where table_schema = 'PUBLIC'") == 0) {
            throw new StartRefused(DatabaseFailure.DAMAGED);
        }
    }

    /**
     * Nobody else can have the file open, so whoever locked the changelog is gone. Without people the first start never came to its end:
     * nothing that anybody entered is lost when it begins again.
     */
    private void mendWhatAKilledStartLeft() throws SQLException {
        if (!exists("DATABASECHANGELOGLOCK")
                || number("select count(*) from DATABASECHANGELOGLOCK where LOCKED") == 0) {
            return;
        }
        try (var statement = connection.createStatement()) {
            if (exists("PERSON") && number("select count(*) from PERSON") > 0) {
                statement.executeUpdate(
                        "update DATABASECHANGELOGLOCK set LOCKED = false, LOCKGRANTED = null, LOCKEDBY = null");
            } else {
                statement.execute("drop all objects");
            }
        }
    }

    private boolean exists(String table) throws SQLException {
        try (var found = connection.getMetaData().getTables(null, null, table, null)) {
            return found.next();
        }
    }

    private long number(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                // Nothing was written over it since the start.
            }
            connection = null;
        }
    }

    private static boolean isNothingForProduction(Environment settings, String url) {
        return settings.acceptsProfiles(Profiles.of("production")) && !url.startsWith("jdbc:postgresql:");
    }

    private static Optional<String> setting(Environment settings, String name) {
        try {
            return Optional.ofNullable(settings.getProperty(name)).filter(value -> !value.isBlank());
        } catch (PlaceholderResolutionException notSet) {
            return Optional.empty();
        }
    }
}
