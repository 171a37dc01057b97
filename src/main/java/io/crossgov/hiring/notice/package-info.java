/** The messages: written to the outbox with what they tell of, from templates a person can edit, sent after commit. */
package io.crossgov.hiring.notice;
