package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.law.Rating;

/**
 * OPM referred the candidates of a lower category, in this transaction (L11).
 *
 * @param downTo the lowest category that agencies see now
 */
public record CategoryReferred(AnnouncementNumber announcement, Rating downTo) {}
