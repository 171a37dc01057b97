package io.crossgov.hiring.pool;

import io.crossgov.hiring.law.Availability;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The one verified selection that holds a candidate (L8): one a person, so that a second one cannot exist. */
@Component
class CommitmentRows {

    private final JdbcTemplate jdbc;

    CommitmentRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException when another selection holds the candidate */
    void insert(UUID candidateId, String person, UUID selectionId, String agency, Instant at) {
        jdbc.update(
                "insert into candidate_commitment (candidate_id, person_key, selection_id, agency, committed_at)"
                        + " values (?, ?, ?, ?, ?)",
                candidateId,
                person,
                selectionId,
                agency,
                at.atOffset(ZoneOffset.UTC));
    }

    /** Keeps the candidate's row from everybody until the transaction ends, and says what it holds now, whatever was read before. */
    Optional<Availability> keep(UUID candidateId) {
        return jdbc
                .queryForList(
                        "select availability from candidate where id = ? for update", Availability.class, candidateId)
                .stream()
                .findFirst();
    }

    /**
     * As {@link #keep}, for all records of the person. Whoever is about to change more than one of them asks this first: always in the same
     * order, so that two who change the same person wait for each other and do not lock up.
     *
     * @return by candidate
     */
    Map<UUID, Availability> keepAll(String person) {
        var kept = new HashMap<UUID, Availability>();
        jdbc.query(
                "select id, availability from candidate where person_key = ? order by id for update",
                row -> {
                    kept.put(row.getObject("id", UUID.class), Availability.valueOf(row.getString("availability")));
                },
                person);
        return kept;
    }

    Optional<UUID> selectionOf(UUID candidateId) {
        return jdbc
                .queryForList(
                        "select selection_id from candidate_commitment where candidate_id = ?", UUID.class, candidateId)
                .stream()
                .findFirst();
    }

    /**
     * By each of these candidates, the selection that holds the person, or did until the person was hired; who is not held is left out.
     */
    Map<UUID, UUID> selectionsOf(Collection<UUID> candidateIds) {
        var holders = new HashMap<UUID, UUID>();
        if (!candidateIds.isEmpty()) {
            // What holds the record itself comes before what holds the person in another record.
            new NamedParameterJdbcTemplate(jdbc)
                    .query(
                            """
                            select c.id, k.selection_id, case when k.candidate_id = c.id then 0 else 1 end as place
                            from candidate c
                              join candidate_commitment k on k.candidate_id = c.id or k.person_key = c.person_key
                            where c.id in (:candidates) order by place""",
                            Map.of("candidates", candidateIds),
                            row -> {
                                holders.putIfAbsent(
                                        row.getObject("id", UUID.class), row.getObject("selection_id", UUID.class));
                            });
        }
        return holders;
    }

    Optional<UUID> candidateOf(UUID selectionId) {
        return jdbc
                .queryForList(
                        "select candidate_id from candidate_commitment where selection_id = ?", UUID.class, selectionId)
                .stream()
                .findFirst();
    }

    /** The selection that holds the person, whichever record it is about; none when the person was hired. */
    Optional<UUID> selectionOfPerson(String person) {
        return jdbc
                .queryForList("select selection_id from candidate_commitment where person_key = ?", UUID.class, person)
                .stream()
                .findFirst();
    }

    /** Which of these persons are held. */
    Set<String> held(Collection<String> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(new NamedParameterJdbcTemplate(jdbc)
                .queryForList(
                        "select person_key from candidate_commitment where person_key in (:persons)",
                        Map.of("persons", persons),
                        String.class));
    }

    /**
     * What holds the candidate holds this person from now on; null for nobody, because the candidate was hired.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when another selection holds that person
     */
    void becomes(UUID candidateId, String person) {
        jdbc.update("update candidate_commitment set person_key = ? where candidate_id = ?", person, candidateId);
    }

    void delete(UUID candidateId) {
        jdbc.update("delete from candidate_commitment where candidate_id = ?", candidateId);
    }
}
