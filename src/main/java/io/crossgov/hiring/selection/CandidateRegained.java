package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which cases gain by it that a selection gave its candidate up, or that a withdrawal was undone: they hear that the candidate is available again (M23). */
@Component
public class CandidateRegained {

    private final SelectionRows rows;
    private final Cases cases;
    private final CaseCandidates caseCandidates;
    private final OfficeClock office;

    CandidateRegained(SelectionRows rows, Cases cases, CaseCandidates caseCandidates, OfficeClock office) {
        this.rows = rows;
        this.cases = cases;
        this.caseCandidates = caseCandidates;
        this.office = office;
    }

    /**
     * Open cases that lost the candidate because another selection was verified (L8), in the order of their numbers, as far as they can
     * elect the candidate now: on their list and not set aside, in a pool that is open, with a vacancy left.
     *
     * @param selectionId which gave the candidate up; its own case does not hear of its own loss
     */
    @Transactional(readOnly = true)
    public List<HiringCase> cases(UUID candidateId, UUID selectionId) {
        var own = rows.findById(selectionId).map(Selection::caseNumber);
        return rows.casesThatLost(candidateId).stream()
                .sorted()
                .map(CaseNumber::new)
                .filter(number -> own.filter(number::equals).isEmpty())
                .map(cases::byNumber)
                .filter(hiring -> canElect(hiring, candidateId))
                .toList();
    }

    /** Those of these cases that gain by it that a candidate's withdrawal from all agencies was undone (L9), as far as {@link #cases} says. */
    @Transactional(readOnly = true)
    public List<HiringCase> casesOfReturned(UUID candidateId, List<CaseNumber> concerned) {
        return concerned.stream()
                .map(cases::byNumber)
                .filter(hiring -> canElect(hiring, candidateId))
                .toList();
    }

    private boolean canElect(HiringCase hiring, UUID candidateId) {
        if (!hiring.isOpen()) {
            return false;
        }
        var known = caseCandidates.of(hiring, candidateId);
        return known.canBeElected(candidateId)
                && known.pool().window().isOpenOn(office.today())
                && known.vacanciesTaken() < hiring.vacancies();
    }
}
