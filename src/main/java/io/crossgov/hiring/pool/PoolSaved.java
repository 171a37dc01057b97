package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import java.time.LocalDate;

/**
 * A pool was added, changed or extended, in this transaction.
 *
 * @param lastDay last day on which selections may be made (D1)
 */
public record PoolSaved(AnnouncementNumber announcement, LocalDate lastDay) {}
