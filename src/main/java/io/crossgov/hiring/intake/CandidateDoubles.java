package io.crossgov.hiring.intake;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * OPM's word on who is the same person in a pool: asked for by an import, kept for every later one, and changed by saying the other. One
 * person is held by one verified selection (L8), withdraws at once wherever there is a record (L9), and counts once (L13).
 */
@Service
@Transactional
class CandidateDoubles {

    private final Pools pools;
    private final Candidates candidates;
    private final DoubleRows decided;
    private final CandidateAvailability availability;
    private final DecisionLog decisions;
    private final Clock clock;

    CandidateDoubles(
            Pools pools,
            Candidates candidates,
            DoubleRows decided,
            CandidateAvailability availability,
            DecisionLog decisions,
            Clock clock) {
        this.pools = pools;
        this.candidates = candidates;
        this.decided = decided;
        this.availability = availability;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool */
    @Transactional(readOnly = true)
    List<DoubleDecision> of(Actor actor, AnnouncementNumber announcement) {
        Pools.mustBeOpm(actor);
        pools.byAnnouncement(announcement);
        return decided.of(announcement);
    }

    /**
     * Keeps the decisions; where both records are in the pool, they are one person, or two, from now on. The same decisions again change
     * nothing.
     *
     * @return all decisions of the pool
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool, 400 for a number paired with itself and for both
     *     answers to one pair, 409 by L8 when verified selections hold both
     */
    List<DoubleDecision> decide(Actor actor, AnnouncementNumber announcement, List<DoubleDecision> pairs) {
        Pools.mustBeOpm(actor);
        pools.held(announcement);
        var before = decided.of(announcement);
        var all = pairs.stream().map(DoubleDecision::inOrder).collect(Collectors.toCollection(LinkedHashSet::new));
        for (var pair : all) {
            if (pair.applicantNumber().equals(pair.otherApplicantNumber())) {
                throw Refusal.invalid(
                        "decisions", "Name two different applicant numbers, not " + pair.applicantNumber() + " twice.");
            }
            if (all.contains(pair.contrary())) {
                throw Refusal.invalid(
                        "decisions",
                        "You say that " + pair.applicantNumber() + " and " + pair.otherApplicantNumber()
                                + " are one person, and that they are two. Decide on one of both.");
            }
            if (!before.contains(pair)) {
                decided.put(announcement, pair, actor, clock.instant());
                decisions.record(new DecisionLog.Entry(
                        announcement.value(),
                        actor,
                        "decide-double",
                        pair.same()
                                ? "Two applicant numbers belong to one person."
                                : "Two applicant numbers belong to two people.",
                        null,
                        Map.of(
                                "applicantNumbers",
                                List.of(pair.applicantNumber(), pair.otherApplicantNumber()),
                                "same",
                                pair.same())));
            }
            apply(announcement, pair);
        }
        return decided.of(announcement);
    }

    private void apply(AnnouncementNumber announcement, DoubleDecision pair) {
        var one = candidates.byApplicantNumber(announcement, pair.applicantNumber());
        var other = candidates.byApplicantNumber(announcement, pair.otherApplicantNumber());
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        var first = one.get().personKey();
        var second = other.get().personKey();
        if (pair.same() && !first.equals(second)) {
            availability.onePerson(second, first);
        } else if (!pair.same() && first.equals(second)) {
            availability.anotherPerson(other.get().id(), WhoIsWho.ownKey(other.get()));
        }
    }
}
