package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;

/** Candidates came to the pool, or what is known of some changed, in this transaction. */
public record CandidatesChanged(AnnouncementNumber announcement) {}
