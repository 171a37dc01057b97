package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.CandidateDocumentAccess;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An agency reads a candidate's files exactly as long as one of its cases shows it the candidate. */
@Component
class ReferredCandidateDocuments implements CandidateDocumentAccess {

    private final Cases cases;
    private final CaseCandidates caseCandidates;
    private final CandidateBoard board;

    ReferredCandidateDocuments(Cases cases, CaseCandidates caseCandidates, CandidateBoard board) {
        this.cases = cases;
        this.caseCandidates = caseCandidates;
        this.board = board;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(UUID candidateId, AnnouncementNumber announcement, Actor actor) {
        return (actor.has(Role.HIRING_MANAGER) || actor.has(Role.HR_SPECIALIST))
                && cases.withApprovedAccess(actor.agency(), announcement).stream()
                        .anyMatch(hiring -> shows(hiring, candidateId));
    }

    private boolean shows(HiringCase hiring, UUID candidateId) {
        try {
            return board.isShown(caseCandidates.of(hiring, candidateId), candidateId);
        } catch (Refusal notThere) {
            return false;
        }
    }
}
