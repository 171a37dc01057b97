package io.crossgov.hiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.ValidationFailedException;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** Liquibase is left out where it has nothing to do, and nowhere else. */
class ChangelogNoteTest {

    private static final String ENGINES = "org/camunda/bpm/engine/db/liquibase/";

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final MockEnvironment settings = new MockEnvironment();
    private String file = "as it was";

    @Test
    void the_second_start_leaves_Liquibase_out() throws Exception {
        assertThat(startRunsLiquibase()).as("the first start").isTrue();
        assertThat(startRunsLiquibase()).isFalse();
        assertThat(jdbc.queryForList("select COLOUR from PEBBLE")).isEmpty();
    }

    @Test
    void a_changed_file_brings_it_back() throws Exception {
        startRunsLiquibase();
        file = "as it was!";
        assertThat(startRunsLiquibase()).isTrue();
        assertThat(startRunsLiquibase()).isFalse();
        file = "as it was";
        assertThat(startRunsLiquibase()).as("the version before comes back").isTrue();
    }

    @Test
    void a_changed_setting_brings_it_back() throws Exception {
        startRunsLiquibase();
        settings.setProperty("spring.liquibase.contexts", "another");
        assertThat(startRunsLiquibase()).isTrue();
        assertThat(startRunsLiquibase()).isFalse();
    }

    @Test
    void rows_of_another_version_bring_it_back() throws Exception {
        startRunsLiquibase();
        jdbc.update("insert into DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE)"
                + " values ('third', 'crossgov', 'two-changesets.yaml', now(), 3, 'EXECUTED')");
        assertThat(startRunsLiquibase()).isTrue();
        assertThat(startRunsLiquibase()).isFalse();
    }

    @Test
    void a_changeset_whose_row_is_gone_runs_again() throws Exception {
        startRunsLiquibase();
        jdbc.execute("alter table PEBBLE drop column COLOUR");
        jdbc.update("delete from DATABASECHANGELOG where ID = 'second'");

        assertThat(startRunsLiquibase()).isTrue();
        assertThat(jdbc.queryForList("select COLOUR from PEBBLE")).isEmpty();
        assertThat(startRunsLiquibase()).isFalse();
    }

    @Test
    void nothing_is_remembered_of_a_database_that_was_emptied() throws Exception {
        startRunsLiquibase();
        jdbc.execute("drop all objects");
        assertThat(startRunsLiquibase()).isTrue();
        assertThat(jdbc.queryForList("select COLOUR from PEBBLE")).isEmpty();
    }

    @Test
    void a_changeset_that_is_not_as_it_ran_ends_this_start_and_every_later_one() throws Exception {
        startRunsLiquibase();
        jdbc.update("update DATABASECHANGELOG set MD5SUM = '9:00000000000000000000000000000000' where ID = 'first'");

        for (var start = 2; start <= 3; start++) {
            assertThat(NestedExceptionUtils.getMostSpecificCause(catchThrowable(this::startRunsLiquibase)))
                    .isInstanceOf(ValidationFailedException.class);
        }
    }

    @Test
    void a_tag_of_somebody_elses_stays_and_costs_the_time_Liquibase_takes() throws Exception {
        startRunsLiquibase();
        jdbc.update("update DATABASECHANGELOG set TAG = 'before the move' where ID = 'second'");

        assertThat(startRunsLiquibase()).isTrue();
        assertThat(startRunsLiquibase()).isTrue();
        assertThat(jdbc.queryForObject("select TAG from DATABASECHANGELOG where ID = 'second'", String.class))
                .isEqualTo("before the move");
    }

    @Test
    void whoever_wants_the_tables_dropped_at_every_start_has_them_dropped() throws Exception {
        startRunsLiquibase();
        var liquibase = liquibase();
        liquibase.setDropFirst(true);
        assertThat(startRunsLiquibase(liquibase)).isTrue();
        assertThat(startRunsLiquibase(liquibase)).isTrue();
    }

    /** Of the true changelog: a file that is read and not in the checksum could be changed without anybody's notice. */
    @Test
    void every_file_that_is_read_is_in_the_checksum_and_no_changeset_wants_to_run_at_every_start() throws Exception {
        var files = new Remembered();
        try (var connection = database.getConnection()) {
            var tables =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            var liquibase =
                    new Liquibase("db/changelog/changelog.yaml", new ClassLoaderResourceAccessor(files), tables);
            liquibase.update("");
            assertThat(liquibase.getDatabaseChangeLog().getChangeSets())
                    .isNotEmpty()
                    .noneMatch(ChangeSet::isAlwaysRun);
        }
        var noted = new ArrayList<String>();
        for (var pattern : ChangelogNote.FILES) {
            for (var found : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                noted.add(found.getURL().toString());
            }
        }

        files.asked.addAll(besideTheEnginesChangelog());
        assertThat(files.asked)
                .contains("db/changelog/changelog.yaml", ENGINES + "baseline/liquibase.postgres.create.engine.sql")
                .allSatisfy(name -> assertThat(noted).anyMatch(url -> url.endsWith("/" + name)));
    }

    /** Liquibase finds these from the changelog, without asking anybody. */
    private static List<String> besideTheEnginesChangelog() throws IOException {
        var changelog = new ClassPathResource(ENGINES + "camunda-changelog.xml").getContentAsString(UTF_8);
        return Pattern.compile(" (?:path|file)=\"([^\"]+)\"")
                .matcher(changelog)
                .results()
                .flatMap(named -> Stream.of("h2", "postgres")
                        .map(database -> ENGINES + named.group(1).replace("${db.name}", database)))
                .toList();
    }

    private boolean startRunsLiquibase() throws LiquibaseException {
        return startRunsLiquibase(liquibase());
    }

    /** As Spring makes the bean. */
    private boolean startRunsLiquibase(Watched liquibase) throws LiquibaseException {
        var note = new ChangelogNote(settings, new PathMatchingResourcePatternResolver() {
            @Override
            public Resource[] getResources(String pattern) {
                return new Resource[] {new ByteArrayResource(file.getBytes(UTF_8))};
            }
        });
        liquibase.ran = false;
        note.postProcessBeforeInitialization(liquibase, "liquibase");
        liquibase.afterPropertiesSet();
        note.postProcessAfterInitialization(liquibase, "liquibase");
        return liquibase.ran;
    }

    private Watched liquibase() {
        var liquibase = new Watched();
        liquibase.setDataSource(database);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:two-changesets.yaml");
        liquibase.setDatabaseChangeLogTable("DATABASECHANGELOG");
        liquibase.setDefaultSchema("public");
        return liquibase;
    }

    private static final class Watched extends SpringLiquibase {

        private boolean ran;

        @Override
        protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
            ran = true;
            super.performUpdate(liquibase);
        }
    }

    /** Remembers which files of the application it was asked for; what Liquibase brings itself goes with its version. */
    private static final class Remembered extends ClassLoader {

        private final Set<String> asked = new TreeSet<>();

        Remembered() {
            super(ChangelogNoteTest.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            var found = super.getResources(name);
            if (found.hasMoreElements() && name.matches("(?!www\\.liquibase\\.org|META-INF|liquibase).*\\.\\w+")) {
                asked.add(name);
            }
            return found;
        }
    }
}
