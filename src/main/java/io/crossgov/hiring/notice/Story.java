package io.crossgov.hiring.notice;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.selection.PassOver;
import io.crossgov.hiring.selection.Selection;
import java.util.Objects;
import java.util.UUID;

/**
 * What a message tells of.
 *
 * @param staff the people at the agency of the case
 * @param facts what every message about it may name
 * @param selection the selection it is about in steps 5 to 8, otherwise null
 * @param passOver the request to pass over somebody it is about, otherwise null
 * @param candidate of the selection or the request; null for a message about the case as a whole
 */
record Story(
        HiringCase hiring,
        TalentPool pool,
        CaseStaff staff,
        Facts facts,
        Selection selection,
        PassOver passOver,
        Candidate candidate) {

    /** Null when it is not about one selection. */
    UUID selectionId() {
        return selection == null ? null : selection.id();
    }

    /** @throws NullPointerException when a model sends a message of steps 5 to 8 before there is a selection */
    Selection itsSelection() {
        return Objects.requireNonNull(selection, "a message of steps 5 to 8 needs its selection");
    }

    /** The same about the case as a whole. */
    Story ofItsCase() {
        return new Story(hiring, pool, staff, facts, null, null, null);
    }
}
