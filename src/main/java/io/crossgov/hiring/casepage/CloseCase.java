package io.crossgov.hiring.casepage;

import io.crossgov.hiring.casefile.CancellationReason;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.SeveralLines;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Body of {@code POST /api/cases/{number}/close}.
 *
 * @param note needed when the reason is {@code OTHER}
 */
record CloseCase(
        @NotNull(message = "Say why the case is closed: BUDGET, FREEZE_AFTER_VERBAL_INTENT, NEED_GONE or OTHER.")
                CancellationReason reason,
        @Size(max = Cases.LONGEST_NOTE, message = Cases.NOTE_TOO_LONG) @SeveralLines String note) {}
