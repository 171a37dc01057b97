package io.crossgov.hiring.casefile;

/**
 * Somebody of the agency closes a case. Published before anything is changed, in the same transaction: whoever knows why it cannot be closed
 * yet refuses.
 */
public record CaseAboutToClose(HiringCase hiring) {}
