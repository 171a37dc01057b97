package io.crossgov.hiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.util.LiquibaseUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Leaves Liquibase out of a start that has nothing for it to do: after it has run to its end, a checksum of all it read, and of the rows by
 * which it remembers what ran, is its tag of the last of these rows. Where that is still so, reading all files again would find nothing.
 * A file, a setting or a row that is not as it was, and whatever cannot be read, is for Liquibase, with its lock and its validation.
 */
@Component
class ChangelogNote implements BeanPostProcessor {

    /** All that our changelog includes, the engine's with it. */
    static final List<String> FILES =
            List.of("classpath*:db/changelog/**", "classpath*:org/camunda/bpm/engine/db/liquibase/**");

    /** How our tags begin; others are somebody's own and stay. */
    static final String OURS = "whole:";

    private static final Logger LOG = LoggerFactory.getLogger(ChangelogNote.class);

    private final Environment settings;
    private final ResourcePatternResolver resources;
    private boolean noted;

    @Autowired
    ChangelogNote(Environment settings) {
        this(settings, new PathMatchingResourcePatternResolver());
    }

    ChangelogNote(Environment settings, ResourcePatternResolver resources) {
        this.settings = settings;
        this.resources = resources;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase && !hasOrders(liquibase)) {
            noted = isNoted(liquibase);
            if (noted) {
                LOG.info("The tables are those of this version.");
                liquibase.setShouldRun(false);
            }
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase && !noted) {
            note(liquibase);
        }
        return bean;
    }

    /** Whether it is told to do something at every start. */
    private static boolean hasOrders(SpringLiquibase liquibase) {
        return liquibase.isDropFirst() || liquibase.isClearCheckSums() || liquibase.isTestRollbackOnUpdate();
    }

    private boolean isNoted(SpringLiquibase liquibase) {
        try (var connection = liquibase.getDataSource().getConnection()) {
            return state(connection, liquibase).equals(lastTag(connection, liquibase));
        } catch (SQLException noRowsYet) {
            return false;
        }
    }

    private void note(SpringLiquibase liquibase) {
        try (var connection = liquibase.getDataSource().getConnection();
                var tag = connection.prepareStatement("update " + table(liquibase)
                        + " set TAG = ? where (TAG is null or"
                        + " TAG like '" + OURS + "%' and TAG <> ?) and ORDEREXECUTED = (select max(ORDEREXECUTED) from "
                        + table(liquibase) + ")")) {
            var state = state(connection, liquibase);
            tag.setString(1, state);
            tag.setString(2, state);
            tag.executeUpdate();
        } catch (SQLException lost) {
            throw new BeanCreationException("what the tables are made of cannot be noted", lost);
        }
    }

    private static String lastTag(Connection connection, SpringLiquibase liquibase) throws SQLException {
        try (var sql = connection.createStatement();
                var last = sql.executeQuery(
                        "select TAG from " + table(liquibase) + " order by ORDEREXECUTED desc fetch first row only")) {
            return last.next() ? last.getString(1) : null;
        }
    }

    private String state(Connection connection, SpringLiquibase liquibase) throws SQLException {
        var sum = sha256();
        try {
            add(sum, LiquibaseUtil.getBuildVersion());
            Binder.get(settings)
                    .bind("spring.liquibase", Bindable.mapOf(String.class, String.class))
                    .ifBound(set -> add(sum, new TreeMap<>(set).toString()));
            addFiles(sum);
        } catch (IOException unreadable) {
            throw new BeanCreationException("the changelog cannot be read", unreadable);
        }
        addRows(sum, connection, liquibase);
        return OURS + HexFormat.of().formatHex(sum.digest());
    }

    private void addFiles(MessageDigest sum) throws IOException {
        for (var pattern : FILES) {
            var files = List.of(resources.getResources(pattern)).stream()
                    .filter(Resource::isReadable)
                    .sorted(Comparator.comparing(ChangelogNote::name))
                    .toList();
            for (var file : files) {
                add(sum, name(file));
                sum.update(file.getContentAsByteArray());
            }
        }
    }

    /** In the order in which they ran; dates and machines are of no account. */
    private static void addRows(MessageDigest sum, Connection connection, SpringLiquibase liquibase)
            throws SQLException {
        try (var sql = connection.createStatement();
                var ran = sql.executeQuery("select ID, AUTHOR, FILENAME, MD5SUM from " + table(liquibase)
                        + " order by ORDEREXECUTED, ID, AUTHOR, FILENAME")) {
            while (ran.next()) {
                for (int column = 1; column <= 4; column++) {
                    add(sum, String.valueOf(ran.getString(column)));
                }
            }
        }
    }

    private static String table(SpringLiquibase liquibase) {
        var schema = StringUtils.hasText(liquibase.getLiquibaseSchema())
                ? liquibase.getLiquibaseSchema()
                : liquibase.getDefaultSchema();
        return (StringUtils.hasText(schema) ? schema + "." : "") + liquibase.getDatabaseChangeLogTable();
    }

    private static String name(Resource file) {
        return String.valueOf(file.getFilename());
    }

    private static void add(MessageDigest sum, String word) {
        sum.update(word.getBytes(StandardCharsets.UTF_8));
        sum.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException unthinkable) {
            throw new IllegalStateException(unthinkable);
        }
    }
}
