package io.crossgov.hiring.pool;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * One thing Form B asks about: whether it is important and whether it is needed upon entry (L2).
 *
 * @param number place in the pool's list, from 1; specialized experience first
 * @param name short name, for a competency its name
 * @param text the statement or the competency's definition
 */
@Embeddable
public record QualificationStatement(
        @Column(name = "statement_number") int number,
        @Enumerated(EnumType.STRING) Kind kind,
        String name,
        @Column(name = "wording") String text) {

    /** What the statement is about. */
    public enum Kind {
        SPECIALIZED_EXPERIENCE,
        TECHNICAL_COMPETENCY
    }
}
