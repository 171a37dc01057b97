package io.crossgov.hiring.selection;

import java.util.function.Consumer;

/**
 * One thing that people record about candidates, whomever it is about.
 *
 * @param kind as the audit keeps it
 * @param sentence for the audit, without a name
 * @param apply writes it into an opened review; refuses before it changes anything
 */
record ReviewChange(String kind, String sentence, Consumer<ReviewChanges.Opened> apply) {}
