package io.crossgov.hiring.document;

import io.crossgov.hiring.common.CaseNumber;

/**
 * What of a case decides who reads and files its papers.
 *
 * @param agency code of the agency that hires
 * @param open whether the case is open
 * @param candidatesShown whether the agency may see the pool's candidates for this case (L1)
 * @param poolOpen whether the pool can still be selected from; with its end, candidates who are not selected close (L18)
 */
public record PaperCase(CaseNumber number, String agency, boolean open, boolean candidatesShown, boolean poolOpen) {}
