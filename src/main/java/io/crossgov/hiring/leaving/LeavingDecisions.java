package io.crossgov.hiring.leaving;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.CaseMessages;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.CandidateWithdrewAtOpm;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What OPM decides about requests to leave the pool, each once; only a confirmed one takes effect, in every case (L9). */
@Service
@Transactional
class LeavingDecisions {

    private final LeavingRows rows;
    private final LeavingAsks asks;
    private final Candidates candidates;
    private final CandidateAvailability availability;
    private final CaseMessages messages;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;
    private final Clock clock;
    private final int daysToUndo;

    LeavingDecisions(
            LeavingRows rows,
            LeavingAsks asks,
            Candidates candidates,
            CandidateAvailability availability,
            CaseMessages messages,
            DecisionLog decisions,
            ApplicationEventPublisher events,
            OfficeClock office,
            Clock clock,
            @Value("${crossgov.days-to-undo-withdrawal:7}") int daysToUndo) {
        this.rows = rows;
        this.asks = asks;
        this.candidates = candidates;
        this.availability = availability;
        this.messages = messages;
        this.decisions = decisions;
        this.events = events;
        this.office = office;
        this.clock = clock;
        this.daysToUndo = daysToUndo;
    }

    /**
     * The candidate leaves the pool, and every open case reacts at once. The candidate is told, and until when it can be said that it was a
     * mistake.
     *
     * @return the candidate's applicant number
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 when there is none in that pool, 409 when somebody was first, or when the
     *     candidate was hired
     */
    String confirm(AnnouncementNumber announcement, UUID id, Actor actor) {
        var request = toDecide(announcement, id, actor);
        request.confirmed(actor, clock.instant());
        rows.saveAndFlush(request);
        var told = asksOf(request);
        decided(request, told, null);
        record(
                request,
                told,
                actor,
                "confirm-leaving-pool",
                "OPM confirmed that a candidate withdraws from all agencies.",
                Map.of());
        availability.withdrawFromAll(request.candidateId(), actor, "The candidate asked for it in writing.");
        return applicantNumber(request);
    }

    /**
     * The candidate stays. With the agency to which it was said a declination stays what it is, unless the paper is not the candidate's word:
     * then it shows nothing, there either. The agency is told.
     *
     * @throws Refusal as {@link #confirm}
     */
    String refuse(AnnouncementNumber announcement, UUID id, LeavingEntries.Refusing refusing, Actor actor) {
        var reason = refusing.reason().strip();
        var request = toDecide(announcement, id, actor);
        request.refused(refusing.ownWord().isYes(), reason, actor, clock.instant());
        rows.saveAndFlush(request);
        var told = asksOf(request);
        decided(request, told, reason);
        record(
                request,
                told,
                actor,
                "refuse-leaving-pool",
                "OPM did not confirm that a candidate withdraws from all agencies"
                        + (refusing.ownWord().isYes()
                                ? "."
                                : ": the paper is not the candidate\u2019s own word. The candidate stands again as if it had not been put"
                                        + " on record; a selection that ended stays ended."),
                Map.of("reason", reason));
        return applicantNumber(request);
    }

    /**
     * The candidate said in time that it was a mistake, and is available again. Selections and offers that ended stay ended.
     *
     * @param how the candidate said so, with what shows it
     * @throws Refusal as {@link #confirm}, 409 with the day when the days to say so are over
     */
    String undo(AnnouncementNumber announcement, UUID id, String reason, String how, Actor actor) {
        var request = toDecide(announcement, id, actor);
        request.mustBe(LeavingState.CONFIRMED);
        lastDayToUndo(request)
                .filter(lastDay -> office.today().isAfter(lastDay))
                .ifPresent(lastDay -> {
                    throw Refusal.conflictByRule(
                            "L9",
                            "The candidate could say until " + office.dueDayInWords(lastDay)
                                    + " that withdrawing was a mistake. That day is over: the withdrawal stands.");
                });
        request.undone(reason, how, actor, clock.instant());
        rows.saveAndFlush(request);
        var told = asksOf(request);
        decided(request, told, reason);
        record(
                request,
                told,
                actor,
                "undo-leaving-pool",
                "OPM undid that a candidate withdrew from all agencies: the candidate said in time that it was a mistake."
                        + " Selections and offers that ended stay ended.",
                Map.of("reason", reason, "how", how));
        availability.returnToAll(request.candidateId(), request.id());
        return applicantNumber(request);
    }

    /** Which withdrawals stand for good from today, so that what waited for that can end; with the one asked first first. */
    @Transactional(readOnly = true)
    List<UUID> toSettle() {
        return rows.unsettled().stream()
                .filter(this::standsForGood)
                .map(LeavingRequest::id)
                .toList();
    }

    /** The candidate's days are over and nothing was undone: requests about the candidate and vacancies held for him or her end now. */
    void settle(UUID id) {
        availability.keepPerson(rows.candidateOf(id).orElseThrow(LeavingDecisions::unknown));
        rows.toDecide(id).filter(this::standsForGood).ifPresent(request -> {
            request.settled(clock.instant());
            rows.saveAndFlush(request);
            candidates.ofPerson(request.candidateId()).stream()
                    .map(Candidate::id)
                    .forEach(candidate -> events.publishEvent(new LeftForGood(candidate)));
        });
    }

    private boolean standsForGood(LeavingRequest request) {
        return request.state() == LeavingState.CONFIRMED
                && !request.isSettled()
                && lastDayToUndo(request)
                        .filter(lastDay -> office.today().isAfter(lastDay))
                        .isPresent();
    }

    /**
     * The last day on which the withdrawal can be undone: as the letter names it that tells the candidate, or counted from OPM's own record
     * where the candidate told OPM. Empty while that letter has not left: the days have not begun.
     */
    @Transactional(readOnly = true)
    Optional<LocalDate> lastDayToUndo(LeavingRequest request) {
        var letter = messages.letter(request.id());
        return letter.isPresent()
                ? letter.flatMap(left -> Optional.ofNullable(left.mayAnswerUntil()))
                : Optional.of(office.dayOf(request.decidedAt()).plusDays(daysToUndo));
    }

    /** A candidate told OPM alone: the same row, decided with it, so that it can be undone in the same days. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CandidateWithdrewAtOpm withdrew) {
        availability.keepPerson(withdrew.candidateId());
        var candidate = candidates.byId(withdrew.candidateId());
        var person = candidate.personKey();
        var open = rows.findByOpenPerson(person);
        if (open.isEmpty() && !rows.confirmed(person, Limit.of(1)).isEmpty()) {
            return;
        }
        var at = clock.instant();
        var request = open.orElseGet(
                () -> rows.saveAndFlush(new LeavingRequest(candidate.announcement(), candidate.id(), person, at)));
        request.confirmed(withdrew.reason(), withdrew.how(), withdrew.by(), at);
        rows.saveAndFlush(request);
        decided(request, asksOf(request), null);
    }

    /** Who decides is alone with the person's records, and then with the request: always in that order. */
    private LeavingRequest toDecide(AnnouncementNumber announcement, UUID id, Actor actor) {
        Pools.mustBeOpm(actor);
        availability.keepPerson(rows.candidateOf(id).orElseThrow(LeavingDecisions::unknown));
        var request = rows.toDecide(id).orElseThrow(LeavingDecisions::unknown);
        if (!request.announcement().equals(announcement)
                && asksOf(request).stream().noneMatch(ask -> ask.isOf(announcement))) {
            throw unknown();
        }
        return request;
    }

    private List<LeavingAsk> asksOf(LeavingRequest request) {
        return asks.of(List.of(request.id()));
    }

    private void decided(LeavingRequest request, List<LeavingAsk> told, String reason) {
        events.publishEvent(new LeavingDecided(
                request.id(),
                request.candidateId(),
                request.state(),
                told.stream().map(LeavingAsk::told).toList(),
                reason,
                daysToUndo));
    }

    /** In the pool's chain, and in those of the cases that asked, none of which reads of another. */
    private void record(
            LeavingRequest request,
            List<LeavingAsk> told,
            Actor actor,
            String kind,
            String sentence,
            Map<String, String> words) {
        var after = new LinkedHashMap<String, Object>();
        after.put("candidateId", request.candidateId());
        after.putAll(words);
        decisions.record(new DecisionLog.Entry(request.announcement().value(), actor, kind, sentence, null, after));
        told.stream()
                .map(LeavingAsk::caseNumber)
                .map(CaseNumber::value)
                .distinct()
                .sorted()
                .forEach(number -> decisions.record(new DecisionLog.Entry(number, actor, kind, sentence, null, after)));
    }

    private String applicantNumber(LeavingRequest request) {
        return candidates.byId(request.candidateId()).applicantNumber();
    }

    private static Refusal unknown() {
        return Refusal.unknown("This pool has no such withdrawal. Look at the list again.");
    }
}
