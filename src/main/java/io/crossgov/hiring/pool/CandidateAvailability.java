package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.Refusal;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds a candidate, across all agencies and nodes (L8, L9). The database settles races: a commitment's key is the candidate, and a
 * candidate's row carries a revision.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CandidateAvailability {

    private final CandidateTable candidates;
    private final CommitmentRows commitments;
    private final EntityManager entityManager;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CandidateAvailability(
            CandidateTable candidates,
            CommitmentRows commitments,
            EntityManager entityManager,
            DecisionLog decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.candidates = candidates;
        this.commitments = commitments;
        this.entityManager = entityManager;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Holds the candidate for a verified selection; holding it again for the same selection changes nothing. Publishes
     * {@link CandidateCommitted}.
     *
     * @throws Refusal 409 by L8 when the candidate is not available any more; says nothing about who was first
     */
    public void commit(UUID candidateId, UUID selectionId, String agencyCode) {
        var holder = commitments.selectionOf(candidateId);
        if (holder.filter(selectionId::equals).isPresent()) {
            return;
        }
        var candidate = candidates.findById(candidateId).orElseThrow(Candidates::unknown);
        if (holder.isPresent() || !candidate.isAvailable()) {
            throw noLongerAvailable();
        }
        // What the caller changed before is not ours to answer for: only our own two rows may end in L8.
        entityManager.flush();
        try {
            commitments.insert(candidateId, selectionId, agencyCode, clock.instant());
            candidate.become(Availability.COMMITTED);
            candidates.flush();
        } catch (DataIntegrityViolationException | ConcurrencyFailureException failure) {
            throw LostRace.orFailure(failure, noLongerAvailable());
        }
        events.publishEvent(new CandidateCommitted(candidateId, selectionId));
    }

    /**
     * Frees the candidate a selection holds, for all agencies; does nothing when it holds none, or when the candidate was hired. Publishes
     * {@link CandidateReleased}.
     */
    public void release(UUID selectionId) {
        commitments.candidateOf(selectionId).ifPresent(candidateId -> {
            var candidate = candidates.findById(candidateId).orElseThrow(Candidates::unknown);
            if (candidate.availability() == Availability.COMMITTED) {
                candidate.become(Availability.AVAILABLE);
                candidates.flush();
                commitments.delete(candidateId);
                events.publishEvent(new CandidateReleased(candidateId, selectionId));
            }
        });
    }

    /**
     * The candidate a selection holds has entered on duty.
     *
     * @throws Refusal 409 by L8 when the selection does not hold its candidate
     */
    public void hire(UUID selectionId) {
        var candidateId = commitments.candidateOf(selectionId).orElseThrow(CandidateAvailability::noLongerAvailable);
        candidates.findById(candidateId).orElseThrow(Candidates::unknown).become(Availability.HIRED);
    }

    /** The selection that holds the candidate. */
    public Optional<UUID> holderOf(UUID candidateId) {
        return commitments.selectionOf(candidateId);
    }

    /**
     * The candidate withdraws from all agencies (L9). Publishes {@link CandidateWithdrawnFromAll}, so that every open case reacts;
     * withdrawing again changes nothing. Whoever decides this records scope, reason and documents in the case.
     *
     * @throws Refusal 409 when the candidate was hired already
     */
    public void withdrawFromAll(UUID candidateId, Actor actor) {
        withdrawFromAll(candidateId, actor, null);
    }

    /**
     * As {@link #withdrawFromAll(UUID, Actor)}, recorded outside any case.
     *
     * @param reason why, in words, or null when a case records it
     */
    void withdrawFromAll(UUID candidateId, Actor actor, String reason) {
        var candidate = candidates.findById(candidateId).orElseThrow(Candidates::unknown);
        if (candidate.availability() == Availability.WITHDRAWN) {
            return;
        }
        if (candidate.availability() == Availability.HIRED) {
            throw Refusal.conflictByRule("L9", "This candidate has entered on duty and can no longer withdraw.");
        }
        var before = candidate.availability();
        candidate.become(Availability.WITHDRAWN);
        candidates.flush();
        commitments.delete(candidateId);
        var after = new LinkedHashMap<String, Object>();
        after.put("candidateId", candidateId);
        after.put("availability", Availability.WITHDRAWN);
        if (reason != null) {
            after.put("reason", reason);
        }
        decisions.record(new DecisionLog.Entry(
                candidate.announcement().value(),
                actor,
                "withdraw-candidate-from-all",
                "A candidate withdrew from all agencies.",
                Map.of("candidateId", candidateId, "availability", before),
                after));
        events.publishEvent(new CandidateWithdrawnFromAll(candidateId, candidate.announcement()));
    }

    private static Refusal noLongerAvailable() {
        return Refusal.conflictByRule("L8", "This candidate is no longer available.");
    }
}
