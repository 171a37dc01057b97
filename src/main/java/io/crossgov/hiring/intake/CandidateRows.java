package io.crossgov.hiring.intake;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.law.Points;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The candidates' tables, written in batches: an import of 100,000 rows goes past the entities. */
@Component
class CandidateRows {

    /**
     * Led by the persons, and the pool is no condition that an index could answer: of a pool that is still coming in, PostgreSQL has no
     * statistics, and it would read all of it for every few rows. Of a person's records the one hired counts before one withdrawn, as in
     * the order of the alphabet.
     */
    private static final String GONE =
            "select k.v as person, (select min(case when c.announcement = ? then c.availability end) from candidate c"
                    + " where c.person_key = k.v and c.availability in ('HIRED', 'WITHDRAWN')) as gone from unnest(?) k(v)";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    CandidateRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /** A candidate as the pool has it. */
    record Known(UUID id, CandidateLine row, String person) {

        boolean isAs(CandidateLine other) {
            return row.atLine(other.line()).equals(other);
        }
    }

    boolean any(AnnouncementNumber announcement) {
        return !jdbc.queryForList(
                        "select 1 from candidate where announcement = ? limit 1", Integer.class, announcement.value())
                .isEmpty();
    }

    /** Those of the rows' candidates that the pool has, by applicant number: two queries. */
    Map<String, Known> known(AnnouncementNumber announcement, List<CandidateLine> rows) {
        var locations = new HashMap<UUID, TreeSet<String>>();
        // Led by the numbers: "in (…)" on the second column of an index reads the whole pool in H2.
        var found = jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select c.id, c.applicant_number, c.name, c.email, c.phone, c.rating, c.score, c.points_included, c.points, c.preference,"
                                    + " c.priority_status, c.commuting_area, c.opted_in, c.federal_agency, c.resume_file,"
                                    + " c.person_key from unnest(?) k(v) left join candidate c on c.announcement = ?"
                                    + " and c.applicant_number = k.v where c.id is not null");
                    statement.setArray(
                            1,
                            connection.createArrayOf(
                                    "varchar",
                                    rows.stream()
                                            .map(CandidateLine::applicantNumber)
                                            .toArray()));
                    statement.setString(2, announcement.value());
                    return statement;
                },
                (candidate, index) -> known(candidate, locations));
        if (!locations.isEmpty()) {
            named.query(
                    "select candidate_id, location from candidate_location where candidate_id in (:ids)",
                    Map.of("ids", locations.keySet()),
                    row -> {
                        locations.get(row.getObject("candidate_id", UUID.class)).add(row.getString("location"));
                    });
        }
        return found.stream().collect(Collectors.toMap(known -> known.row().applicantNumber(), known -> known));
    }

    private static Known known(ResultSet candidate, Map<UUID, TreeSet<String>> locations) throws SQLException {
        var id = candidate.getObject("id", UUID.class);
        var rating = candidate.getString("rating");
        var score = candidate.getBigDecimal("score");
        var points = candidate.getBigDecimal("points");
        return new Known(
                id,
                new CandidateLine(
                        0,
                        candidate.getString("applicant_number"),
                        candidate.getString("name"),
                        candidate.getString("email"),
                        candidate.getString("phone"),
                        locations.computeIfAbsent(id, any -> new TreeSet<>()),
                        rating == null ? null : Rating.valueOf(rating),
                        score == null ? null : score.setScale(2),
                        new Points(candidate.getBoolean("points_included"), points == null ? null : points.setScale(2)),
                        VeteransPreference.valueOf(candidate.getString("preference")),
                        PriorityStatus.valueOf(candidate.getString("priority_status")),
                        candidate.getString("commuting_area"),
                        candidate.getBoolean("opted_in"),
                        candidate.getString("federal_agency"),
                        candidate.getString("resume_file")),
                candidate.getString("person_key"));
    }

    /**
     * Adds candidates.
     *
     * @param persons key of the person by applicant number
     * @param held persons whom a verified selection holds already (L8)
     */
    void insert(
            AnnouncementNumber announcement, List<CandidateLine> rows, Map<String, String> persons, Set<String> held) {
        var gone = gone(announcement, persons.values());
        var candidates = new ArrayList<Object[]>(rows.size());
        var locations = new ArrayList<Object[]>(rows.size());
        for (var row : rows) {
            var id = UUID.randomUUID();
            var keys = row.keys();
            var person = persons.get(row.applicantNumber());
            candidates.add(new Object[] {
                id,
                announcement.value(),
                row.applicantNumber(),
                row.name(),
                row.email(),
                row.phone(),
                name(row.rating()),
                row.score(),
                row.points().included(),
                row.points().number(),
                name(row.preference()),
                name(row.priorityStatus()),
                row.commutingArea(),
                row.optedIn(),
                row.federalAgency(),
                row.resumeFile(),
                name(gone.getOrDefault(
                        person, held.contains(person) ? Availability.COMMITTED : Availability.AVAILABLE)),
                gone.containsKey(person),
                keys.number(),
                keys.email(),
                keys.name(),
                keys.phone(),
                person
            });
            addLocations(id, row, locations);
        }
        batch(
                "insert into candidate (id, announcement, applicant_number, name, email, phone, rating, score, points_included, points, preference,"
                        + " priority_status, commuting_area, opted_in, federal_agency, resume_file, availability, follows_another, number_key, email_key,"
                        + " name_key, phone_key, person_key, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                candidates);
        batch("insert into candidate_location (candidate_id, location) values (?, ?)", locations);
    }

    /** Who of these persons has withdrawn from all agencies, or was hired, in another record of the pool (L8, L9): a second record is no second chance. */
    private Map<String, Availability> gone(AnnouncementNumber announcement, Collection<String> persons) {
        var gone = new HashMap<String, Availability>();
        if (!persons.isEmpty()) {
            jdbc.query(
                    connection -> {
                        var statement = connection.prepareStatement(GONE);
                        statement.setString(1, announcement.value());
                        statement.setArray(2, connection.createArrayOf("varchar", persons.toArray()));
                        return statement;
                    },
                    (RowCallbackHandler) row -> {
                        var found = row.getString("gone");
                        if (found != null) {
                            gone.put(row.getString("person"), Availability.valueOf(found));
                        }
                    });
        }
        return gone;
    }

    /** Raises the revision, so that a selection that looked at the old row notices. */
    void update(Map<Known, CandidateLine> changed) {
        var candidates = new ArrayList<Object[]>(changed.size());
        var moved = new ArrayList<Object[]>();
        var locations = new ArrayList<Object[]>();
        changed.forEach((known, row) -> {
            candidates.add(new Object[] {
                row.name(),
                row.email(),
                row.phone(),
                name(row.rating()),
                row.score(),
                row.points().included(),
                row.points().number(),
                name(row.preference()),
                name(row.priorityStatus()),
                row.commutingArea(),
                row.optedIn(),
                row.federalAgency(),
                row.resumeFile(),
                row.keys().email(),
                row.keys().name(),
                row.keys().phone(),
                known.id()
            });
            if (!known.row().dutyLocations().equals(row.dutyLocations())) {
                moved.add(new Object[] {known.id()});
                addLocations(known.id(), row, locations);
            }
        });
        batch(
                "update candidate set name = ?, email = ?, phone = ?, rating = ?, score = ?, points_included = ?, points = ?, preference = ?,"
                        + " priority_status = ?, commuting_area = ?, opted_in = ?, federal_agency = ?, resume_file = ?,"
                        + " email_key = ?, name_key = ?, phone_key = ?, version = version + 1 where id = ?",
                candidates);
        batch("delete from candidate_location where candidate_id = ?", moved);
        batch("insert into candidate_location (candidate_id, location) values (?, ?)", locations);
    }

    private static void addLocations(UUID id, CandidateLine row, Collection<Object[]> locations) {
        row.dutyLocations().forEach(location -> locations.add(new Object[] {id, location}));
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
