package io.crossgov.hiring.pool;

import io.crossgov.hiring.law.Rating;

/**
 * OPM refers a lower category. Published before anything is changed, in the same transaction: whoever knows that it is not yet its turn
 * refuses (L13).
 *
 * @param downTo the lowest category that agencies are to see
 */
public record CategoryAboutToBeReferred(TalentPool pool, Rating downTo) {}
