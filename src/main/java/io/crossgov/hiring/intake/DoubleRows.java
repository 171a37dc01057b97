package io.crossgov.hiring.intake;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What OPM has decided about who is the same person in a pool. */
@Component
class DoubleRows {

    private final JdbcTemplate jdbc;

    DoubleRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The decisions of one pool, for looking up pairs. */
    static final class OfPool {

        private final Map<String, Map<String, Boolean>> bySide = new HashMap<>();

        OfPool(List<DoubleDecision> decisions) {
            decisions.forEach(pair -> {
                bySide.computeIfAbsent(pair.applicantNumber(), any -> new HashMap<>())
                        .put(pair.otherApplicantNumber(), pair.same());
                bySide.computeIfAbsent(pair.otherApplicantNumber(), any -> new HashMap<>())
                        .put(pair.applicantNumber(), pair.same());
            });
        }

        /** True for one person, false for two, empty when nobody has decided. */
        Optional<Boolean> same(String one, String other) {
            return Optional.ofNullable(bySide.getOrDefault(one, Map.of()).get(other));
        }

        /** Everybody about whom something was decided together with {@code number}. */
        Set<String> withDecision(String number) {
            return new HashSet<>(bySide.getOrDefault(number, Map.of()).keySet());
        }
    }

    List<DoubleDecision> of(AnnouncementNumber announcement) {
        return jdbc.query(
                "select first_number, second_number, same_person from candidate_double where announcement = ?"
                        + " order by first_number, second_number",
                (row, index) -> new DoubleDecision(row.getString(1), row.getString(2), row.getBoolean(3)),
                announcement.value());
    }

    /** Puts a decision in the place of the one before. @param pair with its numbers in order */
    void put(AnnouncementNumber announcement, DoubleDecision pair, Actor actor, Instant at) {
        jdbc.update(
                "delete from candidate_double where announcement = ? and first_number = ? and second_number = ?",
                announcement.value(),
                pair.applicantNumber(),
                pair.otherApplicantNumber());
        jdbc.update(
                "insert into candidate_double (announcement, first_number, second_number, same_person, decided_by, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                announcement.value(),
                pair.applicantNumber(),
                pair.otherApplicantNumber(),
                pair.same(),
                actor.userId(),
                at.atOffset(ZoneOffset.UTC));
    }
}
