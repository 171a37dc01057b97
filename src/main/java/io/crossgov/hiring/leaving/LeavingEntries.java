package io.crossgov.hiring.leaving;

import io.crossgov.hiring.common.SeveralLines;
import io.crossgov.hiring.common.YesNo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What OPM enters when it decides about a request to leave the pool. */
final class LeavingEntries {

    private static final int LONG = 1000;

    private LeavingEntries() {}

    /**
     * Why it is not confirmed.
     *
     * @param ownWord whether the paper is the candidate's own word about that agency only; if it is not, nothing shows that the candidate
     *     declined
     */
    record Refusing(
            @NotBlank(message = "Say why the withdrawal is not confirmed. The agency reads it.")
                    @Size(max = LONG, message = "The reason has at most 1000 characters.")
                    @SeveralLines
                    String reason,
            @NotNull(message = "Say whether the paper shows that the candidate declined that agency.") YesNo ownWord) {}

    /**
     * That it was a mistake.
     *
     * @param how the candidate said so, with what shows it
     */
    record Undoing(
            @NotBlank(message = "Say why the withdrawal is undone. The agency reads it.")
                    @Size(max = LONG, message = "The reason has at most 1000 characters.")
                    @SeveralLines
                    String reason,
            @NotBlank(message = "Write how and when the candidate said that it was a mistake, and what shows it.")
                    @Size(max = LONG, message = "What you write has at most 1000 characters.")
                    @SeveralLines
                    String how) {}
}
