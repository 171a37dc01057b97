package io.crossgov.hiring.notice;

import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.HowMany;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/**
 * The table behind the outbox. Each statement that changes a state names the state it expects, so that of two nodes only one
 * gets its way.
 */
@Repository
class OutboxTable {

    private static final String UNIQUE_VIOLATION = "23505";
    /** What {@link #notice} reads, but for the text. */
    static final String LINE =
            "id, type, case_number, agency, selection_id, recipient_name, recipient_email, subject, written_at, state, attempts, sent_at, last_error, reached_how, reached_on, reached_document_id, answer_days, answer_business";

    private static final String INSERTION =
            """
            insert into notice (id, type, case_number, agency, selection_id, occasion, recipient_ref, recipient_name,
                                recipient_email, reply_to, subject, body, about_id, answer_days, answer_business, answer_until,
                                caused_by, written_at, state, sent_at, attempts, next_attempt_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)""";

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

    /**
     * A message in the hands of one worker; {@code message} as it was worded, with the mark for the last day to answer.
     *
     * @param selectionId null when it is not about one
     * @param about what it asks for an answer about; null when none is awaited
     */
    record Claimed(
            UUID id,
            NoticeType type,
            String caseNumber,
            UUID selectionId,
            UUID about,
            String agencyName,
            String recipientRef,
            String recipientName,
            String recipientEmail,
            String replyTo,
            Message message,
            AnswerTime timeToAnswer,
            Instant writtenAt,
            int attempts) {}

    /** A message to be written, in its words. @param answerUntil null while it has not left, or when no answer is awaited */
    record Line(NoticeDraft draft, Message message, LocalDate answerUntil) {}

    /**
     * Writes messages in the transaction in hand, in the order given and at once.
     *
     * @param state {@code QUEUED}, or {@code HANDED_OVER} where that is all there is to sending
     * @param causedBy user name of whose work they tell of, null for a clock's
     * @return those that were written; not among them is one that its recipient already has of its occasion, also when another transaction
     *     writes it in this very moment
     */
    List<Line> insert(List<Line> lines, NoticeState state, String causedBy, Instant now) {
        return lines.isEmpty()
                ? List.of()
                : jdbc.execute((ConnectionCallback<List<Line>>) connection -> {
                    try (var insert = connection.prepareStatement(insertion(connection))) {
                        for (var line : lines) {
                            fill(insert, line, state, causedBy, now);
                            insert.addBatch();
                        }
                        var written = writtenOf(insert);
                        return IntStream.range(0, lines.size())
                                .filter(place -> written[place] == 1)
                                .mapToObj(lines::get)
                                .toList();
                    }
                });
    }

    /** A refused row would make PostgreSQL refuse everything after it, so it is left out there; H2 goes on. */
    private static String insertion(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())
                ? INSERTION + " on conflict (occasion, recipient_email) do nothing"
                : INSERTION;
    }

    private static int[] writtenOf(PreparedStatement insert) throws SQLException {
        try {
            return insert.executeBatch();
        } catch (BatchUpdateException refused) {
            for (SQLException each = refused.getNextException(); each != null; each = each.getNextException()) {
                if (!UNIQUE_VIOLATION.equals(each.getSQLState())) {
                    throw each;
                }
            }
            return refused.getUpdateCounts();
        }
    }

    private static void fill(PreparedStatement insert, Line line, NoticeState state, String causedBy, Instant now)
            throws SQLException {
        var draft = line.draft();
        var message = line.message();
        insert.setObject(1, UUID.randomUUID());
        insert.setString(2, draft.type().name());
        insert.setString(
                3, draft.caseNumber() == null ? null : draft.caseNumber().value());
        insert.setString(4, draft.agency());
        insert.setObject(5, draft.selectionId());
        insert.setString(6, draft.occasion());
        insert.setString(7, draft.to().ref());
        insert.setString(8, draft.to().name());
        insert.setString(9, draft.to().email());
        insert.setString(10, draft.replyTo());
        insert.setString(11, message.subject());
        insert.setString(12, message.body());
        insert.setObject(13, draft.awaited() == null ? null : draft.awaited().about());
        var toAnswer = draft.timeToAnswer();
        insert.setObject(14, toAnswer == null ? null : toAnswer.days(), Types.INTEGER);
        insert.setBoolean(15, toAnswer != null && toAnswer.business());
        insert.setObject(16, line.answerUntil(), Types.DATE);
        insert.setString(17, causedBy);
        insert.setObject(18, time(now));
        insert.setString(19, state.name());
        insert.setObject(20, state.hasLeft() ? time(now) : null, Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setObject(21, time(now));
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
    Optional<Claimed> claim(UUID id, String worker, Instant now, Instant until) {
        var taken = jdbc.update(
                """
                update notice set state = 'SENDING', claimed_by = ?, claimed_until = ?, attempted_at = ?, attempts = attempts + 1
                where id = ? and state = 'QUEUED'""",
                worker,
                time(until),
                time(now),
                id);
        return taken == 0
                ? Optional.empty()
                : jdbc
                        .query(
                                "select n.*, a.name as agency_name from notice n left join agency a on a.code = n.agency where n.id = ?",
                                (row, number) -> new Claimed(
                                        row.getObject("id", UUID.class),
                                        NoticeType.valueOf(row.getString("type")),
                                        row.getString("case_number"),
                                        row.getObject("selection_id", UUID.class),
                                        row.getObject("about_id", UUID.class),
                                        row.getString("agency_name"),
                                        row.getString("recipient_ref"),
                                        row.getString("recipient_name"),
                                        row.getString("recipient_email"),
                                        row.getString("reply_to"),
                                        new Message(row.getString("subject"), row.getString("body")),
                                        AnswerTime.of(row),
                                        instant(row, "written_at"),
                                        row.getInt("attempts")),
                                id)
                        .stream()
                        .findFirst();
    }

    /**
     * The recipient's address was corrected since it was written.
     *
     * @return whether it goes there now; not, when another recipient of the same occasion has that address
     */
    boolean readdress(UUID id, String worker, String email) {
        try {
            return jdbc.update(
                            "update notice set recipient_email = ? where id = ? and claimed_by = ?", email, id, worker)
                    == 1;
        } catch (DuplicateKeyException somebodyHasIt) {
            return false;
        }
    }

    /**
     * The mail server has it. Holds also when the lease ran out meanwhile, as long as nobody decided otherwise.
     *
     * @param message as it left
     * @param answerUntil the last day to answer that it names, null when no answer is awaited
     */
    void sent(UUID id, String worker, Message message, LocalDate answerUntil, Instant at) {
        jdbc.update(
                """
                update notice set state = 'SENT', sent_at = ?, subject = ?, body = ?, answer_until = ?, last_error = null, claimed_by = null,
                                  claimed_until = null, left_untold_at = case when about_id is null then null else ? end
                where id = ? and claimed_by = ? and state in ('SENDING', 'UNCERTAIN')""",
                time(at),
                message.subject(),
                message.body(),
                answerUntil,
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

    /** It is not tried again by itself; {@code state} is FAILED, UNCERTAIN or OVERTAKEN. */
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

    /** A person wants it sent again; the attempt that ended stays on record. @return whether it was in a state that allows it */
    boolean sendAgain(UUID id, Instant now) {
        remember(id);
        return jdbc.update(
                        """
                        update notice set state = 'QUEUED', attempts = 0, next_attempt_at = ?, last_error = null, claimed_by = null,
                            claimed_until = null
                        where id = ? and state in ('FAILED', 'UNCERTAIN')""",
                        time(now),
                        id)
                == 1;
    }

    /**
     * A person knows that it arrived: it left when it was last tried.
     *
     * @param message as it left
     * @param answerUntil as in {@link #sent}
     * @return whether it was in a state that allows it
     */
    boolean arrived(UUID id, Message message, LocalDate answerUntil, Instant leftAt) {
        return jdbc.update(
                        """
                        update notice set state = 'SENT', sent_at = ?, subject = ?, body = ?, answer_until = ?, claimed_by = null,
                            claimed_until = null
                        where id = ? and state = 'UNCERTAIN'""",
                        time(leftAt),
                        message.subject(),
                        message.body(),
                        answerUntil,
                        id)
                == 1;
    }

    /**
     * A person reached the recipient in another way.
     *
     * @param paper id of what shows it, or null
     * @param answerUntil as in {@link #sent}
     * @param at from when the time to answer counts
     * @return whether it was in a state that allows it
     */
    boolean reachedAnotherWay(UUID id, LocalDate on, String how, UUID paper, LocalDate answerUntil, Instant at) {
        remember(id);
        return jdbc.update(
                        """
                        update notice set state = 'REACHED', sent_at = ?, reached_on = ?, reached_how = ?,
                                          reached_document_id = cast(? as uuid), answer_until = ?, claimed_by = null,
                                          claimed_until = null
                        where id = ? and state in ('QUEUED', 'FAILED', 'UNCERTAIN')""",
                        time(at),
                        on,
                        how,
                        paper,
                        answerUntil,
                        id)
                == 1;
    }

    private void remember(UUID id) {
        jdbc.update(
                """
                insert into notice_attempt (id, notice_id, recipient_email, attempted_at, state, problem)
                select cast(? as uuid), id, recipient_email, attempted_at, state, last_error from notice
                where id = ? and state in ('FAILED', 'UNCERTAIN')""",
                UUID.randomUUID(),
                id);
    }

    /**
     * Everything that waits counts as handed over, where there is no mail server and never will be.
     *
     * @param lastDay to answer what leaves now
     */
    void handOver(Function<AnswerTime, LocalDate> lastDay, Instant now) {
        jdbc.query(
                "select id, subject, body, answer_days, answer_business from notice where state = 'QUEUED' and answer_days is not null",
                (RowCallbackHandler) row -> named(row, lastDay.apply(AnswerTime.of(row))));
        jdbc.update(
                """
                update notice set state = 'HANDED_OVER', sent_at = ?, left_untold_at = case when about_id is null then null else ? end
                where state = 'QUEUED'""",
                time(now),
                time(now));
    }

    private void named(ResultSet letter, LocalDate answerUntil) throws SQLException {
        var message = new Message(letter.getString("subject"), letter.getString("body")).until(answerUntil);
        jdbc.update(
                "update notice set subject = ?, body = ?, answer_until = ? where id = ? and state = 'QUEUED'",
                message.subject(),
                message.body(),
                answerUntil,
                letter.getObject("id", UUID.class));
    }

    /**
     * Where in the outbox a page begins.
     *
     * @param skipped newest messages that are left out, when neither {@code before} nor {@code after} says where it begins
     * @param before only messages older than this one, the newest of them; or null
     * @param after only messages newer than this one, the oldest of them; or null
     */
    record From(long skipped, UUID before, UUID after) {

        static final From NEWEST = new From(0, null, null);

        private String where(String where, List<Object> values) {
            if (before == null && after == null) {
                return where;
            }
            var mark = before == null ? after : before;
            values.add(mark);
            values.add(mark);
            return where + (where.isEmpty() ? " where " : " and ") + "(written_at, id) " + (before == null ? ">" : "<")
                    + " ((select mark.written_at from notice mark where mark.id = ?), cast(? as uuid))";
        }
    }

    /** Newest first, without bodies. Which ones is read from an index; only of those, the rows are. */
    List<Notice> list(Filter filter, int limit, From from) {
        var values = new ArrayList<Object>();
        var where = from.where(filter.where(values), values);
        var order = from.after() == null ? "desc" : "asc";
        values.add(limit);
        values.add(from.skipped());
        return jdbc.query(
                "select " + LINE + " from notice where id in (select id from notice" + where + " order by written_at "
                        + order + ", id " + order + " limit ? offset ?) order by written_at desc, id desc",
                (row, number) -> notice(row, null),
                values.toArray());
    }

    /** How many there are, as far as anybody reads. In an order, because else they may be counted in the table. */
    HowMany count(Filter filter) {
        var values = new ArrayList<Object>();
        var where = filter.where(values);
        values.add(HowMany.COUNTED + 1);
        var rows = jdbc.queryForObject(
                "select count(*) from (select 1 from notice" + where
                        + " order by written_at desc, id desc limit ?) counted",
                Long.class,
                values.toArray());
        return HowMany.of(rows == null ? 0 : rows, HowMany.COUNTED);
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

    static Notice notice(ResultSet row, String body) throws SQLException {
        var type = NoticeType.valueOf(row.getString("type"));
        var state = NoticeState.valueOf(row.getString("state"));
        var message = new Message(row.getString("subject"), body == null ? "" : body).waiting(AnswerTime.of(row));
        return new Notice(
                row.getObject("id", UUID.class),
                type,
                type.title(),
                row.getString("case_number"),
                row.getString("agency"),
                row.getObject("selection_id", UUID.class),
                row.getString("recipient_name"),
                row.getString("recipient_email"),
                message.subject(),
                body == null ? null : message.body(),
                instant(row, "written_at"),
                state,
                state.title(),
                row.getInt("attempts"),
                instant(row, "sent_at"),
                row.getString("last_error"),
                row.getString("reached_how"),
                row.getObject("reached_on", LocalDate.class),
                row.getObject("reached_document_id", UUID.class));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
