package io.crossgov.hiring;

import io.crossgov.hiring.common.StartRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
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
            if (hasContent(url.get())) {
                open(settings, url.get() + ";ACCESS_MODE_DATA=r");
                mustHaveTables();
                connection.close();
            }
            open(settings, url.get());
            if (url.get().startsWith(FILE_DATABASE)) {
                mendWhatAKilledStartLeft();
            }
        } catch (SQLException unusable) {
            throw DatabaseFailure.of(unusable)
                    .map(sentence -> (RuntimeException) new StartRefused(sentence))
                    .orElseGet(() -> new IllegalStateException("The database cannot be opened.", unusable));
        }
    }

    private void open(Environment settings, String url) throws SQLException {
        connection = DriverManager.getConnection(
                url,
                setting(settings, "spring.datasource.username").orElse(""),
                setting(settings, "spring.datasource.password").orElse(""));
    }

    private static boolean hasContent(String url) {
        return url.startsWith(FILE_DATABASE)
                && Path.of(url.substring(FILE_DATABASE.length()).split(";", 2)[0] + ".mv.db")
                                .toFile()
                                .length()
                        > EMPTY;
    }

    /** A file that is cut off opens as an empty database, and writing to it would end what could still be saved of it. */
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
