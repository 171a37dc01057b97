package io.crossgov.hiring.reserved;

import io.crossgov.hiring.common.SeveralLines;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Body of {@code POST /api/cases/{number}/priority-extension}.
 *
 * @param until new last reserved day
 */
public record AskForPriorityExtension(
        @NotNull(message = PriorityExtensions.NO_DAY) LocalDate until,
        @NotBlank(message = PriorityExtensions.NO_REASON)
                @Size(max = PriorityExtensions.LONGEST_REASON, message = PriorityExtensions.REASON_TOO_LONG)
                @SeveralLines
                String reason) {}
