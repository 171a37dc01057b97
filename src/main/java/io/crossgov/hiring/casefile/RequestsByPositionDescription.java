package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.ChangeOfOldRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;

/**
 * Knows the open requests of earlier versions by their position description, as new ones are (L3): those were known by the title. Of two
 * that turn out to be for one, which earlier versions let through, the second keeps its old key: both stay, and the first guards the position.
 */
public final class RequestsByPositionDescription extends ChangeOfOldRows {

    private long changed;

    private record Row(Object id, String unique, String key, String pdNumber, String title) {}

    @Override
    public void execute(Database database) throws CustomChangeException {
        var connection = (JdbcConnection) database.getConnection();
        try (var write = connection.prepareStatement("update open_request set position_key = ? where id = ?")) {
            var taken = new HashSet<String>();
            for (var row : rows(connection)) {
                var now = PositionKey.of(Optional.of(row.pdNumber()), row.title());
                if (!now.equals(row.key()) && taken.add(row.unique() + '\n' + now)) {
                    write.setString(1, now);
                    write.setObject(2, row.id());
                    write.executeUpdate();
                    changed++;
                }
            }
        } catch (DatabaseException | SQLException failed) {
            throw new CustomChangeException("the keys of open requests could not be written", failed);
        }
    }

    private static List<Row> rows(JdbcConnection connection) throws DatabaseException, SQLException {
        var rows = new ArrayList<Row>();
        try (var read = connection.createStatement();
                var found = read.executeQuery(
                        "select r.id, r.agency || '/' || r.announcement || '/' || r.location, r.position_key, c.pd_number,"
                                + " c.position_title from open_request r join hiring_case c on c.number = r.case_number"
                                + " where c.pd_number is not null order by r.case_number")) {
            while (found.next()) {
                rows.add(new Row(
                        found.getObject(1),
                        found.getString(2),
                        found.getString(3),
                        found.getString(4),
                        found.getString(5)));
            }
        }
        return rows;
    }

    @Override
    public String getConfirmationMessage() {
        return changed + " open requests are known by their position description";
    }
}
