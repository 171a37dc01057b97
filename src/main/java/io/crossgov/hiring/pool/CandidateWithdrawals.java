package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Candidates who tell OPM, and no agency, that they withdraw from the pool (L9). */
@Service
@Transactional
class CandidateWithdrawals {

    private final Pools pools;
    private final CandidateNumbers candidates;
    private final CandidateAvailability availability;
    private final ApplicationEventPublisher events;

    CandidateWithdrawals(
            Pools pools,
            CandidateNumbers candidates,
            CandidateAvailability availability,
            ApplicationEventPublisher events) {
        this.pools = pools;
        this.candidates = candidates;
        this.availability = availability;
        this.events = events;
    }

    /**
     * Takes the candidate out of every case of every agency; recording it again changes nothing. Publishes {@link CandidateWithdrewAtOpm}.
     *
     * @param applicantNumber as {@link CandidateNumbers} understands it
     * @param reason why, in words
     * @param how how and when the candidate said so, and what shows it
     * @throws Refusal 400 when several candidates may be meant, 403 unless {@code actor} is OPM staff, 404 for an unknown pool or candidate, 409 by L9 when the candidate was hired
     */
    Candidate withdraw(
            Actor actor, AnnouncementNumber announcement, String applicantNumber, String reason, String how) {
        Pools.mustBeOpm(actor);
        var pool = pools.byAnnouncement(announcement);
        var candidate = candidates
                .meant(pool.announcement(), applicantNumber)
                .orElseThrow(() ->
                        Refusal.unknown("This pool has no candidate with that applicant number. Look at it again."));
        events.publishEvent(new CandidateWithdrewAtOpm(candidate.id(), reason, how, actor));
        availability.withdrawFromAll(candidate.id(), actor, reason + "\nHow the candidate said so: " + how);
        return candidate;
    }
}
