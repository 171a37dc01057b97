package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import java.time.LocalDate;

/**
 * The last day of a pool is later than before, in this transaction; the pool may have ended meanwhile and be open again (D1). Follows
 * {@link PoolSaved}.
 *
 * @param lastDay last day on which selections may be made now
 */
public record PoolKeptOpenLonger(AnnouncementNumber announcement, LocalDate lastDay) {}
