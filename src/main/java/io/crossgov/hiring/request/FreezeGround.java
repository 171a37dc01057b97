package io.crossgov.hiring.request;

import io.crossgov.hiring.common.Required;
import java.time.LocalDate;

/**
 * A ground on which a position is exempt from the hiring freeze (L6).
 *
 * @param id never changes; stored with the case
 * @param text the ground in words
 * @param source the law it comes from
 * @param validTo last day, itself included; null while no end is known
 */
public record FreezeGround(
        String id, String text, Evidence evidence, String source, LocalDate validFrom, LocalDate validTo) {

    public FreezeGround {
        Required.id("id", id);
        Required.text("text", text);
        Required.value("evidence", evidence);
        Required.text("source", source);
        Required.value("validFrom", validFrom);
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("validTo " + validTo + " is before validFrom " + validFrom);
        }
    }

    /** What proves a ground. */
    enum Evidence {
        NONE,
        /** A file. */
        DOCUMENT,
        /** Of an approval. */
        NUMBER_AND_DATE,
        /** Number and date of a committee's approval, its line of the annual staffing plan, and the day OPM was told of it in writing. */
        COMMITTEE;

        boolean isApproval() {
            return this == NUMBER_AND_DATE || this == COMMITTEE;
        }
    }

    boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }
}
