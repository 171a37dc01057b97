package io.crossgov.hiring.casefile;

/**
 * A legal ground for an exception from placement priority of the Reemployment Priority List (L7).
 *
 * @param id never changes; stored with the case
 * @param citation for example {@code 5 CFR 330.211(b)}
 */
record RplException(String id, String text, String citation) {}
