package io.crossgov.hiring.notice;

import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.selection.PassOvers;
import io.crossgov.hiring.selection.Selections;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what a message tells of. */
@Component
class Stories {

    private final CaseFacts caseFacts;
    private final Selections selections;
    private final PassOvers passOvers;
    private final Candidates candidates;
    private final People people;
    private final DecisionLog audit;

    Stories(
            CaseFacts caseFacts,
            Selections selections,
            PassOvers passOvers,
            Candidates candidates,
            People people,
            DecisionLog audit) {
        this.caseFacts = caseFacts;
        this.selections = selections;
        this.passOvers = passOvers;
        this.candidates = candidates;
        this.people = people;
        this.audit = audit;
    }

    Story ofCase(HiringCase hiring) {
        var pool = caseFacts.poolOf(hiring);
        return new Story(hiring, pool, staff(hiring), caseFacts.of(hiring, pool), null, null, null);
    }

    /** Of what is about no case. */
    Facts factsOfPool(AnnouncementNumber announcement) {
        return caseFacts.ofPool(announcement);
    }

    Story ofSelection(HiringCase hiring, UUID selectionId) {
        var pool = caseFacts.poolOf(hiring);
        var selection = selections.byId(selectionId);
        var candidate = candidates.byId(selection.candidateId());
        var facts = caseFacts.of(hiring, pool).and(CaseFacts.selectee(selection, candidate));
        return new Story(hiring, pool, staff(hiring), facts, selection, null, candidate);
    }

    Story ofPassOver(HiringCase hiring, UUID passOverId) {
        var pool = caseFacts.poolOf(hiring);
        var passOver = passOvers.byId(passOverId);
        var candidate = candidates.byId(passOver.candidateId());
        var facts = caseFacts.of(hiring, pool).with(Placeholder.APPLICANT_NUMBER, candidate.applicantNumber());
        return new Story(hiring, pool, staff(hiring), facts, null, passOver, candidate);
    }

    private CaseStaff staff(HiringCase hiring) {
        return new CaseStaff(hiring, people, audit);
    }
}
