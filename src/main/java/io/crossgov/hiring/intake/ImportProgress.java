package io.crossgov.hiring.intake;

/**
 * How far an import is, or how it ended.
 *
 * @param read rows read so far, without the header and empty lines
 * @param inserted candidates new to the pool
 * @param updated candidates whose details changed
 * @param unchanged candidates that stand in the pool as the file has them
 * @param faulty things wrong with the file so far; when there are any, nothing is taken
 */
public record ImportProgress(long read, long inserted, long updated, long unchanged, long faulty) {}
