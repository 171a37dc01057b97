package io.crossgov.hiring.request;

import io.crossgov.hiring.common.CaseNumber;

/**
 * The position description of a case was classified beside the flow (L5). OPM is told its number by message.
 *
 * @param number of the classified position description
 */
public record PositionDescriptionClassified(CaseNumber caseNumber, String number) {}
