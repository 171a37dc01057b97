package io.crossgov.hiring.pool;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The one verified selection that holds a candidate (L8): the key is the candidate, so that a second one cannot exist. */
@Component
class CommitmentRows {

    private final JdbcTemplate jdbc;

    CommitmentRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException when another selection holds the candidate */
    void insert(UUID candidateId, UUID selectionId, String agency, Instant at) {
        jdbc.update(
                "insert into candidate_commitment (candidate_id, selection_id, agency, committed_at) values (?, ?, ?, ?)",
                candidateId,
                selectionId,
                agency,
                at.atOffset(ZoneOffset.UTC));
    }

    Optional<UUID> selectionOf(UUID candidateId) {
        return jdbc
                .queryForList(
                        "select selection_id from candidate_commitment where candidate_id = ?", UUID.class, candidateId)
                .stream()
                .findFirst();
    }

    Optional<UUID> candidateOf(UUID selectionId) {
        return jdbc
                .queryForList(
                        "select candidate_id from candidate_commitment where selection_id = ?", UUID.class, selectionId)
                .stream()
                .findFirst();
    }

    void delete(UUID candidateId) {
        jdbc.update("delete from candidate_commitment where candidate_id = ?", candidateId);
    }
}
