package io.crossgov.hiring.selection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of a returned certificate, written in one statement however many candidates are on it. */
@Component
class CertificateDecisions {

    private final JdbcTemplate jdbc;

    CertificateDecisions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns travel as arrays: a batch would take a statement for each hundred rows. */
    void write(UUID selectionId, List<CertificateDecision> decisions) {
        jdbc.update(
                """
                insert into certificate_decision (selection_id, candidate_id, outcome, alternate_rank)
                select cast(? as uuid), returned.candidate_id, returned.outcome, returned.alternate_rank
                from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as integer array))
                    as returned (candidate_id, outcome, alternate_rank)""",
                statement -> {
                    var connection = statement.getConnection();
                    statement.setObject(1, selectionId);
                    statement.setArray(2, column(connection, "uuid", decisions, CertificateDecision::candidateId));
                    statement.setArray(3, column(connection, "varchar", decisions, decision -> decision.outcome()
                            .name()));
                    statement.setArray(4, column(connection, "integer", decisions, CertificateDecision::alternateRank));
                });
    }

    private static Array column(
            Connection connection,
            String type,
            List<CertificateDecision> decisions,
            Function<CertificateDecision, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, decisions.stream().map(value).toArray());
    }
}
