package io.crossgov.hiring.request;

import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.common.CaseNumber;

/** OPM decided on a request for access to a pool (L1). */
public record PoolAccessDecided(CaseNumber caseNumber, AccessDecision decision) {}
