package io.crossgov.hiring.request;

import io.crossgov.hiring.common.CaseNumber;

/**
 * Somebody who opened a case has no account at the talent portal yet and asks for one (M15).
 *
 * @param userId user name of who needs the account
 */
public record PortalAccountRequested(CaseNumber caseNumber, String userId) {}
