package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which cases are asked for, as conditions on {@code c}. What is not asked for is no condition: one that says "or all" would keep PostgreSQL from
 * the index that answers the question.
 */
final class CaseConditions {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private String text = "1 = 1";

    private CaseConditions() {}

    /** The cases of the reader's agency, for OPM all. */
    static CaseConditions visibleTo(Actor reader) {
        return new CaseConditions().and("c.agency = :agency", "agency", reader.isOpmStaff() ? null : reader.agency());
    }

    /** Only those, unless {@code value} is null. */
    CaseConditions and(String condition, String name, Object value) {
        if (value != null) {
            text += " and " + condition;
            values.put(name, value);
        }
        return this;
    }

    /** After {@code where}. */
    String text() {
        return text;
    }

    <Q extends Query> Q fill(Q query) {
        values.forEach(query::setParameter);
        return query;
    }
}
