package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.ChangeOfOldRows;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;

/**
 * Gives the candidates of earlier versions their keys: whoever has the same e-mail address is one person, in all pools, and whoever is held
 * by a verified selection is held in every record. Two verified selections of one person, which earlier versions let through, both stay;
 * the person's key guards the earlier one.
 */
public final class CandidateKeysOfOldRows extends ChangeOfOldRows {

    private long keyed;

    @Override
    public void execute(Database database) throws CustomChangeException {
        var connection = (JdbcConnection) database.getConnection();
        try {
            keys(connection);
            commitments(connection);
            try (var held =
                    connection.prepareStatement("update candidate set availability = 'COMMITTED', version = version + 1"
                            + " where availability = 'AVAILABLE' and person_key in"
                            + " (select person_key from candidate_commitment where person_key is not null)")) {
                held.executeUpdate();
            }
        } catch (DatabaseException | SQLException failed) {
            throw new CustomChangeException("the candidates' keys could not be written", failed);
        }
    }

    private void keys(JdbcConnection connection) throws DatabaseException, SQLException {
        try (var read = connection.createStatement();
                var rows = read.executeQuery("select id, applicant_number, email, name, phone from candidate");
                var write =
                        connection.prepareStatement("update candidate set number_key = ?, email_key = ?, name_key = ?,"
                                + " phone_key = ?, person_key = ? where id = ?")) {
            while (rows.next()) {
                var keys = CandidateKeys.of(
                        rows.getString("applicant_number"),
                        rows.getString("email"),
                        rows.getString("name"),
                        rows.getString("phone"));
                write.setString(1, keys.number());
                write.setString(2, keys.email());
                write.setString(3, keys.name());
                write.setString(4, keys.phone());
                write.setString(5, keys.email());
                write.setObject(6, rows.getObject("id"));
                write.addBatch();
                if (++keyed % 500 == 0) {
                    write.executeBatch();
                }
            }
            write.executeBatch();
        }
    }

    /** Of a person's commitments the earliest gets the key; whoever was hired may be held again. */
    private static void commitments(JdbcConnection connection) throws DatabaseException, SQLException {
        Map<String, Object> holders = new HashMap<>();
        try (var read = connection.createStatement();
                var rows = read.executeQuery("select c.id, c.person_key from candidate_commitment m join candidate c"
                        + " on c.id = m.candidate_id where c.availability = 'COMMITTED' order by m.committed_at")) {
            while (rows.next()) {
                holders.putIfAbsent(rows.getString("person_key"), rows.getObject("id"));
            }
        }
        try (PreparedStatement write =
                connection.prepareStatement("update candidate_commitment set person_key = ? where candidate_id = ?")) {
            for (var holder : holders.entrySet()) {
                write.setString(1, holder.getKey());
                write.setObject(2, holder.getValue());
                write.executeUpdate();
            }
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "Candidates with their keys now: " + keyed;
    }
}
