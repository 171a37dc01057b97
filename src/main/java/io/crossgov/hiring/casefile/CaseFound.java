package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.CaseNumber;

/** A case that a search found. */
public record CaseFound(CaseNumber number, String positionTitle, String agency, boolean open) {}
