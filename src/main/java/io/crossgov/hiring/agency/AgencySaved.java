package io.crossgov.hiring.agency;

/** An agency was added or changed, in this transaction. */
public record AgencySaved(String code, String name) {}
