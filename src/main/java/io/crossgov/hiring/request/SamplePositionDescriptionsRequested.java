package io.crossgov.hiring.request;

import io.crossgov.hiring.common.CaseNumber;

/**
 * An agency asks OPM for its sample position descriptions (step 1).
 *
 * @param userId user name of who asks
 */
public record SamplePositionDescriptionsRequested(CaseNumber caseNumber, String userId) {}
