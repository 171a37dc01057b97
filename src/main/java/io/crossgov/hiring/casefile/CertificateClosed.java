package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.CaseNumber;

/** A case's certificate has closed, and the case stays open for the selections that OPM was told of in time (L18). */
public record CertificateClosed(CaseNumber caseNumber) {}
