package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.ChangeOfOldRows;
import io.crossgov.hiring.law.CertificateWindow;
import io.crossgov.hiring.law.PoolType;
import java.sql.SQLException;
import java.time.LocalDate;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;

/** Writes what pools are found by beside those of earlier versions: the last day (D1), and what people read of them in one line. */
public final class FindingOldPools extends ChangeOfOldRows {

    private int written;

    @Override
    public void execute(Database database) throws CustomChangeException {
        var connection = (JdbcConnection) database.getConnection();
        try (var read = connection.createStatement();
                var rows = read.executeQuery(
                        "select announcement, title, series, grade, pool_type, issued_on, open_until from talent_pool");
                var write = connection.prepareStatement(
                        "update talent_pool set last_day = ?, in_one_line = ? where announcement = ?")) {
            while (rows.next()) {
                var window = CertificateWindow.of(
                        PoolType.valueOf(rows.getString("pool_type")),
                        rows.getObject("issued_on", LocalDate.class),
                        rows.getObject("open_until", LocalDate.class));
                write.setObject(1, window.lastDay());
                write.setString(
                        2,
                        TalentPool.searchedLine(
                                rows.getString("announcement"),
                                rows.getString("title"),
                                rows.getString("series"),
                                rows.getString("grade")));
                write.setString(3, rows.getString("announcement"));
                write.addBatch();
                written++;
            }
            write.executeBatch();
        } catch (DatabaseException | SQLException failed) {
            throw new CustomChangeException("what pools are found by could not be written", failed);
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "Pools with what they are found by now: " + written;
    }
}
