package io.crossgov.hiring.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The candidate files that were sent from pools' pages. Where each stands is written at once, apart from what its rows change. */
@Component
class IntakeRows {

    private static final String COLUMNS =
            "select i.id, i.announcement, i.file_name, i.size_bytes, i.bytes_read, i.state, i.started_by_name, i.started_at,"
                    + " i.ended_at, i.rows_read, i.rows_inserted, i.rows_updated, i.rows_unchanged, i.faults, i.doubles, i.report,"
                    + " f.intake_id from candidate_intake i left join candidate_intake_file f on f.intake_id = i.id";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final ObjectMapper json;

    IntakeRows(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.json = json;
    }

    void insert(UUID id, AnnouncementNumber announcement, String fileName, byte[] content, Actor actor, Instant now) {
        jdbc.update(
                "insert into candidate_intake (id, announcement, file_name, size_bytes, state, started_by, started_by_name,"
                        + " started_at, heard_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                announcement.value(),
                fileName,
                content.length,
                IntakeState.WAITING.name(),
                actor.userId(),
                actor.name(),
                utc(now),
                utc(now));
        jdbc.update("insert into candidate_intake_file (intake_id, content) values (?, ?)", id, content);
    }

    Optional<Intake> byId(UUID id) {
        return jdbc.query(COLUMNS + " where i.id = ?", this::intake, id).stream()
                .findFirst();
    }

    /** The pool's latest, newest first. */
    List<Intake> latest(AnnouncementNumber announcement, int most) {
        return jdbc.query(
                COLUMNS + " where i.announcement = ? order by i.started_at desc, i.id limit ?",
                this::intake,
                announcement.value(),
                most);
    }

    /** Null when the file is not kept any more. */
    byte[] content(UUID id) {
        return jdbc
                .query(
                        "select content from candidate_intake_file where intake_id = ?",
                        (row, index) -> row.getBytes(1),
                        id)
                .stream()
                .findFirst()
                .orElse(null);
    }

    void reading(UUID id, Instant now) {
        jdbc.update(
                "update candidate_intake set state = ?, heard_at = ?, bytes_read = 0, rows_read = 0 where id = ?",
                IntakeState.READING.name(),
                utc(now),
                id);
    }

    void progress(UUID id, ImportProgress counts, long bytesRead) {
        jdbc.update(
                "update candidate_intake set bytes_read = ?, rows_read = ?, rows_inserted = ?, rows_updated = ?,"
                        + " rows_unchanged = ?, faults = ? where id = ?",
                bytesRead,
                counts.read(),
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.faulty(),
                id);
    }

    /** The server still works on these. */
    void heard(Collection<UUID> ids, Instant now) {
        if (!ids.isEmpty()) {
            named.update(
                    "update candidate_intake set heard_at = :now where id in (:ids)",
                    Map.of("now", utc(now), "ids", ids));
        }
    }

    void end(UUID id, IntakeState state, ImportProgress counts, long doubles, Intake.Report report, Instant now) {
        jdbc.update(
                "update candidate_intake set state = ?, ended_at = ?, rows_read = ?, rows_inserted = ?, rows_updated = ?,"
                        + " rows_unchanged = ?, faults = ?, doubles = ?, report = ? where id = ?",
                state.name(),
                utc(now),
                counts.read(),
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.faulty(),
                doubles,
                written(report),
                id);
        if (state == IntakeState.TAKEN || state == IntakeState.FAULTY) {
            jdbc.update("delete from candidate_intake_file where intake_id = ?", id);
        }
    }

    /** What the server has not been heard of since {@code then} was interrupted. */
    void interruptLost(Instant then, Intake.Report report) {
        jdbc.update(
                "update candidate_intake set state = ?, ended_at = heard_at, report = ? where state in (?, ?) and heard_at < ?",
                IntakeState.STOPPED.name(),
                written(report),
                IntakeState.WAITING.name(),
                IntakeState.READING.name(),
                utc(then));
    }

    /** @return whether it waited for somebody and does not any more: of two who ask at once, only one begins it again */
    boolean again(UUID id, Instant now) {
        return jdbc.update(
                        "update candidate_intake set state = ?, heard_at = ?, ended_at = null, bytes_read = 0, rows_read = 0"
                                + " where id = ? and state in (?, ?)"
                                + " and exists (select 1 from candidate_intake_file f where f.intake_id = candidate_intake.id)",
                        IntakeState.WAITING.name(),
                        utc(now),
                        id,
                        IntakeState.UNDECIDED.name(),
                        IntakeState.STOPPED.name())
                > 0;
    }

    /** Files nobody came back to go, and with them whom they name. */
    void forget(Instant before, Intake.Report report) {
        jdbc.update(
                "update candidate_intake set state = ?, doubles = 0, report = ? where state in (?, ?) and started_at < ?"
                        + " and exists (select 1 from candidate_intake_file f where f.intake_id = candidate_intake.id)",
                IntakeState.STOPPED.name(),
                written(report),
                IntakeState.UNDECIDED.name(),
                IntakeState.STOPPED.name(),
                utc(before));
        jdbc.update(
                "delete from candidate_intake_file where intake_id in"
                        + " (select id from candidate_intake where state = ? and started_at < ?)",
                IntakeState.STOPPED.name(),
                utc(before));
    }

    private Intake intake(ResultSet row, int index) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Intake(
                row.getObject("id", UUID.class),
                new AnnouncementNumber(row.getString("announcement")),
                row.getString("file_name"),
                row.getLong("size_bytes"),
                row.getLong("bytes_read"),
                IntakeState.valueOf(row.getString("state")),
                row.getString("started_by_name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                new ImportProgress(
                        row.getLong("rows_read"),
                        row.getLong("rows_inserted"),
                        row.getLong("rows_updated"),
                        row.getLong("rows_unchanged"),
                        row.getLong("faults")),
                row.getLong("doubles"),
                row.getObject("intake_id") != null,
                read(row.getString("report")));
    }

    private String written(Intake.Report report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Intake.Report read(String report) {
        try {
            return report == null ? Intake.Report.NONE : json.readValue(report, Intake.Report.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
