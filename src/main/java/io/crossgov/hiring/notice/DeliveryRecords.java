package io.crossgov.hiring.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** What became of messages, as features, pages and clocks ask for it. */
@Repository
class DeliveryRecords {

    private static final String LETTER =
            "select id, about_id, type, state, sent_at, last_error, reached_how, reached_on, reached_document_id, left_untold_at, answer_days, answer_business, answer_until from notice where ";
    private static final String UNDELIVERED = "state in ('FAILED', 'UNCERTAIN')";
    private static final int AT_MOST = 100;

    private final JdbcTemplate jdbc;

    DeliveryRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A letter that somebody has to answer.
     *
     * @param about what it was written for
     * @param answerUntil the last day to answer; null while it has not left, and for one that left before that day was kept
     * @param untoldSince when it left, as long as its clock does not know; otherwise null
     */
    record SentLetter(
            UUID id,
            UUID about,
            NoticeType type,
            NoticeState state,
            Instant sentAt,
            String problem,
            String reachedHow,
            LocalDate reachedOn,
            UUID reachedDocument,
            AnswerTime timeToAnswer,
            LocalDate answerUntil,
            Instant untoldSince) {

        /** Whether the recipient can have it for sure; what was said of another way counts with the paper that shows it. */
        boolean hasLeft() {
            return state.hasLeft() && (state != NoticeState.REACHED || reachedDocument != null);
        }
    }

    /** A message that needs somebody. @param causedBy user name of whose work wrote it, or null */
    record Undelivered(Notice notice, String causedBy) {}

    /** An attempt that ended without the message leaving for sure, before it was sent again. */
    record Attempt(String recipientEmail, Instant at, NoticeState state, String problem) {

        public String stateTitle() {
            return state.title();
        }
    }

    /** What sending a message again would need. @param attemptedAt null when it was never tried */
    record Sending(String recipientRef, Message message, AnswerTime timeToAnswer, UUID about, Instant attemptedAt) {}

    List<SentLetter> letters(String caseNumber) {
        return jdbc.query(LETTER + "case_number = ? and about_id is not null", DeliveryRecords::letter, caseNumber);
    }

    Optional<SentLetter> letter(UUID about) {
        return jdbc.query(LETTER + "about_id = ?", DeliveryRecords::letter, about).stream()
                .findFirst();
    }

    /** The first letters that left and whose clocks do not know yet, oldest first. */
    List<SentLetter> untold() {
        return untold("left_untold_at is not null");
    }

    /** Those that come after this one. */
    List<SentLetter> untoldAfter(SentLetter last) {
        return untold(
                "(left_untold_at, id) > (cast(? as timestamp with time zone), cast(? as uuid))",
                OutboxTable.time(last.untoldSince()),
                last.id());
    }

    private List<SentLetter> untold(String condition, Object... values) {
        return jdbc.query(
                LETTER + condition + " order by left_untold_at, id limit " + AT_MOST, DeliveryRecords::letter, values);
    }

    /** @return whether its clock did not know; of two nodes one is told so */
    boolean told(UUID id) {
        return jdbc.update("update notice set left_untold_at = null where id = ? and left_untold_at is not null", id)
                == 1;
    }

    /** Messages of a case that need somebody, newest first. */
    List<Undelivered> undeliveredOf(String caseNumber) {
        return undelivered("case_number = ? and ", caseNumber);
    }

    /** Messages that a person's work wrote and that need somebody, newest first. */
    List<Undelivered> undeliveredBy(String userId) {
        return undelivered("caused_by = ? and ", userId);
    }

    /** How many need somebody, by their state; states without any are left out. */
    Map<NoticeState, Long> undelivered() {
        var counts = new EnumMap<NoticeState, Long>(NoticeState.class);
        jdbc.query("select state, count(*) from notice where " + UNDELIVERED + " group by state", (RowCallbackHandler)
                row -> counts.put(NoticeState.valueOf(row.getString(1)), row.getLong(2)));
        return counts;
    }

    private List<Undelivered> undelivered(String condition, String value) {
        return jdbc.query(
                "select " + OutboxTable.LINE + ", caused_by from notice where " + condition + UNDELIVERED
                        + " order by written_at desc, id limit ?",
                (row, number) -> new Undelivered(OutboxTable.notice(row, null), row.getString("caused_by")),
                value,
                AT_MOST);
    }

    /** Oldest first. */
    List<Attempt> attempts(UUID noticeId) {
        return jdbc.query(
                "select recipient_email, attempted_at, state, problem from notice_attempt where notice_id = ? order by attempted_at, id",
                (row, number) -> new Attempt(
                        row.getString("recipient_email"),
                        OutboxTable.instant(row, "attempted_at"),
                        NoticeState.valueOf(row.getString("state")),
                        row.getString("problem")),
                noticeId);
    }

    Sending sending(UUID noticeId) {
        return jdbc.queryForObject(
                "select recipient_ref, subject, body, answer_days, answer_business, about_id, attempted_at from notice where id = ?",
                (row, number) -> new Sending(
                        row.getString("recipient_ref"),
                        new Message(row.getString("subject"), row.getString("body")),
                        AnswerTime.of(row),
                        row.getObject("about_id", UUID.class),
                        OutboxTable.instant(row, "attempted_at")),
                noticeId);
    }

    /** How many messages wait to be sent. */
    long waiting() {
        var count = jdbc.queryForObject("select count(*) from notice where state = 'QUEUED'", Long.class);
        return count == null ? 0 : count;
    }

    /** Whether any waits or is just being tried. */
    boolean anyToLeave() {
        var found = jdbc.query(
                "select 1 from notice where state in ('QUEUED', 'SENDING') limit 1", (row, number) -> row.getInt(1));
        return !found.isEmpty();
    }

    /** Since when the oldest of them waits; empty when none does. */
    Optional<Instant> waitingSince() {
        return jdbc
                .query(
                        "select written_at from notice where state = 'QUEUED' order by written_at limit 1",
                        (row, number) -> OutboxTable.instant(row, "written_at"))
                .stream()
                .findFirst();
    }

    private static SentLetter letter(ResultSet row, int number) throws SQLException {
        return new SentLetter(
                row.getObject("id", UUID.class),
                row.getObject("about_id", UUID.class),
                NoticeType.valueOf(row.getString("type")),
                NoticeState.valueOf(row.getString("state")),
                OutboxTable.instant(row, "sent_at"),
                row.getString("last_error"),
                row.getString("reached_how"),
                row.getObject("reached_on", LocalDate.class),
                row.getObject("reached_document_id", UUID.class),
                AnswerTime.of(row),
                row.getObject("answer_until", LocalDate.class),
                OutboxTable.instant(row, "left_untold_at"));
    }
}
