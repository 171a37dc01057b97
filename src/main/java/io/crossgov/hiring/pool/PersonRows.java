package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which records are about one person (L8, L9, L13), and who is like whom. */
@Component
class PersonRows {

    /** Led by the keys, each of which is one look into an index: "in (…)" on the second column of an index reads the whole pool in H2. */
    private static final String ALIKE = Stream.of(
                    "c.announcement = ? and c.number_key = k.v",
                    "c.announcement = ? and c.phone_key = k.v",
                    "c.announcement = ? and c.applicant_number = k.v",
                    "c.email_key = k.v",
                    "c.person_key = k.v")
            .map(alike -> "select c.announcement, c.applicant_number, c.name, c.number_key, c.email_key, c.name_key,"
                    + " c.phone_key, c.person_key from unnest(?) k(v) left join candidate c on " + alike
                    + " where c.id is not null")
            .collect(Collectors.joining(" union ", "", " order by 1, 2"));

    private final JdbcTemplate jdbc;

    PersonRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The records of a pool that have something in common with one of these keys or were named by OPM, and those of every pool with one of
     * the addresses: one query.
     */
    List<WhoIsWho.Someone> alike(
            AnnouncementNumber announcement, Collection<CandidateKeys> keys, Collection<String> namedByOpm) {
        var emails = keys.stream().map(CandidateKeys::email).toList();
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(ALIKE);
                    var at = 0;
                    for (var ofPool : List.of(
                            keys.stream().map(CandidateKeys::number).toList(),
                            keys.stream()
                                    .map(CandidateKeys::phone)
                                    .filter(Objects::nonNull)
                                    .toList(),
                            namedByOpm)) {
                        statement.setArray(++at, connection.createArrayOf("varchar", ofPool.toArray()));
                        statement.setString(++at, announcement.value());
                    }
                    statement.setArray(++at, connection.createArrayOf("varchar", emails.toArray()));
                    statement.setArray(++at, connection.createArrayOf("varchar", emails.toArray()));
                    return statement;
                },
                (row, index) -> new WhoIsWho.Someone(
                        row.getString("announcement"),
                        row.getString("applicant_number"),
                        row.getString("name"),
                        new CandidateKeys(
                                row.getString("number_key"),
                                row.getString("email_key"),
                                row.getString("name_key"),
                                row.getString("phone_key")),
                        null,
                        row.getString("person_key")));
    }
}
