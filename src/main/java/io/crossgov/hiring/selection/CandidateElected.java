package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import java.util.UUID;

/** A hiring manager elected a candidate (step 5); published in the transaction of the election. */
public record CandidateElected(CaseNumber caseNumber, UUID selectionId) {}
