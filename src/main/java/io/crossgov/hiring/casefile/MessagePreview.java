package io.crossgov.hiring.casefile;

/**
 * A message that would be sent.
 *
 * @param title what kind it is
 * @param to name and address of who would get it
 */
public record MessagePreview(String title, String to, String subject, String text) {}
