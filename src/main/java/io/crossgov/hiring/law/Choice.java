package io.crossgov.hiring.law;

import java.util.UUID;

/** Whom an agency wants, and where. */
public record Choice(UUID candidateId, String dutyLocation) {}
