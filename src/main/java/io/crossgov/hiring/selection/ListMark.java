package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * By what a reader knows whether the candidates of a case still look as they did: which rows there are, in which state, of every table that
 * the answer is made of. Nobody is ruled on to say that nothing is new, which is what most questions of an open workbench end in. A mark
 * may change when nothing that is shown has; it never stays when anything has.
 */
@Component
class ListMark {

    /**
     * Rows of one table.
     *
     * @param key what tells a row from others on PostgreSQL, and {@code written} what tells its states
     * @param state what tells both on H2: key and version, or all that is read of a row where it has none
     * @param which of the rows, which are called {@code x}
     */
    private record Rows(String table, String key, String written, String state, String which) {

        /** PostgreSQL knows itself where a row is and who wrote it: whatever changes it puts it elsewhere, or is another writer. */
        Rows(String table, String state, String which) {
            this(table, "x.ctid", "x.xmin", state, which);
        }

        private String inOne() {
            return "select '" + table + "', encode(sha256(convert_to(string_agg(concat(" + key + ", ' ', " + written
                    + "), ',' order by " + key + "), 'UTF8')), 'hex') from " + table + " x " + which;
        }

        private String eachAlone() {
            return "select '" + table + "', cast(json_array(" + state + " null on null) as varchar) from " + table
                    + " x " + which;
        }
    }

    /** Of every table that is read; where a candidate would work is never written but together with the candidate. */
    private static final List<Rows> ALL = List.of(
            new Rows("hiring_case", "number, version", "where number = :number"),
            new Rows("case_duty_location", "place, duty_location", "where case_number = :number"),
            new Rows("case_referral", "case_number, version", "where case_number = :number"),
            new Rows("agency", "code, version", "where code = :agency"),
            new Rows("talent_pool", "announcement, version", "where announcement = :announcement"),
            new Rows("candidate", "id, version", "where announcement = :announcement"),
            // Papers are filed and never changed (L20), and of a large pool there are many: an index knows them all.
            new Rows("document", "x.id", "x.version", "id, version", "where announcement = :announcement"),
            new Rows("candidate_review", "id, version", "where case_number = :number"),
            // Of the agency's other cases only who declined it (L9).
            new Rows(
                    "candidate_review",
                    "id, version",
                    "where agency = :agency and announcement = :announcement and declined_on is not null"),
            new Rows("selection", "id, version", "where case_number = :number"),
            new Rows(
                    "selection_alternate",
                    "selection_id, place, candidate_id",
                    "where selection_id in (select id from selection where case_number = :number)"),
            // What was sustained in another case holds for the same position, and the case says which that is (L15).
            new Rows("pass_over", "id, version", "where agency = :agency and announcement = :announcement"),
            new Rows(
                    "hiring_case",
                    "number, version",
                    "where number in (select case_number from pass_over where agency = :agency and announcement = :announcement)"),
            new Rows("second_review", "id, version", "where case_number = :number"),
            new Rows("held_vacancy", "id, candidate_id, held_at", "where case_number = :number"),
            new Rows(
                    "notice",
                    "id, about_id, type, state, sent_at, last_error, reached_how, reached_on, left_untold_at",
                    "where case_number = :number and about_id is not null"));

    private static final String ON_POSTGRES = statement(Rows::inOne);
    private static final String ON_H2 = statement(Rows::eachAlone);

    private final NamedParameterJdbcTemplate jdbc;
    private final OfficeClock office;
    private final ObjectMapper json;

    /** After another start, and on another node, settings, the law's data and the words may be others. */
    private final UUID start = UUID.randomUUID();

    ListMark(NamedParameterJdbcTemplate jdbc, OfficeClock office, ObjectMapper json) {
        this.jdbc = jdbc;
        this.office = office;
        this.json = json;
    }

    /**
     * The mark of what that reader is answered; whether the reader may be is settled elsewhere. It has to be read before anything that the
     * answer is made of, and one statement sees all tables as they are at one moment: then the answer may be newer than its mark, and is
     * given once more, but never older.
     *
     * @param asked what the reader asks for
     */
    String of(CaseNumber number, Actor reader, Object... asked) {
        // A case stays with its agency and its pool.
        var known = jdbc.query(
                "select agency, announcement from hiring_case where number = :number",
                new MapSqlParameterSource("number", number.value()),
                (row, place) -> new MapSqlParameterSource("number", number.value())
                        .addValue("agency", row.getString(1))
                        .addValue("announcement", row.getString(2)));
        var state = new ArrayList<String>();
        known.stream()
                .filter(hiring -> reader.maySee((String) hiring.getValue("agency")))
                .forEach(hiring -> jdbc.query(sql(), hiring, row -> {
                    state.add(row.getString(1));
                    state.add(row.getString(2));
                }));
        return digest(List.of(
                start,
                office.today(),
                reader.userId(),
                reader.agency(),
                reader.roles().stream().sorted().toList(),
                asked,
                state));
    }

    private static String statement(Function<Rows, String> told) {
        return ALL.stream().map(told).collect(joining(" union all ", "", " order by 1, 2"));
    }

    private String sql() {
        return Boolean.TRUE.equals(jdbc.getJdbcOperations().execute((ConnectionCallback<Boolean>) ListMark::isPostgres))
                ? ON_POSTGRES
                : ON_H2;
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    }

    private String digest(Object parts) {
        try {
            return DigestUtils.md5DigestAsHex(json.writeValueAsBytes(parts));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the mark of a list cannot be written", impossible);
        }
    }
}
