package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Which records are about one person (L8, L9, L13), and who is like whom. */
@Component
class PersonRows {

    /** Stands in an SQL list that would be empty otherwise; nothing has this key. */
    private static final String NONE = "";

    private final NamedParameterJdbcTemplate named;

    PersonRows(JdbcTemplate jdbc) {
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * The records of a pool that have something in common with one of these keys or were named by OPM, and those of every pool with one of
     * the addresses: one query.
     */
    List<WhoIsWho.Someone> alike(
            AnnouncementNumber announcement, Collection<CandidateKeys> keys, Collection<String> namedByOpm) {
        var phones = new TreeSet<String>(Set.of(NONE));
        keys.stream().map(CandidateKeys::phone).filter(Objects::nonNull).forEach(phones::add);
        var numbers = new TreeSet<String>(Set.of(NONE));
        numbers.addAll(namedByOpm);
        var columns =
                "select announcement, applicant_number, name, number_key, email_key, name_key, phone_key, person_key"
                        + " from candidate where ";
        return named.query(
                columns + "announcement = :announcement and number_key in (:numbers) union "
                        + columns + "announcement = :announcement and phone_key in (:phones) union "
                        + columns + "announcement = :announcement and applicant_number in (:named) union "
                        + columns + "email_key in (:emails) union "
                        + columns + "person_key in (:emails) order by 1, 2",
                Map.of(
                        "announcement", announcement.value(),
                        "numbers", keys.stream().map(CandidateKeys::number).toList(),
                        "phones", phones,
                        "named", numbers,
                        "emails", keys.stream().map(CandidateKeys::email).toList()),
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
