package io.crossgov.hiring.intake;

/**
 * What is wrong with one row of a candidate file. Says where and why; of what stands in the cell it repeats places only, nothing about a person.
 *
 * @param line line in the file on which the row begins, from 1; the header is line 1
 * @param column name of the column, or null when it is the row as a whole
 */
public record ImportFault(long line, String column, String reason) {}
