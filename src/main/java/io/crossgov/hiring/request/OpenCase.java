package io.crossgov.hiring.request;

import io.crossgov.hiring.common.Refusal;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Answers of the start form {@code open-case}, and body of {@code POST /api/cases}.
 *
 * @param requestPortalAccount whether the person still needs an account at the talent portal (M15)
 * @param announcement announcement number of the pool
 * @param positionTitle what the agency calls the position
 * @param openingKey names this one opening, so that what is sent twice opens one case; null when the sender does not care
 */
public record OpenCase(
        boolean requestPortalAccount,
        @NotBlank(message = "Choose the talent pool you want to hire from.") String announcement,
        @NotBlank(message = "Enter the title of the position.")
                @Size(max = 200, message = "The title of the position has at most 200 characters.")
                String positionTitle,
        @Size(max = 64, message = "The key of an opening has at most 64 characters.") String openingKey) {

    /** Without a key: sent twice, it opens two. */
    public OpenCase(String announcement, String positionTitle, boolean requestPortalAccount) {
        this(requestPortalAccount, announcement, positionTitle, null);
    }

    /** @throws Refusal 400 when it has another key already: only one of them would count */
    public OpenCase withKey(String key) {
        if (key != null && openingKey != null && !key.equals(openingKey)) {
            throw Refusal.invalid(
                    "openingKey",
                    "The header Idempotency-Key and openingKey name this opening differently. Send one of them.");
        }
        return key == null ? this : new OpenCase(requestPortalAccount, announcement, positionTitle, key);
    }
}
