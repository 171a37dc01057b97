package io.crossgov.hiring.selection;

/**
 * The agency says of the selectee of a selection that he or she declined, and nothing shows it. Published before anything is changed, in the
 * same transaction: whoever knows whom that would pass over refuses.
 */
record DeclinedByWordAlone(Selection ending) {}
