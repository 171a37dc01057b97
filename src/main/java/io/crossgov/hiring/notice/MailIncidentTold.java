package io.crossgov.hiring.notice;

/**
 * Whether messages leave now. Published again and again, so that whoever missed it once is right soon after.
 *
 * @param sentence why and since when none leaves, without names and addresses; null when they do
 */
public record MailIncidentTold(String sentence) {}
