package io.crossgov.hiring.pool;

import io.crossgov.hiring.common.AnnouncementNumber;
import java.util.UUID;

/** A candidate withdrew from all agencies, in this transaction (L9): every open case reacts at once. */
public record CandidateWithdrawnFromAll(UUID candidateId, AnnouncementNumber announcement) {}
