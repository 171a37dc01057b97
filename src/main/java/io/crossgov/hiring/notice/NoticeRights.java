package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.HiringCase;

/** Who may read a message and act on it. Callers have settled that the person may see the case. */
final class NoticeRights {

    private NoticeRights() {}

    /** A letter to a candidate is candidate data: it closes to the agency when candidates do (L1, L18). */
    static boolean mayRead(Notice notice, HiringCase hiring, boolean poolOpen, Actor actor) {
        // Writing to candidates ends with the pool; an offer goes on until its case ends.
        return !notice.type().toCandidate()
                || actor.isOpmStaff()
                || knowsCandidates(hiring, actor) && (notice.type() != NoticeType.M5 || poolOpen);
    }

    /** Sending again, and recording another way: OPM everywhere, an agency's HR and managers what they themselves wrote to candidates. */
    static boolean mayAct(Notice notice, HiringCase hiring, boolean poolOpen, Actor actor) {
        return actor.isOpmStaff()
                || notice.type().toCandidate()
                        && actor.worksFor(hiring.agency())
                        && mayRead(notice, hiring, poolOpen, actor);
    }

    private static boolean knowsCandidates(HiringCase hiring, Actor actor) {
        return hiring.accessApproved() && (actor.has(Role.HIRING_MANAGER) || actor.has(Role.HR_SPECIALIST));
    }
}
