package io.crossgov.hiring.intake;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.pool.CandidateKeys;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Which records are about one person (L8, L9, L13), and who is like whom. */
@Component
class PersonRows {

    /**
     * Led by the keys, each of which is one look into an index: "in (…)" on the second column of an index reads the whole pool in H2. In
     * a subquery of its own, which PostgreSQL cannot join; and with the pool as no condition that an index could answer beside the one
     * that begins with the key: of a pool that is still coming in it has no statistics, takes any index that begins with the announcement,
     * and reads every row of the pool for every key.
     */
    private static final String ALIKE = Stream.of(
                    "c.announcement || '' = ? and c.number_key = k.v",
                    "c.announcement || '' = ? and c.phone_key = k.v",
                    "c.announcement = ? and c.applicant_number = k.v",
                    "c.email_key = k.v",
                    "c.person_key = k.v")
            .map(alike -> "select (select array_agg(c.id) from candidate c where " + alike + ") from unnest(?) k(v)")
            .collect(Collectors.joining(" union all "));

    private static final String WHO = "select announcement, applicant_number, name, number_key, email_key, name_key,"
            + " phone_key, person_key from candidate where id = any(?) order by announcement, applicant_number";

    private final JdbcTemplate jdbc;

    PersonRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The records of a pool that have something in common with one of these keys or were named by OPM, and those of every pool with one of
     * the addresses: two queries, however many there are.
     */
    List<WhoIsWho.Someone> alike(
            AnnouncementNumber announcement, Collection<CandidateKeys> keys, Collection<String> namedByOpm) {
        var ids = idsOfAlike(announcement, keys, namedByOpm);
        return ids.isEmpty()
                ? List.of()
                : jdbc.query(
                        connection -> {
                            var statement = connection.prepareStatement(WHO);
                            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
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

    private Set<Object> idsOfAlike(
            AnnouncementNumber announcement, Collection<CandidateKeys> keys, Collection<String> namedByOpm) {
        var emails = keys.stream().map(CandidateKeys::email).toList();
        var ids = new HashSet<Object>();
        jdbc.query(
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
                        statement.setString(++at, announcement.value());
                        statement.setArray(++at, connection.createArrayOf("varchar", ofPool.toArray()));
                    }
                    statement.setArray(++at, connection.createArrayOf("varchar", emails.toArray()));
                    statement.setArray(++at, connection.createArrayOf("varchar", emails.toArray()));
                    return statement;
                },
                (RowCallbackHandler) row -> {
                    var found = row.getArray(1);
                    if (found != null) {
                        ids.addAll(Arrays.asList((Object[]) found.getArray()));
                    }
                });
        return ids;
    }
}
