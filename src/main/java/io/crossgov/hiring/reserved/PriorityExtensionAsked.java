package io.crossgov.hiring.reserved;

import io.crossgov.hiring.common.CaseNumber;

/** An agency asked OPM, from a case, to extend the days that its pool reserves for it (L10). */
public record PriorityExtensionAsked(CaseNumber caseNumber) {}
