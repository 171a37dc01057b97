package io.crossgov.hiring.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.Test;

/** Positions of earlier versions are known by the present form of their titles. */
class PositionKeysOfOldRowsTest {

    private static final String DECOMPOSED = Normalizer.normalize("R\u00E9sum\u00E9 Reviewer", Normalizer.Form.NFD);

    @Test
    void L3_a_title_has_one_key_however_its_accents_were_typed() throws Exception {
        try (var connection = database("keys")) {
            put(connection, "XGH-2026-000001", DECOMPOSED, "re sume reviewer", "Remote");
            put(
                    connection,
                    "XGH-2026-000002",
                    "R\u00E9sum\u00E9\u00A0Reviewer",
                    "r\u00E9sum\u00E9 reviewer",
                    "Denver, CO");
            put(connection, "XGH-2026-000003", "\uFB01eld\u2014Auditor", "\uFB01eld auditor", "Remote");
            put(connection, "XGH-2026-000004", "\u0130stanbul Liaison", "i\u0307stanbul liaison", "Remote");
            change(connection, "open_request");

            assertThat(keys(connection, "open_request"))
                    .containsEntry("XGH-2026-000001", "r\u00E9sum\u00E9 reviewer")
                    .containsEntry("XGH-2026-000004", "istanbul liaison")
                    .containsEntry("XGH-2026-000002", "r\u00E9sum\u00E9 reviewer")
                    .containsEntry("XGH-2026-000003", "field auditor");
            assertThat(keys(connection, "pass_over")).containsEntry("XGH-2026-000001", "re sume reviewer");
            change(connection, "pass_over");
            assertThat(keys(connection, "pass_over")).containsEntry("XGH-2026-000001", "r\u00E9sum\u00E9 reviewer");
        }
    }

    @Test
    void L3_of_two_that_turn_out_to_be_one_both_stay_and_one_guards_the_position() throws Exception {
        try (var connection = database("two")) {
            put(connection, "XGH-2026-000001", DECOMPOSED, "re sume reviewer", "Remote");
            put(connection, "XGH-2026-000002", "R\u00E9sum\u00E9 Reviewer", "r\u00E9sum\u00E9 reviewer", "Remote");
            change(connection, "open_request");

            assertThat(keys(connection, "open_request"))
                    .containsEntry("XGH-2026-000001", "re sume reviewer")
                    .containsEntry("XGH-2026-000002", "r\u00E9sum\u00E9 reviewer");
        }
    }

    @Test
    void L15_what_was_filed_for_a_title_that_has_changed_since_is_left_as_it_is() throws Exception {
        try (var connection = database("changed")) {
            put(connection, "XGH-2026-000001", "Analyst", "re sume reviewer", "Remote");
            change(connection, "pass_over");

            assertThat(keys(connection, "pass_over")).containsEntry("XGH-2026-000001", "re sume reviewer");
        }
    }

    @Test
    void L3_open_requests_are_known_by_the_position_description_and_of_two_for_one_the_first_guards_it()
            throws Exception {
        try (var connection = database("described")) {
            for (var number : List.of("XGH-2026-000001", "XGH-2026-000002", "XGH-2026-000003")) {
                put(connection, number, "Analyst " + number, "analyst " + number, "Remote");
            }
            try (var sql = connection.createStatement()) {
                sql.execute("alter table hiring_case add column pd_number varchar(40)");
                sql.execute("update hiring_case set pd_number = 'PD-7' where number <> 'XGH-2026-000003'");
            }
            new RequestsByPositionDescription()
                    .execute(DatabaseFactory.getInstance()
                            .findCorrectDatabaseImplementation(new JdbcConnection(connection)));

            assertThat(keys(connection, "open_request"))
                    .containsEntry("XGH-2026-000001", "pd:pd 7")
                    .containsEntry("XGH-2026-000002", "analyst XGH-2026-000002")
                    .containsEntry("XGH-2026-000003", "analyst XGH-2026-000003");
        }
    }

    private static Connection database(String name) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:h2:mem:position-" + name);
        try (var sql = connection.createStatement()) {
            sql.execute("create table hiring_case (number varchar(15) primary key, position_title varchar(200))");
            sql.execute("create table open_request (id uuid primary key, case_number varchar(15), agency varchar(32),"
                    + " announcement varchar(64), position_key varchar(200), location varchar(200),"
                    + " unique (agency, announcement, position_key, location))");
            sql.execute(
                    "create table pass_over (id uuid primary key, case_number varchar(15), position_key varchar(200))");
        }
        return connection;
    }

    private static void put(Connection connection, String number, String title, String key, String location)
            throws SQLException {
        try (var hiring = connection.prepareStatement("insert into hiring_case values (?, ?)");
                var request = connection.prepareStatement(
                        "insert into open_request values (random_uuid(), ?, 'GSA', 'CGA-1', ?, ?)");
                var passOver = connection.prepareStatement("insert into pass_over values (random_uuid(), ?, ?)")) {
            hiring.setString(1, number);
            hiring.setString(2, title);
            hiring.execute();
            request.setString(1, number);
            request.setString(2, key);
            request.setString(3, location);
            request.execute();
            passOver.setString(1, number);
            passOver.setString(2, key);
            passOver.execute();
        }
    }

    private static void change(Connection connection, String table) throws Exception {
        var change = new PositionKeysOfOldRows();
        change.setTable(table);
        assertThat(change.validate(null).hasErrors()).isFalse();
        change.execute(DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
    }

    private static Map<String, String> keys(Connection connection, String table) throws SQLException {
        var keys = new LinkedHashMap<String, String>();
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery("select case_number, position_key from " + table)) {
            while (rows.next()) {
                keys.put(rows.getString(1), rows.getString(2));
            }
        }
        return keys;
    }
}
