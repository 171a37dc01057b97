package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Availability;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who holds a candidate, across all agencies and nodes (L8, L9). One person may stand in several pools, or twice in one;
 * what holds for one record holds for all. The database settles races: there is one commitment a person, and a candidate's row carries a
 * revision.
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
     * Holds the candidate for a verified selection, and with this record all others of the same person; holding again for the same selection
     * changes nothing. Publishes {@link CandidateCommitted} for each record.
     *
     * @param record puts on record what the candidate is held for, before anything else learns of it and follows from it
     * @throws Refusal 409 by L8 when the candidate is not available any more; says nothing about who was first
     */
    public void commit(UUID candidateId, UUID selectionId, String agencyCode, Runnable record) {
        // The database decides who was first before either of the two has touched anything else.
        var taken = hold(candidateId, selectionId, agencyCode);
        record.run();
        taken.forEach(each -> events.publishEvent(new CandidateCommitted(each.id(), selectionId)));
    }

    /**
     * The candidate's record stays as the caller read it until the transaction ends: whoever verifies, withdraws or hires meanwhile waits,
     * and then finds what this transaction leaves. Asked last, before what rests on it is saved.
     *
     * @throws Refusal 409 by L8 when somebody was first: the candidate is not any more what the caller read
     */
    public void keep(Candidate read) {
        if (commitments.keep(read.id()).filter(read.availability()::equals).isEmpty()) {
            throw noLongerAvailable();
        }
    }

    /** Which of these persons a verified selection holds. */
    public Set<String> held(Collection<String> persons) {
        return commitments.held(persons);
    }

    private List<Candidate> hold(UUID candidateId, UUID selectionId, String agencyCode) {
        var candidate = candidates.findById(candidateId).orElseThrow(Candidates::unknown);
        // Whoever comes second waits here, whichever record of the person it is about, and then sees whether another
        // selection was first, or a colleague with this one.
        var now = commitments.keepAll(candidate.personKey()).get(candidateId);
        var holder = commitments.selectionOf(candidateId);
        if (holder.filter(selectionId::equals).isPresent()) {
            return List.of();
        }
        if (holder.isPresent() || now != Availability.AVAILABLE) {
            throw noLongerAvailable();
        }
        // What the caller changed before is not ours to answer for: only our own rows may end in L8.
        entityManager.flush();
        try {
            // A record that turned out to be this person's a moment ago was not kept: there the key decides.
            commitments.insert(candidateId, candidate.personKey(), selectionId, agencyCode, clock.instant());
            return become(candidate.personKey(), Availability.AVAILABLE, Availability.COMMITTED);
        } catch (DataIntegrityViolationException | ConcurrencyFailureException failure) {
            throw LostRace.orFailure(failure, noLongerAvailable());
        }
    }

    /**
     * Frees the person a selection holds, for all agencies and in all pools; does nothing when it holds none, or when the candidate was
     * hired. Publishes {@link CandidateReleased} for each record.
     */
    public void release(UUID selectionId) {
        commitments.candidateOf(selectionId).ifPresent(candidateId -> {
            var candidate = candidates.findById(candidateId).orElseThrow(Candidates::unknown);
            if (candidate.availability() == Availability.COMMITTED) {
                commitments.keepAll(candidate.personKey());
                commitments.delete(candidateId);
                freeUnlessHeld(candidate.personKey(), selectionId);
            }
        });
    }

    /**
     * The candidate a selection holds has entered on duty, and so is hired in all pools there are now. Whoever applies again later can be
     * selected again.
     *
     * @throws Refusal 409 by L8 when the selection does not hold its candidate
     */
    public void hire(UUID selectionId) {
        var candidateId = commitments.candidateOf(selectionId).orElseThrow(CandidateAvailability::noLongerAvailable);
        var candidate = candidates.findById(candidateId).orElseThrow(Candidates::unknown);
        commitments.keepAll(candidate.personKey());
        commitments.becomes(candidateId, null);
        become(candidate.personKey(), Availability.COMMITTED, Availability.HIRED).stream()
                .filter(record -> !record.id().equals(candidateId))
                .forEach(record -> record.follow(Availability.HIRED));
        candidates.flush();
    }

    /**
     * All records of the person stay as they are until the transaction ends: whoever is about to decide about the same person waits, and then
     * finds what this transaction leaves.
     *
     * @return what the candidate is now, whatever was read before
     */
    public Availability keepPerson(UUID candidateId) {
        var candidate = candidates.findById(candidateId).orElseThrow(Candidates::unknown);
        return commitments.keepAll(candidate.personKey()).get(candidateId);
    }

    /** The selection that holds the candidate, or did until the candidate was hired, in whichever pool. */
    public Optional<UUID> holderOf(UUID candidateId) {
        return Optional.ofNullable(holdersOf(Set.of(candidateId)).get(candidateId));
    }

    /** As {@link #holderOf}, by each of the candidates; those whom no selection holds are left out. */
    public Map<UUID, UUID> holdersOf(Set<UUID> candidateIds) {
        return commitments.selectionsOf(candidateIds);
    }

    /**
     * The candidate withdraws from all agencies (L9), in all records of the same person. Publishes {@link CandidateWithdrawnFromAll} for
     * each, so that every open case reacts;
     * withdrawing again changes nothing.
     *
     * @param reason why, in words
     * @throws Refusal 409 when the candidate was hired already
     */
    public void withdrawFromAll(UUID candidateId, Actor actor, String reason) {
        var candidate = candidates.findById(candidateId).orElseThrow(Candidates::unknown);
        if (candidate.availability() == Availability.WITHDRAWN && !candidate.followsAnother()) {
            return;
        }
        if (candidate.availability() == Availability.HIRED) {
            throw Refusal.conflictByRule("L9", "This candidate has entered on duty and can no longer withdraw.");
        }
        commitments.keepAll(candidate.personKey());
        var gone = candidates.ofPerson(candidate.personKey()).stream()
                .filter(record -> !record.availability().isFinal() || record.equals(candidate))
                .toList();
        var before = gone.stream().collect(Collectors.toMap(Candidate::id, Candidate::availability));
        gone.forEach(record -> record.follow(Availability.WITHDRAWN));
        candidate.become(Availability.WITHDRAWN);
        candidates.flush();
        gone.forEach(record -> commitments.delete(record.id()));
        gone.forEach(record -> record(record, before.get(record.id()), actor, reason));
        gone.forEach(record -> events.publishEvent(new CandidateWithdrawnFromAll(record.id(), record.announcement())));
    }

    /**
     * Undoes {@link #withdrawFromAll}, in all records of the same person; nothing that ended with it begins again. Whoever decides this records
     * why. Publishes {@link CandidateReturned} for each record.
     *
     * @param withdrawalId what is undone
     * @throws Refusal 409 when the candidate has not withdrawn
     */
    public void returnToAll(UUID candidateId, UUID withdrawalId) {
        var candidate = candidates.findById(candidateId).orElseThrow(Candidates::unknown);
        commitments.keepAll(candidate.personKey());
        var back = become(candidate.personKey(), Availability.WITHDRAWN, Availability.AVAILABLE);
        if (back.isEmpty()) {
            throw Refusal.conflictByRule("L9", "This candidate has not withdrawn from all agencies.");
        }
        holdIfHeld(candidate.personKey());
        back.stream()
                .filter(Candidate::isAvailable)
                .forEach(record -> events.publishEvent(new CandidateReturned(record.id(), withdrawalId)));
    }

    private void record(Candidate withdrawn, Availability before, Actor actor, String reason) {
        var after = new LinkedHashMap<String, Object>();
        after.put("candidateId", withdrawn.id());
        after.put("availability", Availability.WITHDRAWN);
        after.put("reason", reason);
        decisions.record(new DecisionLog.Entry(
                withdrawn.announcement().value(),
                actor,
                "withdraw-candidate-from-all",
                "A candidate withdrew from all agencies.",
                Map.of("candidateId", withdrawn.id(), "availability", before),
                after));
    }

    /**
     * Two persons turn out to be one: all records of the first are the second's from now on. Whoever is held in one record is held in all;
     * whoever has withdrawn from all agencies, or entered on duty, has done so in every record of the pool.
     *
     * @throws Refusal 409 by L8 when verified selections hold both, or one holds a record and the person was hired by another; by L9 when
     *     one holds a record and the person has withdrawn
     */
    public void onePerson(String person, String other) {
        entityManager.flush();
        var records = candidates.ofPerson(person);
        try {
            for (var record : records) {
                commitments.selectionOf(record.id()).ifPresent(held -> move(record, other));
                record.becomePerson(other);
            }
            candidates.flush();
        } catch (DataIntegrityViolationException failure) {
            throw LostRace.orFailure(failure, bothAreHeld());
        }
        settle(other);
        holdIfHeld(other);
    }

    /**
     * The record is about another person than it seemed, or the person is known by another key: the verified selection that holds this
     * record goes with it.
     *
     * @throws Refusal 409 by L8 when another selection holds that person
     */
    public void anotherPerson(UUID candidateId, String person) {
        entityManager.flush();
        var record = candidates.findById(candidateId).orElseThrow(Candidates::unknown);
        var former = record.personKey();
        if (former.equals(person)) {
            return;
        }
        var holder = commitments.selectionOfPerson(former);
        try {
            commitments.selectionOf(candidateId).ifPresent(held -> move(record, person));
            record.becomePerson(person);
            candidates.flush();
        } catch (DataIntegrityViolationException failure) {
            throw LostRace.orFailure(failure, bothAreHeld());
        }
        holder.ifPresent(selection -> {
            freeUnlessHeld(former, selection);
            freeUnlessHeld(person, selection);
        });
        settle(former);
        settle(person);
        holdIfHeld(former);
        holdIfHeld(person);
    }

    /** What is final in one record holds in all records of the person in the same pool, and no longer when they turn out to be two. */
    private void settle(String person) {
        var records = candidates.ofPerson(person);
        var origins = records.stream()
                .filter(record -> record.availability().isFinal() && !record.followsAnother())
                .sorted(Comparator.comparing(Candidate::availability))
                .toList();
        for (var record : records) {
            if (record.followsAnother()) {
                if (origins.stream().noneMatch(origin -> origin.availability() == record.availability())) {
                    record.become(Availability.AVAILABLE);
                    candidates.flush();
                    events.publishEvent(new CandidateReleased(record.id(), UUID.randomUUID()));
                }
            } else if (!record.availability().isFinal()) {
                origins.stream()
                        .filter(origin -> origin.announcement().equals(record.announcement()))
                        .findFirst()
                        .ifPresent(origin -> follow(record, origin));
            }
        }
    }

    private void follow(Candidate record, Candidate origin) {
        var withdrawn = origin.availability() == Availability.WITHDRAWN;
        if (record.availability() == Availability.COMMITTED) {
            throw Refusal.conflictByRule(
                    withdrawn ? "L9" : "L8",
                    "These are not one person for now: "
                            + (withdrawn ? "one withdrew from all agencies" : "one was hired")
                            + ", and a verified selection holds the other. That selection has to end first.");
        }
        record.follow(origin.availability());
        candidates.flush();
        if (withdrawn) {
            events.publishEvent(new CandidateWithdrawnFromAll(record.id(), record.announcement()));
        } else {
            commitments
                    .selectionOf(origin.id())
                    .ifPresent(selection -> events.publishEvent(new CandidateCommitted(record.id(), selection)));
        }
    }

    /** Somebody who was hired is held by nobody any more; the selection only says by whom. */
    private void move(Candidate record, String person) {
        if (record.availability() == Availability.COMMITTED) {
            commitments.becomes(record.id(), person);
        }
    }

    private void freeUnlessHeld(String person, UUID selectionId) {
        if (commitments.selectionOfPerson(person).isEmpty()) {
            become(person, Availability.COMMITTED, Availability.AVAILABLE)
                    .forEach(record -> events.publishEvent(new CandidateReleased(record.id(), selectionId)));
        }
    }

    private void holdIfHeld(String person) {
        commitments.selectionOfPerson(person).ifPresent(selection -> become(
                        person, Availability.AVAILABLE, Availability.COMMITTED)
                .forEach(record -> events.publishEvent(new CandidateCommitted(record.id(), selection))));
    }

    /** All records of the person that are {@code from} become {@code to}. */
    private List<Candidate> become(String person, Availability from, Availability to) {
        var changed = candidates.ofPerson(person).stream()
                .filter(record -> record.availability() == from)
                .toList();
        changed.forEach(record -> record.become(to));
        candidates.flush();
        return changed;
    }

    private static Refusal bothAreHeld() {
        return Refusal.conflictByRule(
                "L8",
                "These are not one person for now: verified selections hold both. One of the selections has to end first.");
    }

    private static Refusal noLongerAvailable() {
        return Refusal.conflictByRule("L8", "This candidate is no longer available.");
    }
}
