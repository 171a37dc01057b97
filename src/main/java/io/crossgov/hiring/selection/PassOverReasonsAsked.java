package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import java.time.LocalDate;
import java.util.UUID;

/** A preference eligible asked for the reasons of a request about him or her, on this day (L15); published in the same transaction. */
public record PassOverReasonsAsked(CaseNumber caseNumber, UUID passOverId, LocalDate on) {}
