package io.crossgov.hiring.offer;

import io.crossgov.hiring.common.CaseNumber;
import java.time.LocalDate;
import java.util.UUID;

/** The candidate asked something first and has until a later day to answer the tentative offer, in this transaction: he or she is told. */
public record AnswerDayMoved(CaseNumber caseNumber, UUID selectionId, LocalDate until) {}
