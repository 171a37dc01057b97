package io.crossgov.hiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.crossgov.hiring.common.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class DatabaseAtStartTest {

    private static final String LOCKED =
            "create table DATABASECHANGELOGLOCK (ID int, LOCKED boolean, LOCKGRANTED timestamp,"
                    + " LOCKEDBY varchar(255)) as select 1, true, now(), 'a machine that is gone'";

    private static final String NO_RIGHT =
            "The folder of the database cannot be written. Give this user the right to write in"
                    + " it, or start in another folder.";

    @TempDir
    private Path folder;

    @Test
    void a_second_start_in_the_same_folder_is_told_so() throws Exception {
        sql("create table CASES (ID int)");
        try (var running = FileChannel.open(folder.resolve("crossgov.mv.db"), StandardOpenOption.WRITE)) {
            running.lock();
            assertRefused("The application is already running in this folder: its database is in use. Stop it first,"
                    + " or start in another folder.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7, 10, 13})
    void a_database_that_was_cut_off_is_told_and_not_taken_for_an_empty_one(int part) throws Exception {
        sql("create table CASES (ID int, TEXT varchar) as select X, repeat('a', 1000) from system_range(1, 20000)");
        var file = folder.resolve("crossgov.mv.db");
        var cutOff = Arrays.copyOf(Files.readAllBytes(file), (int) (Files.size(file) / part));
        Files.write(file, cutOff);
        assertRefused(DatabaseFailure.DAMAGED);
        assertThat(file).as("what could still be saved").hasBinaryContent(cutOff);
    }

    @Test
    void a_file_that_is_no_database_is_told_like_a_damaged_one() throws Exception {
        Files.writeString(folder.resolve("crossgov.mv.db"), "no database".repeat(2000));
        assertRefused(DatabaseFailure.DAMAGED);
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws IOException {
        var inTheWay = Files.createFile(folder.resolve("data"));
        assertRefused(inTheWay.resolve("crossgov"), NO_RIGHT);
    }

    /** Whoever may do everything (root in a container) has no rights to take away; everybody else is told. */
    @ParameterizedTest
    @CsvSource({"r-xr-xr-x, rw-r--r--", "r-xr-xr-x, r--r--r--", "rwxr-xr-x, r--r--r--", "rwxr-xr-x, ---------"})
    void a_database_or_its_folder_that_this_user_may_not_write_is_told_and_left_as_it_is(String ofFolder, String ofFile)
            throws Exception {
        sql("create table CASES (ID int, TEXT varchar) as select X, repeat('a', 1000) from system_range(1, 2000)");
        var file = folder.resolve("crossgov.mv.db");
        var before = Files.readAllBytes(file);
        withRights(Map.of(file, ofFile, folder, ofFolder), () -> assertRefused(NO_RIGHT));
        assertThat(file).hasBinaryContent(before);
        assertThat(folder).isDirectoryNotContaining("glob:**looked-at*");
    }

    @Test
    void a_folder_in_which_this_user_may_make_no_database_is_told() throws Exception {
        withRights(Map.of(folder, "r-xr-xr-x"), () -> assertRefused(NO_RIGHT));
    }

    private static void withRights(Map<Path, String> rights, Runnable test) throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        var before = new HashMap<Path, Set<PosixFilePermission>>();
        try {
            for (var each : rights.entrySet()) {
                before.put(each.getKey(), Files.getPosixFilePermissions(each.getKey()));
                Files.setPosixFilePermissions(each.getKey(), PosixFilePermissions.fromString(each.getValue()));
            }
            assumeThat(rights.keySet()).as("somebody without every right").anyMatch(path -> !Files.isWritable(path));
            test.run();
        } finally {
            for (var each : before.entrySet()) {
                Files.setPosixFilePermissions(each.getKey(), each.getValue());
            }
        }
    }

    @Test
    void a_first_start_that_was_killed_begins_again() throws SQLException {
        sql(LOCKED);
        sql("create table ACT_RU_TASK (ID_ int)");

        start();

        assertThat(tables()).isZero();
    }

    @Test
    void a_later_start_that_was_killed_leaves_no_lock_and_loses_nothing() throws SQLException {
        sql(LOCKED);
        sql("create table PERSON (ID varchar) as select 'gsa-hr'");

        start();

        assertThat(number("select count(*) from DATABASECHANGELOGLOCK where LOCKED"))
                .isZero();
        assertThat(number("select count(*) from PERSON")).isOne();
    }

    /** What a kill leaves of a file is what stands on disk while it is in use. */
    @Test
    void a_database_whose_application_was_killed_at_work_is_opened_with_all_that_was_committed() throws Exception {
        var written = folder.resolve("written");
        try (var connection = DriverManager.getConnection(url(written), "sa", "");
                var sql = connection.createStatement()) {
            sql.execute("create table CASES (ID int, TEXT varchar)");
            for (var kill = 1; kill <= 5; kill++) {
                sql.execute("insert into CASES select X, repeat('a', 500) from system_range(1, 400)");
                sql.execute("checkpoint");
                Files.copy(
                        folder.resolve("written.mv.db"),
                        folder.resolve("crossgov.mv.db"),
                        StandardCopyOption.REPLACE_EXISTING);

                start();

                assertThat(number("select count(*) from CASES")).isEqualTo(400 * kill);
            }
        }
        assertThat(folder).isDirectoryNotContaining("glob:**looked-at*");
    }

    @Test
    void what_a_start_that_was_killed_while_it_looked_left_is_taken_away() throws Exception {
        sql("create table CASES (ID int, TEXT varchar) as select X, repeat('a', 1000) from system_range(1, 2000)");
        Files.writeString(folder.resolve("looked-at.mv.db"), "half a copy, with names in it");

        start();

        assertThat(folder).isDirectoryNotContaining("glob:**looked-at*");
        assertThat(number("select count(*) from CASES")).isEqualTo(2000);
    }

    @Test
    void a_database_that_is_encrypted_is_looked_at_with_its_key() throws Exception {
        var url = url(folder.resolve("crossgov")) + ";CIPHER=AES";
        try (var connection = DriverManager.getConnection(url, "sa", "of-the-file ");
                var sql = connection.createStatement()) {
            sql.execute(
                    "create table CASES (ID int, TEXT varchar) as select X, repeat('a', 1000) from system_range(1, 2000)");
        }
        start(url, "sa", "of-the-file ");
    }

    @Test
    void a_user_the_database_does_not_know_is_told_with_the_setting_to_look_at() throws SQLException {
        sql("create user SOMEBODY password 'secret' admin");
        sql("create table CASES (ID int, TEXT varchar) as select X, repeat('a', 1000) from system_range(1, 2000)");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start(folder.resolve("crossgov"), "nobody"))
                .withMessageContaining("spring.datasource.username");
    }

    @Test
    void a_database_that_nobody_killed_is_left_alone() throws SQLException {
        sql("create table ACT_RU_TASK (ID_ int)");

        start();

        assertThat(tables()).isOne();
    }

    @Test
    void what_a_PostgreSQL_refuses_is_told_with_the_setting_to_look_at() {
        assertThat(DatabaseFailure.of(new PSQLException("connect", PSQLState.CONNECTION_UNABLE_TO_CONNECT)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("CROSSGOV_DATABASE_URL"));
        assertThat(DatabaseFailure.of(new PSQLException("password", PSQLState.INVALID_PASSWORD)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("CROSSGOV_DATABASE_PASSWORD"));
        assertThat(DatabaseFailure.of(new PSQLException("disk", PSQLState.UNEXPECTED_ERROR)))
                .isEmpty();
    }

    @Test
    void a_full_disk_is_told_wherever_it_shows() {
        var failure = new SQLException("writing", "90031", 90031, new IOException("No space left on device"));
        assertThat(DatabaseFailure.of(new SQLException("changelog", failure)))
                .hasValue("The disk is full: the database cannot be written. Make room on it, then start again.");
    }

    private void assertRefused(String sentence) {
        assertRefused(folder.resolve("crossgov"), sentence);
    }

    private void assertRefused(Path database, String sentence) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start(database))
                .withMessage(sentence);
    }

    private void start() {
        start(folder.resolve("crossgov"));
    }

    private static void start(Path database) {
        start(database, "sa");
    }

    private static void start(Path database, String user) {
        start(url(database), user, "");
    }

    private static void start(String url, String user, String password) {
        var application = new SpringApplication(CrossGovHiringApplication.class);
        var listener = new DatabaseAtStart();
        try (var context = new GenericApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test",
                            Map.of(
                                    "spring.datasource.url",
                                    url,
                                    "spring.datasource.username",
                                    user,
                                    "spring.datasource.password",
                                    password)));
            try {
                listener.onApplicationEvent(new ApplicationPreparedEvent(application, new String[0], context));
            } finally {
                listener.onApplicationEvent(new ApplicationFailedEvent(application, new String[0], context, null));
            }
        }
    }

    private static String url(Path database) {
        return "jdbc:h2:file:" + database.toAbsolutePath() + ";TRACE_LEVEL_FILE=0";
    }

    private void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url(folder.resolve("crossgov")), "sa", "");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private long tables() throws SQLException {
        return number("select count(*) from information_schema.tables where table_schema = 'PUBLIC'");
    }

    private long number(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url(folder.resolve("crossgov")), "sa", "");
                var sql = connection.createStatement();
                var result = sql.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
