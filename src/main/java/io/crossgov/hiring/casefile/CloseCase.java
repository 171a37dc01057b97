package io.crossgov.hiring.casefile;

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
        @Size(max = 4000, message = "The note has at most 4000 characters.") @SeveralLines String note) {}
