package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import java.util.UUID;

/** A request to pass over a candidate who was notified of it and may be answering ended without a decision of OPM (L15). */
public record NoticedPassOverEnded(CaseNumber caseNumber, UUID passOverId) {}
