package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Selections for tests of what follows their first steps; none is saved. */
public final class SampleSelections {

    private SampleSelections() {}

    /** One whose certificate review is back with OPM (step 6). */
    public static Selection returned(HiringCase hiring, UUID candidateId, LocalDate releasedOn, Instant returnedAt) {
        var selection = new Selection(
                hiring.number(),
                hiring.agency(),
                hiring.announcement(),
                candidateId,
                1,
                "Remote",
                List.of(),
                "manager",
                returnedAt,
                releasedOn);
        selection.notifiedToOpm("PD-1", "SF52-1", null, returnedAt, releasedOn);
        selection.recipientsNamed(List.of(new CertificateRecipient("Rita Recipient", "rita@example.gov")));
        selection.released(releasedOn);
        selection.reviewReturned("manager", returnedAt);
        return selection;
    }

    /** One that OPM has verified (step 7); whoever saves it has to commit its candidate. */
    public static Selection verified(HiringCase hiring, UUID candidateId, LocalDate releasedOn, Instant returnedAt) {
        var selection = returned(hiring, candidateId, releasedOn, returnedAt);
        selection.verificationDecided(
                new SelectionVerification(SelectionVerification.Decision.VERIFIED, List.of(), null, "opm", returnedAt));
        return selection;
    }
}
