package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.CaseNumber;

/**
 * A case was closed; who holds candidates for it lets them go.
 *
 * @param byPerson whether a person closed it, and not its process by reaching an end
 */
public record CaseClosed(CaseNumber caseNumber, ClosingReason reason, boolean byPerson) {}
