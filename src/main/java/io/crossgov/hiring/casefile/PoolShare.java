package io.crossgov.hiring.casefile;

import java.time.Instant;

/**
 * That a pool's candidates were shared with an agency: OPM approved its access for a case (5 CFR 332.408).
 *
 * @param person full name of who opened the case, through which the agency sees them
 * @param sharedAt when OPM approved
 */
public record PoolShare(String agency, String person, String caseNumber, Instant sharedAt) {}
