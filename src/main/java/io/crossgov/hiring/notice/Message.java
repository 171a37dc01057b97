package io.crossgov.hiring.notice;

/** A message as its recipient reads it, plain text. */
record Message(String subject, String body) {}
