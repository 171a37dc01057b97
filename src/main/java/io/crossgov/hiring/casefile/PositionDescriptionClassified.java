package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.CaseNumber;
import java.util.Optional;

/**
 * The position description of a case was classified beside the flow (L5). OPM is told its number by message.
 *
 * @param draftNumber what it was called before, if it had a number
 * @param number of the classified position description
 */
public record PositionDescriptionClassified(CaseNumber caseNumber, Optional<String> draftNumber, String number) {}
