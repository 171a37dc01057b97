package io.crossgov.hiring.selection;

/**
 * An answer with its mark.
 *
 * @param answer null for a reader who has it already
 */
record Marked<T>(String mark, T answer) {}
