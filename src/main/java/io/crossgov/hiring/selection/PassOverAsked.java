package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import java.util.UUID;

/** An agency wants to pass over a preference eligible (L15); published in the same transaction. */
public record PassOverAsked(CaseNumber caseNumber, UUID passOverId) {}
