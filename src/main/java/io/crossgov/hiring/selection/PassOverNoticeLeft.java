package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import java.util.UUID;

/** The notice to a preference eligible left, and the time to answer counts (L15); published in the same transaction, once a request. */
public record PassOverNoticeLeft(CaseNumber caseNumber, UUID passOverId) {}
