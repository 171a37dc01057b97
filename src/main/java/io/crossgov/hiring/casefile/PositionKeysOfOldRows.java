package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.ChangeOfOldRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;
import liquibase.exception.ValidationErrors;

/**
 * Brings the keys by which earlier versions knew a position to the present form: they took a decomposed accent for a space, so that one title
 * had two keys, and later ones told some capitals apart. A row is changed only where its key was made of the title that the case has today. Of two open requests that turn out to be for
 * one position and location, which earlier versions let through (L3), the second keeps its old key: both stay, and the first guards the position.
 */
public final class PositionKeysOfOldRows extends ChangeOfOldRows {

    private static final Set<String> TABLES = Set.of("open_request", "pass_over");
    private static final int LONGEST_KEY = 200;

    private String table;
    private long changed;

    /** @param table {@code open_request} or {@code pass_over} */
    public void setTable(String table) {
        this.table = table;
    }

    private record Row(Object id, String unique, String key, String title) {

        String at(String other) {
            return unique + '\n' + other;
        }
    }

    @Override
    public void execute(Database database) throws CustomChangeException {
        var connection = (JdbcConnection) database.getConnection();
        try (var write = connection.prepareStatement("update " + table + " set position_key = ? where id = ?")) {
            var rows = rows(connection);
            var taken = new HashSet<String>();
            rows.forEach(row -> taken.add(row.at(row.key())));
            for (var row : rows) {
                var now = PositionKey.of(row.title());
                if (isToChange(row, now) && taken.add(row.at(now))) {
                    taken.remove(row.at(row.key()));
                    write.setString(1, now);
                    write.setObject(2, row.id());
                    write.executeUpdate();
                    changed++;
                }
            }
        } catch (DatabaseException | SQLException failed) {
            throw new CustomChangeException("the keys of positions could not be written", failed);
        }
    }

    private static boolean isToChange(Row row, String now) {
        var wasMadeOfTheTitle = row.key().equals(before(row.title()))
                || PositionKey.of(row.key()).equals(now);
        return !row.key().equals(now) && wasMadeOfTheTitle && now.length() <= LONGEST_KEY;
    }

    /** As the earliest versions made it. */
    private static String before(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private List<Row> rows(JdbcConnection connection) throws DatabaseException, SQLException {
        var unique = table.equals("open_request")
                ? "t.agency || '/' || t.announcement || '/' || t.location"
                : "cast(t.id as varchar(36))";
        var rows = new ArrayList<Row>();
        try (var read = connection.createStatement();
                var found = read.executeQuery("select t.id, " + unique + ", t.position_key, c.position_title from "
                        + table + " t join hiring_case c on c.number = t.case_number order by t.case_number")) {
            while (found.next()) {
                rows.add(new Row(found.getObject(1), found.getString(2), found.getString(3), found.getString(4)));
            }
        }
        return rows;
    }

    @Override
    public String getConfirmationMessage() {
        return changed + " keys of positions in " + table + " have the present form";
    }

    @Override
    public ValidationErrors validate(Database database) {
        var errors = new ValidationErrors();
        if (table == null || !TABLES.contains(table)) {
            errors.addError("There is no table with keys of positions called " + table + ".");
        }
        return errors;
    }
}
