package io.crossgov.hiring.casefile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Answers of the start form {@code open-case}, and body of {@code POST /api/cases}.
 *
 * @param announcement announcement number of the pool
 * @param positionTitle what the agency calls the position
 * @param requestPortalAccount whether the person still needs an account at the talent portal (M15)
 */
public record OpenCase(
        @NotBlank(message = "Choose the talent pool you want to hire from.") String announcement,
        @NotBlank(message = "Enter the title of the position.")
                @Size(max = 200, message = "The title of the position has at most 200 characters.")
                String positionTitle,
        boolean requestPortalAccount) {}
