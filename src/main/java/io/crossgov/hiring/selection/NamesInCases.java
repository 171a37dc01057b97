package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.SearchWords;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Open cases by the names of those whom they are about. Within one agency what is open of it is read along an index, newest first; a name that
 * very many have is found there at once, where an index of names would give every candidate of the country who has it.
 */
@Component
class NamesInCases {

    /** Letters with their accents, in the order of {@link #WITHOUT}: both databases write one for the other. */
    static final String ACCENTED =
            "àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžơưǎǐǒǔșțẁẃ"
                    + "ẅạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";

    static final String WITHOUT =
            "aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzouaioustww"
                    + "waaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyy";

    /** Only names with other letters than English ones are written without accents; those have an index of their own, by this expression. */
    static final String OTHER_LETTERS = "octet_length(c.name) <> char_length(c.name)";

    static final String WITHOUT_ACCENTS = "translate(lower(c.name), '" + ACCENTED + "', '" + WITHOUT + "')";

    private final EntityManager database;

    NamesInCases(EntityManager database) {
        this.database = database;
    }

    /** What somebody's name is looked for in, while it is open. */
    enum In {
        ELECTIONS("selection", "t.ended_at is null"),
        REQUESTS_TO_PASS_OVER("pass_over", "t.open_candidate_id is not null");

        private final String table;
        private final String open;

        In(String table, String open) {
            this.table = table;
            this.open = open;
        }
    }

    /**
     * The newest of the cases.
     *
     * @param agency whose cases; null for all
     */
    @SuppressWarnings("unchecked")
    List<String> newest(In where, SearchWords name, String agency, int most) {
        var asTyped = name.in("lower(c.name)", "word");
        var plain = name.withoutAccents().in(WITHOUT_ACCENTS, "plain");
        // An index of names knows the bare expression; within an agency it would be asked for everybody of the country
        // with that name.
        var query = database.createNativeQuery(
                        "select distinct t.case_number from " + where.table
                                + " t join candidate c on c.id = t.candidate_id join hiring_case h on h.number = t.case_number"
                                + " where h.status = 'OPEN' and h.access_decision = 'APPROVED' and " + where.open
                                + " and (" + asTyped.sql() + " or " + OTHER_LETTERS + " and "
                                + plain.sql() + ")"
                                + (agency == null ? "" : " and t.agency = :agency and h.agency = :agency")
                                + " order by t.case_number desc limit :most",
                        String.class)
                .setParameter("most", most);
        asTyped.parameters().forEach(query::setParameter);
        plain.parameters().forEach(query::setParameter);
        if (agency != null) {
            query.setParameter("agency", agency);
        }
        return query.getResultList();
    }
}
