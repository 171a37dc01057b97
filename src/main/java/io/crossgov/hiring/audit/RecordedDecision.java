package io.crossgov.hiring.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * A decision as it stands in the audit.
 *
 * @param sequence place on its chain, from 1
 * @param kind what was decided, for example {@code complete-talent-pool-request}
 * @param sentence what was decided, for a person to read
 * @param before JSON of what was true before, or null
 * @param after JSON of what is true now, or null
 */
public record RecordedDecision(
        long sequence,
        Instant at,
        String userId,
        String name,
        String roles,
        String agency,
        String kind,
        String sentence,
        @JsonRawValue String before,
        @JsonRawValue String after) {}
