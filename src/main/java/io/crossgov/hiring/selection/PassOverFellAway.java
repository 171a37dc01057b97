package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.CaseNumber;
import java.util.UUID;

/**
 * A pending pass-over needs no decision any more: the agency withdrew or elected, or the candidate left. Published in the same
 * transaction, once a request; a case that ends takes its requests with it silently.
 */
public record PassOverFellAway(CaseNumber caseNumber, UUID passOverId) {}
