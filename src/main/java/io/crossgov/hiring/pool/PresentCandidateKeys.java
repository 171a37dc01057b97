package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.ChangeOfOldRows;
import java.sql.SQLException;
import java.util.Objects;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;

/**
 * Brings the keys of candidates of earlier versions to the present form, where rules have changed since they were written: those of phone
 * numbers held the extension. Who is whom was decided by e-mail address or by OPM and stays as it is; what a key is for, finding likely doubles, is
 * asked when a file is imported the next time.
 */
public final class PresentCandidateKeys extends ChangeOfOldRows {

    private static final int AT_ONCE = 500;

    private long changed;

    @Override
    public void execute(Database database) throws CustomChangeException {
        var connection = (JdbcConnection) database.getConnection();
        try (var read = connection.createStatement();
                var rows = read.executeQuery("select id, applicant_number, email, name, phone, number_key, email_key,"
                        + " name_key, phone_key from candidate");
                var write = connection.prepareStatement("update candidate set number_key = ?, email_key = ?,"
                        + " name_key = ?, phone_key = ? where id = ?")) {
            while (rows.next()) {
                var now = CandidateKeys.of(
                        rows.getString("applicant_number"),
                        rows.getString("email"),
                        rows.getString("name"),
                        rows.getString("phone"));
                var before = new CandidateKeys(
                        rows.getString("number_key"),
                        rows.getString("email_key"),
                        rows.getString("name_key"),
                        rows.getString("phone_key"));
                if (!Objects.equals(now, before)) {
                    write.setString(1, now.number());
                    write.setString(2, now.email());
                    write.setString(3, now.name());
                    write.setString(4, now.phone());
                    write.setObject(5, rows.getObject("id"));
                    write.addBatch();
                    if (++changed % AT_ONCE == 0) {
                        write.executeBatch();
                    }
                }
            }
            write.executeBatch();
        } catch (DatabaseException | SQLException failed) {
            throw new CustomChangeException("the candidates' keys could not be written", failed);
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "Candidates with their keys in the present form now: " + changed;
    }
}
