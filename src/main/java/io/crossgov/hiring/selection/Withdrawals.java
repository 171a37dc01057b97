package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import io.crossgov.hiring.leaving.AskToLeave;
import io.crossgov.hiring.leaving.LeavingDecided;
import io.crossgov.hiring.leaving.LeavingRequests;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.selection.paper.OwnPapers;
import io.crossgov.hiring.selection.paper.TakenBack;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Candidates who decline the agency while it reviews, or ask to leave the pool besides, and what becomes of that (L9). */
@Service
@Transactional
class Withdrawals {

    private final Reviewing reviewing;
    private final CandidateReviews reviews;
    private final LostSelections lostSelections;
    private final RestingSelections restingSelections;
    private final PassOvers passOvers;
    private final LeavingRequests leaving;
    private final Candidates candidates;
    private final Documents documents;
    private final OwnPapers ownPapers;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;

    Withdrawals(
            Reviewing reviewing,
            CandidateReviews reviews,
            LostSelections lostSelections,
            RestingSelections restingSelections,
            PassOvers passOvers,
            LeavingRequests leaving,
            Candidates candidates,
            Documents documents,
            OwnPapers ownPapers,
            DecisionLog audit,
            ApplicationEventPublisher events,
            OfficeClock office) {
        this.reviewing = reviewing;
        this.reviews = reviews;
        this.lostSelections = lostSelections;
        this.restingSelections = restingSelections;
        this.passOvers = passOvers;
        this.leaving = leaving;
        this.candidates = candidates;
        this.documents = documents;
        this.ownPapers = ownPapers;
        this.audit = audit;
        this.events = events;
        this.office = office;
    }

    /**
     * Records that the candidate declined this agency, ends the selections of the agency and tells OPM. In the order of selection only the
     * candidate's own paper counts (L14, L16): without it a request about the candidate and a vacancy that is held stay. Who withdraws from
     * all agencies is asked for that paper, and for the others nothing has happened before OPM confirms it.
     *
     * @throws Refusal 400 by L14 when somebody's selection rests on that of the candidate, and nothing shows what he or she said
     */
    void withdraw(CaseNumber number, UUID candidateId, ReviewEntries.Withdrawal withdrawal, Actor actor) {
        if (withdrawal.scope() == null) {
            throw Refusal.byRule(
                    "L9", "scope", "Say whether the candidate declined your agency only or withdrew from all.");
        }
        var opened = reviewing.open(number, candidateId, withdrawal.version(), actor);
        var fromAll = withdrawal.scope() == WithdrawalScope.ALL_AGENCIES;
        if (fromAll) {
            var faults = new Faults();
            AskToLeave.mustBeOnPaper(withdrawal.documents(), faults);
            faults.refuse();
            leaving.keep(candidateId);
        }
        withdrawal.documents().forEach(id -> documents.inCase(number, id, DocumentPurpose.WITHDRAWAL, "documents"));
        if (opened.candidates()
                .heldSelection(candidateId)
                .filter(selection -> selection.state() == SelectionState.ONBOARDED)
                .isPresent()) {
            throw Refusal.conflictByRule("L9", "This candidate has entered on duty and can no longer withdraw.");
        }
        var records = opened.candidates().persons().records(candidateId);
        ownPapers.file(candidateId, withdrawal.documents(), "documents");
        var shown = !withdrawal.documents().isEmpty()
                || opened.review().isDocumentedDeclination(number)
                || opened.candidates().declination(candidateId).isPresent();
        if (!shown) {
            restingSelections.mustNotRestOn(opened.hiring().agency(), records);
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
                "A candidate declined this agency.",
                before,
                Map.of("candidateId", candidateId, "scope", withdrawal.scope(), "documents", withdrawal.documents())));
        lostSelections.declined(opened.hiring().agency(), records, actor);
        // What OPM reads may turn out not to be the candidate's word, or to be a mistake: what cannot be begun again
        // waits.
        var waits = fromAll && asksToLeave(opened, withdrawal, actor);
        if (shown && !waits) {
            passOvers.noLongerNeeded(number, records, actor);
        }
        if (!fromAll) {
            events.publishEvent(new CandidateWithdrew(
                    number, candidateId, UUID.randomUUID(), withdrawal.scope(), withdrawal.documents()));
        }
    }

    private boolean asksToLeave(ReviewChanges.Opened opened, ReviewEntries.Withdrawal withdrawal, Actor actor) {
        var hiring = opened.hiring();
        var ask = new AskToLeave(
                hiring.number(),
                hiring.agency(),
                hiring.announcement(),
                opened.candidateId(),
                null,
                withdrawal.documents());
        if (!leaving.ask(ask, actor)) {
            return false;
        }
        opened.review().asksToLeave();
        reviews.saveAndFlush(opened.review());
        return true;
    }

    /**
     * The cases that asked read what OPM decided. What a candidate said to them by mistake, or did not say at all, is taken back with it; what
     * was said of one agency only counts there as any other paper does.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeavingDecided decided) {
        for (var ask : decided.asks()) {
            reviews.ofCandidate(ask.caseNumber().value(), ask.candidateId()).ifPresent(review -> {
                review.leavingDecided(decided.state(), decided.reason());
                switch (decided.state()) {
                    case UNDONE -> takeBack(ask, TakenBack.MISTAKE);
                    case NOT_OWN_WORD -> takeBack(ask, TakenBack.NOT_OWN_WORD);
                    case REFUSED -> declinedThisAgencyOnly(review, ask);
                    case OPEN, CONFIRMED -> {
                        // Nothing is taken back, and nothing that cannot be begun again has ended.
                    }
                }
                reviews.saveAndFlush(review);
            });
        }
    }

    /** In every case where the same paper is on file, as an answer, too: filed once more it shows nothing either. */
    private void takeBack(LeavingDecided.Ask ask, TakenBack why) {
        var papers = ownPapers.takeBack(ask.candidateId(), ask.papers(), why);
        if (!papers.isEmpty()) {
            reviews.restingOn(papers, recordsOf(ask)).forEach(resting -> {
                resting.declinedByMistake(papers);
                resting.answeredByMistake(papers);
            });
        }
    }

    private void declinedThisAgencyOnly(CandidateReview review, LeavingDecided.Ask ask) {
        if (review.isDocumentedDeclination(ask.caseNumber())) {
            passOvers.noLongerNeeded(ask.caseNumber(), recordsOf(ask), Actor.SYSTEM);
        }
    }

    private Set<UUID> recordsOf(LeavingDecided.Ask ask) {
        return candidates.ofPerson(ask.candidateId()).stream()
                .map(Candidate::id)
                .collect(Collectors.toSet());
    }
}
