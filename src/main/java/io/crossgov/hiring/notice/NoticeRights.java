package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.HiringCase;
import java.util.Set;
import java.util.UUID;

/**
 * What one person may read of a case's messages and do about them. Callers have settled that the person may see the case.
 *
 * @param poolOpen whether candidates of the case's pool can be written to today
 * @param hired selections of the case whose candidates entered on duty
 */
record NoticeRights(HiringCase hiring, boolean poolOpen, Set<UUID> hired, Actor actor) {

    /**
     * A letter to a candidate is candidate data: it closes to the agency when candidates do (L1, L18). What it wrote to those it hired it
     * goes on reading.
     */
    boolean mayRead(Notice notice) {
        if (!notice.type().toCandidate() || actor.isOpmStaff()) {
            return true;
        }
        if (!mayKnowCandidates()) {
            return false;
        }
        // Writing to candidates ends with the pool; an offer goes on until its case ends.
        return hiring.accessApproved()
                ? notice.type() != NoticeType.M5 || poolOpen
                : notice.selectionId() != null && hired.contains(notice.selectionId());
    }

    /** Sending again, and recording another way: OPM everywhere, an agency's HR and managers what they themselves wrote to candidates. */
    boolean mayAct(Notice notice) {
        return actor.isOpmStaff()
                || notice.type().fromAgency()
                        && hiring.accessApproved()
                        && actor.worksFor(hiring.agency())
                        && mayRead(notice);
    }

    /** Whether the time of an answer that opens a rule of law counts from the message; in a closed case nothing is opened any more. */
    static boolean needsProof(Notice notice, HiringCase hiring) {
        return notice.type().letter().isPresent() && hiring.isOpen();
    }

    private boolean mayKnowCandidates() {
        return actor.has(Role.HIRING_MANAGER) || actor.has(Role.HR_SPECIALIST);
    }
}
