package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import java.util.UUID;

/**
 * A second review agreed that a displaced employee is not well-qualified (L16), who is owed the result in writing (5 CFR 330.605(b),
 * 330.703(b)): the priority ends with the day on which that leaves.
 *
 * @param reasons why, in the words of who found it first
 * @param secondResult what the second review found, in the words of who made it
 */
public record FoundNotWellQualified(
        CaseNumber caseNumber, UUID candidateId, UUID reviewId, String reasons, String secondResult) {}
