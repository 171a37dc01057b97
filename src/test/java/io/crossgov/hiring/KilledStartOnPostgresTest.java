package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/** A first start on PostgreSQL that is killed while it makes the tables: the next one recovers by itself, and at once. */
@PostgresTest
class KilledStartOnPostgresTest {

    private static final String OWN = "killed_start";

    /** Liquibase's own lock is waited for five minutes. */
    private static final Duration AT_ONCE = Duration.ofSeconds(120);

    @Autowired
    private JdbcTemplate jdbc;

    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.datasource.username}")
    private String user;

    @Value("${spring.datasource.password}")
    private String password;

    @Value("${spring.liquibase.default-schema}")
    private String schema;

    @BeforeEach
    void an_empty_database() {
        jdbc.execute("create database " + OWN);
    }

    @AfterEach
    void which_goes_again() {
        jdbc.execute("drop database if exists " + OWN + " with (force)");
    }

    @Test
    void the_lock_goes_with_the_start_that_held_it() throws Exception {
        try (var killed = connection();
                var waiting = connection()) {
            assertThat(LockServiceFactory.getInstance()
                            .getLockService(database(killed))
                            .acquireLock())
                    .isTrue();
            assertThat(LockServiceFactory.getInstance()
                            .getLockService(database(waiting))
                            .acquireLock())
                    .as("a second start at the same time waits for the first")
                    .isFalse();
            jdbc.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + OWN
                    + "' and pid <> " + pid(waiting));
        }
        start();
    }

    @Test
    void a_lock_that_stands_in_the_table_for_ever_keeps_nobody_out() throws Exception {
        try (var before = connection();
                var sql = before.createStatement()) {
            sql.execute("create table databasechangeloglock (id int primary key, locked boolean not null,"
                    + " lockgranted timestamp, lockedby varchar(255))");
            sql.execute("insert into databasechangeloglock values (1, true, now(), 'a machine that is gone')");
        }
        start();
    }

    @Test
    void tables_that_were_begun_are_finished() throws Exception {
        try (var killed = connection();
                var liquibase = liquibase(killed)) {
            // As far as it got.
            liquibase.update(5, "");
            LockServiceFactory.getInstance().getLockService(database(killed)).acquireLock();
            jdbc.execute("select pg_terminate_backend(" + pid(killed) + ")");
        } catch (DatabaseException gone) {
            // Closing what is gone: that is what a kill leaves.
        }
        start();
    }

    /** The engine's 49 tables are one changeset: killed when they are made, and before it is noted that they are. */
    @Test
    void tables_that_nobody_has_noted_yet_are_not_there() throws Exception {
        killedBeforeItNotes("engine's tables", 0);
    }

    @Test
    void columns_that_nobody_has_noted_yet_are_not_there() throws Exception {
        killedBeforeItNotes("the last of our own changesets but one", changeSets() - 2);
    }

    /** Stopped at the note by whoever holds the table of notes; then the connection is gone. */
    private void killedBeforeItNotes(String what, int noted) throws Exception {
        try (var before = connection()) {
            var database = database(before);
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .getChangeLogService(database)
                    .init();
            if (noted > 0) {
                try (var liquibase = liquibase(connection())) {
                    liquibase.update(noted, "");
                }
            }
        }
        var threads = Executors.newSingleThreadExecutor();
        try (var holding = connection();
                var sql = holding.createStatement()) {
            holding.setAutoCommit(false);
            sql.execute("lock table databasechangelog in exclusive mode");
            var killed = threads.submit(() -> {
                try (var liquibase = liquibase(connection())) {
                    liquibase.update();
                }
                return null;
            });
            var waiting = "select count(*) from pg_stat_activity where datname = '" + OWN
                    + "' and query ilike 'insert%'" + " and wait_event_type = 'Lock'";
            await().atMost(AT_ONCE).until(() -> jdbc.queryForObject(waiting, Integer.class) == 1 || killed.isDone());
            jdbc.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + OWN
                    + "' and pid <> " + pid(holding));
            assertThatThrownBy(killed::get).as(what).isInstanceOf(ExecutionException.class);
        } finally {
            threads.shutdownNow();
        }
        start();
    }

    private int changeSets() throws Exception {
        try (var liquibase = liquibase(connection())) {
            return liquibase
                    .listUnrunChangeSets(new Contexts(), new LabelExpression())
                    .size();
        }
    }

    private void start() throws Exception {
        assertTimeoutPreemptively(AT_ONCE, () -> {
            try (var liquibase = liquibase(connection())) {
                liquibase.update();
            }
        });
        try (var after = connection();
                var sql = after.createStatement();
                var tables = sql.executeQuery(
                        "select count(*) from information_schema.tables where table_name in ('hiring_case', 'act_ru_task')")) {
            tables.next();
            assertThat(tables.getInt(1)).isEqualTo(2);
        }
    }

    private Liquibase liquibase(Connection connection) throws Exception {
        return new Liquibase("db/changelog/changelog.yaml", new ClassLoaderResourceAccessor(), database(connection));
    }

    private Database database(Connection connection) throws Exception {
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setDefaultSchemaName(schema);
        return database;
    }

    private Connection connection() throws Exception {
        return DriverManager.getConnection(url.replaceFirst("/[^/?]+(?=\\?|$)", "/" + OWN), user, password);
    }

    private static int pid(Connection connection) throws Exception {
        try (var sql = connection.createStatement();
                var own = sql.executeQuery("select pg_backend_pid()")) {
            own.next();
            return own.getInt(1);
        }
    }
}
