package io.crossgov.hiring.notice;

import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Since when the mail server cannot be reached, for all nodes alike: a row while it is so, and none otherwise. */
@Repository
class MailOutages {

    private static final int THE_ONE = 1;

    private final JdbcTemplate jdbc;

    MailOutages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param problem the last one, in words */
    record Outage(Instant since, Instant lastFailedAt, String problem) {}

    /** It could not be reached. The first time counts as the beginning. */
    void down(String problem, Instant now) {
        if (stillDown(problem, now)) {
            return;
        }
        try {
            jdbc.update(
                    "insert into mail_outage (id, since, last_failed_at, problem) values (?, ?, ?, ?)",
                    THE_ONE,
                    OutboxTable.time(now),
                    OutboxTable.time(now),
                    problem);
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            stillDown(problem, now);
        }
    }

    private boolean stillDown(String problem, Instant now) {
        return jdbc.update(
                        "update mail_outage set last_failed_at = ?, problem = ? where id = ?",
                        OutboxTable.time(now),
                        problem,
                        THE_ONE)
                == 1;
    }

    /** It answers again. */
    void over() {
        jdbc.update("delete from mail_outage where id = ?", THE_ONE);
    }

    /**
     * Until the transaction ends, whoever tells of an outage next waits, on whichever node. It does not depend on an outage: where no mail
     * server is configured there is none on record, and two nodes would tell of the same at once.
     */
    void hold() {
        jdbc.queryForObject("select id from mail_watch for update", Integer.class);
    }

    /** Empty while the server can be reached. */
    Optional<Outage> current() {
        return jdbc
                .query(
                        "select since, last_failed_at, problem from mail_outage",
                        (row, number) -> new Outage(
                                OutboxTable.instant(row, "since"),
                                OutboxTable.instant(row, "last_failed_at"),
                                row.getString("problem")))
                .stream()
                .findFirst();
    }
}
