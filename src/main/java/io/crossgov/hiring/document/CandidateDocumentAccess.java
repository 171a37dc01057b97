package io.crossgov.hiring.document;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import java.util.UUID;

/** Which candidates' files an agency may read. Package {@code selection} implements it, for the same reason as {@link CaseAccess}. */
public interface CandidateDocumentAccess {

    /**
     * Whether this person of an agency may read the files of that candidate now: the agency's access to the pool is approved
     * (L1) and the candidate is referred to one of its cases (L11) or selected in it. Never asked for OPM staff.
     */
    boolean mayRead(UUID candidateId, AnnouncementNumber announcement, Actor actor);
}
