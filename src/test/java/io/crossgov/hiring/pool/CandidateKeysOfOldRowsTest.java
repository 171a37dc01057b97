package io.crossgov.hiring.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.Test;

/** Candidates of earlier versions become persons. */
class CandidateKeysOfOldRowsTest {

    @Test
    void L8_whoever_has_one_address_becomes_one_person_and_is_held_in_every_record() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:h2:mem:old-rows")) {
            try (var sql = connection.createStatement()) {
                sql.execute(
                        "create table candidate (id uuid primary key, applicant_number varchar(40), email varchar(254),"
                                + " name varchar(200), phone varchar(40), availability varchar(20), version int default 0,"
                                + " number_key varchar(40), email_key varchar(254), name_key varchar(400), phone_key varchar(40),"
                                + " person_key varchar(700))");
                sql.execute("create table candidate_commitment (candidate_id uuid primary key, committed_at timestamp,"
                        + " person_key varchar(700) unique)");
                sql.execute("insert into candidate (id, applicant_number, email, name, phone, availability) values"
                        + " (random_uuid(), 'DU-1', 'Dana.Upton@mail.example', 'Dana', '+1 202-555-0101', 'COMMITTED'),"
                        + " (random_uuid(), 'DU-02', 'dana.upton@MAIL.example', 'Dana', null, 'COMMITTED'),"
                        + " (random_uuid(), 'DU-3', 'dana.upton@mail.example\u00A0', 'Dana', null, 'AVAILABLE'),"
                        + " (random_uuid(), 'DU-4', 'dana.upton@mail.example', 'Dana', null, 'WITHDRAWN'),"
                        + " (random_uuid(), 'B-1', 'not an address', '\u00A0', null, 'AVAILABLE')");
                sql.execute("insert into candidate_commitment select id, case applicant_number when 'DU-1' then"
                        + " timestamp '2026-03-02 10:00:00' else timestamp '2026-03-03 10:00:00' end, null"
                        + " from candidate where availability = 'COMMITTED'");
            }
            new CandidateKeysOfOldRows()
                    .execute(DatabaseFactory.getInstance()
                            .findCorrectDatabaseImplementation(new JdbcConnection(connection)));

            try (var sql = connection.createStatement()) {
                assertThat(map(sql.executeQuery("select applicant_number, availability from candidate")))
                        .containsEntry("DU-3", "COMMITTED")
                        .containsEntry("DU-4", "WITHDRAWN")
                        .containsEntry("B-1", "AVAILABLE");
                assertThat(map(sql.executeQuery("select applicant_number, person_key from candidate")))
                        .containsEntry("DU-1", "dana.upton@mail.example")
                        .containsEntry("DU-02", "dana.upton@mail.example")
                        .containsEntry("DU-3", "dana.upton@mail.example");
                assertThat(map(sql.executeQuery("select applicant_number, number_key from candidate")))
                        .containsEntry("DU-02", "du-2");
                assertThat(map(sql.executeQuery("select c.applicant_number, m.person_key from candidate c"
                                + " join candidate_commitment m on m.candidate_id = c.id")))
                        .as("the earlier of two verified selections guards the person; the later one stays")
                        .containsEntry("DU-1", "dana.upton@mail.example")
                        .containsEntry("DU-02", null);
            }
        }
    }

    private static Map<String, String> map(ResultSet rows) throws SQLException {
        var map = new LinkedHashMap<String, String>();
        while (rows.next()) {
            map.put(rows.getString(1), rows.getString(2));
        }
        return map;
    }
}
