package io.crossgov.hiring.document;

import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import java.util.Objects;
import java.util.UUID;

/** What a file belongs to: a hiring case of one agency, or a candidate of a pool. */
public sealed interface DocumentOwner {

    /** The case whose agency (and OPM) may read the file. */
    static DocumentOwner ofCase(CaseNumber number, String agencyCode) {
        return new OfCase(number, agencyCode);
    }

    /** The candidate; agencies read the file only where {@link CandidateDocumentAccess} lets them. */
    static DocumentOwner ofCandidate(UUID candidateId, AnnouncementNumber announcement) {
        return new OfCandidate(candidateId, announcement);
    }

    /** A hiring case. */
    record OfCase(CaseNumber number, String agencyCode) implements DocumentOwner {
        public OfCase {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(agencyCode, "agencyCode");
        }
    }

    /** A candidate of a pool. */
    record OfCandidate(UUID candidateId, AnnouncementNumber announcement) implements DocumentOwner {
        public OfCandidate {
            Objects.requireNonNull(candidateId, "candidateId");
            Objects.requireNonNull(announcement, "announcement");
        }
    }
}
