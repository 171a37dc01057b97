package io.crossgov.hiring.pool;

/**
 * OPM changes a pool. Published before anything is changed, in the same transaction: whoever knows of something that rests on the pool as it
 * is refuses.
 */
public record PoolAboutToBeChanged(PoolDetails before, PoolDetails after) {}
