package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.CaseNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The table behind the outbox. Each statement that changes a state names the state it expects, so that of two nodes only one
 * gets its way.
 */
@Repository
class OutboxTable {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String LINE =
            "id, type, case_number, agency, recipient_name, recipient_email, subject, written_at, state, attempts, sent_at, last_error";

    private final JdbcTemplate jdbc;

    OutboxTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What lists are narrowed to; null for all. */
    record Filter(CaseNumber caseNumber, NoticeType type, NoticeState state) {

        private String where(List<Object> values) {
            var conditions = new ArrayList<String>();
            if (caseNumber != null) {
                conditions.add("case_number = ?");
                values.add(caseNumber.value());
            }
            if (type != null) {
                conditions.add("type = ?");
                values.add(type.name());
            }
            if (state != null) {
                conditions.add("state = ?");
                values.add(state.name());
            }
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }

    /** A message in the hands of one worker. */
    record Claimed(
            UUID id,
            NoticeType type,
            String recipientName,
            String recipientEmail,
            String replyTo,
            String subject,
            String body,
            Instant writtenAt,
            int attempts) {}

    /**
     * Writes a message in the transaction in hand.
     *
     * @return whether it was written; not, when this recipient already has the message of this occasion, also when another
     *     transaction writes it in this very moment
     */
    boolean insert(Draft draft, Message message, Instant now) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            // A failed statement would make PostgreSQL refuse everything after it; the savepoint keeps the caller's
            // work.
            var before = connection.setSavepoint();
            try (var insert = prepare(connection, draft, message, now)) {
                insert.executeUpdate();
                connection.releaseSavepoint(before);
                return true;
            } catch (SQLException refused) {
                if (!UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                    throw refused;
                }
                connection.rollback(before);
                return false;
            }
        }));
    }

    private static PreparedStatement prepare(Connection connection, Draft draft, Message message, Instant now)
            throws SQLException {
        var insert = connection.prepareStatement(
                """
                insert into notice (id, type, case_number, agency, selection_id, occasion, recipient_name, recipient_email,
                                    reply_to, subject, body, written_at, state, attempts, next_attempt_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, ?)""");
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, draft.type().name());
        insert.setString(3, draft.caseNumber().value());
        insert.setString(4, draft.agency());
        insert.setObject(5, draft.selectionId());
        insert.setString(6, draft.occasion());
        insert.setString(7, draft.to().name());
        insert.setString(8, draft.to().email());
        insert.setString(9, draft.replyTo());
        insert.setString(10, message.subject());
        insert.setString(11, message.body());
        insert.setObject(12, time(now));
        insert.setObject(13, time(now));
        return insert;
    }

    /** Messages to be sent now, oldest first. */
    List<UUID> due(Instant now, int limit) {
        return jdbc.queryForList(
                "select id from notice where state = 'QUEUED' and next_attempt_at <= ? order by written_at, id limit ?",
                UUID.class,
                time(now),
                limit);
    }

    /** Takes a message for one worker; empty when another one has it. */
    Optional<Claimed> claim(UUID id, String worker, Instant until) {
        var taken = jdbc.update(
                """
                update notice set state = 'SENDING', claimed_by = ?, claimed_until = ?, attempts = attempts + 1
                where id = ? and state = 'QUEUED'""",
                worker,
                time(until),
                id);
        return taken == 0
                ? Optional.empty()
                : jdbc
                        .query(
                                "select * from notice where id = ?",
                                (row, number) -> new Claimed(
                                        row.getObject("id", UUID.class),
                                        NoticeType.valueOf(row.getString("type")),
                                        row.getString("recipient_name"),
                                        row.getString("recipient_email"),
                                        row.getString("reply_to"),
                                        row.getString("subject"),
                                        row.getString("body"),
                                        instant(row, "written_at"),
                                        row.getInt("attempts")),
                                id)
                        .stream()
                        .findFirst();
    }

    /** The mail server has it. Holds also when the lease ran out meanwhile, as long as nobody decided otherwise. */
    void sent(UUID id, String worker, Instant at) {
        jdbc.update(
                """
                update notice set state = 'SENT', sent_at = ?, last_error = null, claimed_by = null, claimed_until = null
                where id = ? and claimed_by = ? and state in ('SENDING', 'UNCERTAIN')""",
                time(at),
                id,
                worker);
    }

    /** It surely was not sent; it is tried again at {@code next}. */
    void retry(UUID id, String worker, Instant next, String problem) {
        jdbc.update(
                """
                update notice set state = 'QUEUED', next_attempt_at = ?, last_error = ?, claimed_by = null, claimed_until = null
                where id = ? and claimed_by = ? and state in ('SENDING', 'UNCERTAIN')""",
                time(next),
                problem,
                id,
                worker);
    }

    /** It is not tried again by itself; {@code state} is FAILED or UNCERTAIN. */
    void giveUp(UUID id, String worker, NoticeState state, String problem) {
        jdbc.update(
                """
                update notice set state = ?, last_error = ?, claimed_by = null, claimed_until = null
                where id = ? and claimed_by = ? and state in ('SENDING', 'UNCERTAIN')""",
                state.name(),
                problem,
                id,
                worker);
    }

    /** Whoever was sending these broke off. The claim stays, so that a worker that is merely slow can still report. */
    int leftBehind(Instant now) {
        return jdbc.update(
                """
                update notice set state = 'UNCERTAIN', last_error = 'Sending broke off. It is not known whether the message went out.'
                where state = 'SENDING' and claimed_until < ?""",
                time(now));
    }

    /** A person wants it sent again. @return whether it was in a state that allows it */
    boolean sendAgain(UUID id, Instant now) {
        return jdbc.update(
                        """
                        update notice set state = 'QUEUED', attempts = 0, next_attempt_at = ?, claimed_by = null, claimed_until = null
                        where id = ? and state in ('FAILED', 'UNCERTAIN')""",
                        time(now),
                        id)
                == 1;
    }

    /** A person knows that it arrived. @return whether it was in a state that allows it */
    boolean arrived(UUID id, Instant now) {
        return jdbc.update(
                        """
                        update notice set state = 'SENT', sent_at = ?, claimed_by = null, claimed_until = null
                        where id = ? and state = 'UNCERTAIN'""",
                        time(now),
                        id)
                == 1;
    }

    /** Newest first, without bodies. */
    List<Notice> list(Filter filter, int limit, long offset) {
        var values = new ArrayList<Object>();
        var where = filter.where(values);
        values.add(limit);
        values.add(offset);
        return jdbc.query(
                "select " + LINE + " from notice" + where + " order by written_at desc, id limit ? offset ?",
                (row, number) -> notice(row, null),
                values.toArray());
    }

    long count(Filter filter) {
        var values = new ArrayList<Object>();
        var where = filter.where(values);
        var count = jdbc.queryForObject("select count(*) from notice" + where, Long.class, values.toArray());
        return count == null ? 0 : count;
    }

    Optional<Notice> find(UUID id) {
        return jdbc
                .query(
                        "select " + LINE + ", body from notice where id = ?",
                        (row, number) -> notice(row, row.getString("body")),
                        id)
                .stream()
                .findFirst();
    }

    private static Notice notice(ResultSet row, String body) throws SQLException {
        var type = NoticeType.valueOf(row.getString("type"));
        var state = NoticeState.valueOf(row.getString("state"));
        return new Notice(
                row.getObject("id", UUID.class),
                type,
                type.title(),
                row.getString("case_number"),
                row.getString("agency"),
                row.getString("recipient_name"),
                row.getString("recipient_email"),
                row.getString("subject"),
                body,
                instant(row, "written_at"),
                state,
                state.title(),
                row.getInt("attempts"),
                instant(row, "sent_at"),
                row.getString("last_error"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
