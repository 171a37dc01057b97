package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import java.util.UUID;

/**
 * The agency wants the candidate to get the position's details and the interest question (M5).
 *
 * @param contactId one an occasion: writing to the same candidate again is another contact
 * @param by who writes; the candidate's answer goes there
 * @param message the person's own words to the candidate, or null
 * @param daysToRespond business days, from the day after the message left
 */
public record CandidateContacted(
        CaseNumber caseNumber, UUID candidateId, UUID contactId, Actor by, String message, int daysToRespond) {}
