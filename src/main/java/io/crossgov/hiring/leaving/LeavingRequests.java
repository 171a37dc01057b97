package io.crossgov.hiring.leaving;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Availability;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.Candidates;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests to leave the pool, as agencies put them on record; what they ask takes effect when OPM has confirmed it (L9). */
@Service
public class LeavingRequests {

    private static final int MOST_POOLS = 20;

    private final LeavingRows rows;
    private final LeavingAsks asks;
    private final Candidates candidates;
    private final CandidateAvailability availability;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeavingRequests(
            LeavingRows rows,
            LeavingAsks asks,
            Candidates candidates,
            CandidateAvailability availability,
            DecisionLog decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.asks = asks;
        this.candidates = candidates;
        this.availability = availability;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whoever is about to put such a request on record is alone with the person from here, before anything else about the candidate is
     * written: two who wait for each other would lock up.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID candidateId) {
        availability.keepPerson(candidateId);
    }

    /**
     * Puts on record that the candidate asks to leave; asked by two agencies it is one request. Nothing follows from it but that OPM is told
     * ({@link AsksToLeave}).
     *
     * @return whether OPM has to decide it; not when the candidate has left already
     * @throws Refusal 400 by L9 without a paper, 409 when the candidate was hired
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ask(AskToLeave ask, Actor actor) {
        var faults = new Faults();
        AskToLeave.mustBeOnPaper(ask.papers(), faults);
        faults.refuse();
        // Whoever asks for the same person in the same instant waits here, and then finds this request.
        var now = availability.keepPerson(ask.candidateId());
        if (now == Availability.HIRED) {
            throw Refusal.conflictByRule("L9", "This candidate has entered on duty and can no longer withdraw.");
        }
        if (now == Availability.WITHDRAWN) {
            return false;
        }
        var person = candidates.byId(ask.candidateId()).personKey();
        var at = clock.instant();
        var request = rows.findByOpenPerson(person)
                .orElseGet(
                        () -> rows.saveAndFlush(new LeavingRequest(ask.announcement(), ask.candidateId(), person, at)));
        var asked = asks.saveAndFlush(new LeavingAsk(request, ask, actor, at));
        var after = new LinkedHashMap<String, Object>();
        after.put("candidateId", ask.candidateId());
        after.put("documents", ask.papers());
        decisions.record(DecisionLog.Entry.inCase(
                ask.caseNumber(),
                actor,
                "ask-to-leave-pool",
                "Put on record that a candidate asks to withdraw from all agencies; OPM decides.",
                null,
                after));
        events.publishEvent(new AsksToLeave(asked.id(), ask.caseNumber(), ask.candidateId(), ask.papers()));
        return true;
    }

    /** The confirmed withdrawal by which the candidate is gone; empty for one of before withdrawals were confirmed. */
    @Transactional(readOnly = true)
    public Optional<UUID> withdrawalOf(UUID candidateId) {
        return rows.confirmed(candidates.byId(candidateId).personKey(), Limit.of(1)).stream()
                .map(LeavingRequest::id)
                .findFirst();
    }

    /** Whether nobody can undo any more that the candidate withdrew. */
    @Transactional(readOnly = true)
    public boolean isForGood(UUID candidateId) {
        return rows.confirmed(candidates.byId(candidateId).personKey(), Limit.of(1)).stream()
                .allMatch(LeavingRequest::isSettled);
    }

    /** Where that request stands; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<LeavingState> stateOf(UUID requestId) {
        return rows.findById(requestId).map(LeavingRequest::state);
    }

    /** How many candidates of the pool wait for OPM's decision. */
    @Transactional(readOnly = true)
    public long waiting(AnnouncementNumber announcement) {
        return rows.openOfPool(announcement.value());
    }

    /** A pool in which candidates wait for OPM's decision. */
    public record Waiting(AnnouncementNumber announcement, long count) {}

    /** The pools in which candidates wait, the one in which somebody waits longest first. @return none for whoever does not decide */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor actor) {
        return actor.isOpmStaff()
                ? rows.waiting(Limit.of(MOST_POOLS)).stream()
                        .map(pool -> new Waiting(new AnnouncementNumber(pool.announcement()), pool.count()))
                        .toList()
                : List.of();
    }
}
