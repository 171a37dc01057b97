package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.pool.CandidateAvailability;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Candidates who decline the agency or leave the pool while the agency reviews (L9). */
@Service
@Transactional
class Withdrawals {

    private final Reviewing reviewing;
    private final LostSelections lostSelections;
    private final PassOvers passOvers;
    private final CandidateAvailability availability;
    private final Documents documents;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;

    Withdrawals(
            Reviewing reviewing,
            LostSelections lostSelections,
            PassOvers passOvers,
            CandidateAvailability availability,
            Documents documents,
            DecisionLog audit,
            ApplicationEventPublisher events,
            OfficeClock office) {
        this.reviewing = reviewing;
        this.lostSelections = lostSelections;
        this.passOvers = passOvers;
        this.availability = availability;
        this.documents = documents;
        this.audit = audit;
        this.events = events;
        this.office = office;
    }

    /** Records it, ends the selections it reaches and tells OPM. In the order of selection only the candidate's own paper counts (L14, L16). */
    void withdraw(CaseNumber number, UUID candidateId, ReviewEntries.Withdrawal withdrawal, Actor actor) {
        if (withdrawal.scope() == null) {
            throw Refusal.byRule(
                    "L9", "scope", "Say whether the candidate declined your agency only or withdrew from all.");
        }
        var opened = reviewing.open(number, candidateId, withdrawal.version(), actor);
        withdrawal.documents().forEach(id -> documents.inCase(number, id, DocumentPurpose.WITHDRAWAL, "documents"));
        if (opened.candidates()
                .heldSelection(candidateId)
                .filter(selection -> selection.state() == SelectionState.ONBOARDED)
                .isPresent()) {
            throw Refusal.conflictByRule("L9", "This candidate has entered on duty and can no longer withdraw.");
        }
        var before = ReviewChanges.facts(opened.review());
        opened.review()
                .declinedThisAgency(
                        office.today(),
                        withdrawal.note(),
                        withdrawal.documents().stream().findFirst().orElse(null));
        reviewing.save(opened.review(), actor);
        audit.record(DecisionLog.Entry.inCase(
                number,
                actor,
                "record-withdrawal",
                withdrawal.scope() == WithdrawalScope.ALL_AGENCIES
                        ? "A candidate withdrew from all agencies."
                        : "A candidate declined this agency.",
                before,
                Map.of("candidateId", candidateId, "scope", withdrawal.scope(), "documents", withdrawal.documents())));
        if (withdrawal.scope() == WithdrawalScope.ALL_AGENCIES) {
            availability.withdrawFromAll(candidateId, actor);
        } else {
            var records = opened.candidates().persons().records(candidateId);
            lostSelections.declined(opened.hiring().agency(), records, actor);
            passOvers.noLongerNeeded(number, records, actor);
        }
        events.publishEvent(new CandidateWithdrew(
                number, candidateId, UUID.randomUUID(), withdrawal.scope(), withdrawal.documents()));
    }
}
