package io.crossgov.hiring.casefile;

import java.util.UUID;

/**
 * A message that did not go out, or perhaps did not, as a person may read of it.
 *
 * @param id of the message, at {@code /cases/{number}/notices/{id}}, or at {@code /outbox/{id}} when it is about no case
 * @param caseNumber null for OPM's own message about no case
 * @param title what it is, for example "Job offer to a candidate"
 * @param recipient name of who should have got it; "A candidate" for people who may not know the name (L1)
 * @param problem why, in a sentence that names no address
 * @param whatToDo in a sentence for this person
 * @param yours whether this person's own work wrote it
 * @param readable whether this person may open it
 */
public record UndeliveredMessage(
        UUID id,
        String caseNumber,
        String title,
        String recipient,
        String problem,
        String whatToDo,
        boolean yours,
        boolean readable) {}
