package io.crossgov.hiring.pool;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** How candidates are read by their ids. */
interface CandidateReading {

    /** Those of {@code ids} that exist, with their locations, in no particular order: one statement, and none for who is at hand. */
    List<Candidate> read(Collection<UUID> ids);
}
