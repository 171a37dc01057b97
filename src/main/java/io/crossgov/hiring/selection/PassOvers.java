package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.CaseClosed;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.MessageLeft;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Objection;
import io.crossgov.hiring.law.PassOverRequest;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.SamePosition;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.leaving.LeavingRequests;
import io.crossgov.hiring.leaving.LeftForGood;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.CandidateWithdrawnFromAll;
import io.crossgov.hiring.pool.Candidates;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests to pass over preference eligibles (L15) and objections to anybody (L22): asked for and withdrawn by the agency; filed and decided
 * in tasks of their own.
 */
@Service
public class PassOvers {

    private static final Set<PassOver.State> PENDING = Arrays.stream(PassOver.State.values())
            .filter(PassOver.State::isPending)
            .collect(Collectors.toUnmodifiableSet());

    private final PassOverRows rows;
    private final HeldVacancies held;
    private final ReviewAccess access;
    private final CaseCandidates caseCandidates;
    private final Candidates candidates;
    private final CandidateAvailability availability;
    private final LeavingRequests leaving;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;
    private final Clock clock;

    PassOvers(
            PassOverRows rows,
            HeldVacancies held,
            ReviewAccess access,
            CaseCandidates caseCandidates,
            Candidates candidates,
            CandidateAvailability availability,
            LeavingRequests leaving,
            DecisionLog audit,
            ApplicationEventPublisher events,
            OfficeClock office,
            Clock clock) {
        this.rows = rows;
        this.held = held;
        this.access = access;
        this.caseCandidates = caseCandidates;
        this.candidates = candidates;
        this.availability = availability;
        this.leaving = leaving;
        this.audit = audit;
        this.events = events;
        this.office = office;
        this.clock = clock;
    }

    /** @throws Refusal 404 when there is none */
    @Transactional(readOnly = true)
    public PassOver byId(UUID passOverId) {
        return rows.findById(passOverId).orElseThrow(PassOvers::unknown);
    }

    /**
     * All requests of the agency about the same person for the position, or for one that may be the same, in whichever of its cases and
     * wherever they stand, oldest first, this one among them.
     */
    List<PositionPassOver> forPosition(HiringCase hiring, PassOver request) {
        return rows.aboutPerson(hiring.agency(), hiring.announcement().value(), request.candidateId()).stream()
                .filter(other -> other.as(hiring) != SamePosition.OTHER)
                .toList();
    }

    /**
     * Asks to pass over the candidate, or objects; ground, reasons and form follow in a task. Publishes {@link PassOverAsked}.
     *
     * @param newFacts what was not known when an earlier request was denied, or null
     * @throws Refusal 404 for somebody who is not the case's, 400 for what L15 or L22 forbids, 409 when somebody else asked at the same moment
     */
    @Transactional
    UUID ask(CaseNumber number, UUID candidateId, PassOver.Kind kind, String newFacts, Actor actor) {
        var hiring = access.toReview(number, actor);
        access.hold(number);
        var known = caseCandidates.of(hiring);
        var candidate = known.person(candidateId).orElseThrow(CaseCandidates::unknown);
        var situation = caseCandidates.today(known);
        if (!situation.window().isOpenOn(situation.electedOn())) {
            throw Refusal.byRule(
                    "L18", "The pool is closed for selections, so nothing has to be asked about anybody any more.");
        }
        if (mayBeAsked(kind, situation, candidateId, newFacts != null) instanceof Ruling.Refused refused) {
            throw Rulings.asRefusal(refused, known);
        }
        if (known.heldSelection(candidateId).isPresent()) {
            throw Refusal.conflictByRule(
                    kind == PassOver.Kind.OBJECTION ? "L22" : "L15", candidate.name() + " is elected in this case.");
        }
        mustBeNew(newFacts, known.exceptions().passOver(candidateId));
        rows.ofCase(number.value()).stream()
                .filter(asked -> asked.state() == PassOver.State.DENIED)
                .filter(asked -> known.persons().same(asked.candidateId(), candidateId))
                .forEach(PassOver::askedAgain);
        rows.flush();
        availability.keep(candidate);
        var request = rows.saveAndFlush(new PassOver(
                kind, hiring, candidate, known.preference(candidateId), newFacts, actor.userId(), clock.instant()));
        decided(
                request,
                actor,
                request.isObjection() ? "object-to-candidate" : "ask-to-pass-over",
                (request.isObjection() ? "Objected to a candidate" : "Asked to pass over a preference eligible")
                        + (newFacts == null ? "." : " again, with new facts."),
                null);
        events.publishEvent(new PassOverAsked(number, request.id()));
        return request.id();
    }

    /** What was denied is asked again with what was not known then, in whichever case of the agency about the position it was. */
    private static void mustBeNew(String newFacts, Optional<PassOver> earlier) {
        if (newFacts == null) {
            return;
        }
        var denied = earlier.filter(asked -> asked.state() == PassOver.State.DENIED)
                .orElseThrow(
                        () -> Refusal.invalid(
                                "newFacts",
                                "No request about this candidate was denied for this position, so there is nothing that was not known then."));
        if (Stream.concat(denied.reasons().stream(), denied.newFacts().stream())
                .anyMatch(known -> PlainText.same(known, newFacts))) {
            throw Refusal.byRule(
                    "L15",
                    "newFacts",
                    "These facts were given with the request that was denied. Say what was not known then.");
        }
    }

    private static Ruling mayBeAsked(PassOver.Kind kind, Situation situation, UUID candidateId, boolean newFacts) {
        return switch (kind) {
            case PASS_OVER -> PassOverRequest.mayBeAsked(situation, candidateId, newFacts);
            case OBJECTION -> Objection.mayBeMade(situation, candidateId, newFacts);
        };
    }

    /**
     * The candidate asked for the reasons, and is sent them (5 U.S.C. 3318(c)). Publishes {@link PassOverReasonsAsked}.
     *
     * @throws Refusal 404 when nothing was asked, 409 while no reasons are on file, or when they were sent today already
     */
    @Transactional
    void giveReasons(CaseNumber number, UUID candidateId, Actor actor) {
        var hiring = access.toReview(number, actor);
        access.hold(number);
        var known = caseCandidates.of(hiring);
        var request = known.exceptions()
                .passOver(candidateId)
                .filter(asked -> asked.isOf(number))
                .orElseThrow(PassOvers::unknown);
        if (!request.hasReasonsToGive()) {
            throw Refusal.conflictByRule("L15", "No reasons are on file that this candidate could be sent.");
        }
        if (request.reasonsGivenOn().filter(office.today()::equals).isPresent()) {
            throw Refusal.conflict("The reasons were sent to this candidate today already.");
        }
        var counted = byId(request.id());
        var before = facts(counted);
        counted.reasonsGiven(office.today());
        rows.saveAndFlush(counted);
        decided(
                counted,
                actor,
                "give-pass-over-reasons",
                "Sent a preference eligible the reasons, on request (5 U.S.C. 3318(c)).",
                before);
        events.publishEvent(new PassOverReasonsAsked(number, counted.id(), office.today()));
    }

    /**
     * The agency withdraws its request while it is pending. A vacancy held for the candidate is free again.
     *
     * @throws Refusal 404 when nothing was asked, 409 when it is decided already or a selection rests on the vacancy held meanwhile (L14)
     */
    @Transactional
    void withdraw(CaseNumber number, UUID candidateId, Actor actor) {
        var hiring = access.toReview(number, actor);
        access.hold(number);
        var known = caseCandidates.of(hiring);
        var request = rows.ofCase(hiring.number().value()).stream()
                .filter(asked -> known.persons().same(asked.candidateId(), candidateId))
                .reduce((earlier, later) -> earlier.state().isPending() ? earlier : later)
                .orElseThrow(PassOvers::unknown);
        VacancyHolds.mustNotBeReliedOn(known, caseCandidates.today(known), candidateId);
        var before = facts(request);
        request.withdrawn(clock.instant());
        decided(
                request,
                actor,
                "withdraw-pass-over",
                request.isObjection()
                        ? "Withdrew the objection to a candidate."
                        : "Withdrew the request to pass over a preference eligible.",
                before);
        fellAway(request);
    }

    /** L9: nobody needs to be passed over who left the pool, and cannot come back: as long as that can be undone, it all stays. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LeftForGood left) {
        rows.ofCandidate(left.candidateId(), PENDING).forEach(request -> moot(request, Actor.SYSTEM));
        // What was denied leaves a vacancy owing that nobody can fill any more.
        rows.ofCandidate(left.candidateId(), Set.of(PassOver.State.DENIED))
                .forEach(denied ->
                        held.deleteAll(held.ofPerson(denied.caseNumber().value(), denied.candidateId())));
    }

    /** Another record of a person turns out to have left for good before. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CandidateWithdrawnFromAll withdrawn) {
        if (leaving.isForGood(withdrawn.candidateId())) {
            on(new LeftForGood(withdrawn.candidateId()));
        }
    }

    /**
     * The candidate declined the agency, or the agency elected the candidate after all.
     *
     * @param records all records of the candidate in the pool
     */
    void noLongerNeeded(CaseNumber number, Set<UUID> records, Actor actor) {
        pendingOf(number).stream()
                .filter(request -> records.contains(request.candidateId()))
                .forEach(request -> moot(request, actor));
    }

    /** A case that ends asks for nothing any more; its processes end with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseClosed closed) {
        pendingOf(closed.caseNumber()).forEach(request -> {
            request.moot(clock.instant());
            tellNotified(request);
        });
    }

    /** L15: the candidate’s 15 days begin when the notice has left. Being told twice changes nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MessageLeft left) {
        if (left.letter() != MessageLeft.Letter.PASS_OVER_NOTICE) {
            return;
        }
        rows.findById(left.about()).ifPresent(request -> {
            var before = facts(request);
            if (request.candidateNotified(left.on())) {
                rows.saveAndFlush(request);
                decided(
                        request,
                        Actor.SYSTEM,
                        "pass-over-notice-left",
                        "The notice to the preference eligible left; the answer is due by "
                                + Dates.inWords(request.lastDayToAnswer().orElseThrow()) + " (5 U.S.C. 3318(c)).",
                        before);
                events.publishEvent(new PassOverNoticeLeft(request.caseNumber(), request.id()));
            }
        });
    }

    private List<PassOver> pendingOf(CaseNumber number) {
        return rows.ofCase(number.value()).stream()
                .filter(request -> request.state().isPending())
                .toList();
    }

    private void moot(PassOver request, Actor actor) {
        var before = facts(request);
        request.moot(clock.instant());
        decided(
                request,
                actor,
                "pass-over-moot",
                request.isObjection()
                        ? "An objection to a candidate is no longer needed."
                        : "A request to pass over a preference eligible is no longer needed.",
                before);
        fellAway(request);
    }

    private void fellAway(PassOver request) {
        held.deleteAll(held.ofPerson(request.caseNumber().value(), request.candidateId()));
        rows.saveAndFlush(request);
        events.publishEvent(new PassOverFellAway(request.caseNumber(), request.id()));
        tellNotified(request);
    }

    private void tellNotified(PassOver request) {
        if (request.notifiedOn().isPresent()) {
            events.publishEvent(new NoticedPassOverEnded(request.caseNumber(), request.id()));
        }
    }

    private void decided(PassOver request, Actor actor, String kind, String sentence, Object before) {
        audit.record(DecisionLog.Entry.inCase(request.caseNumber(), actor, kind, sentence, before, facts(request)));
    }

    /** What the audit keeps of a request. */
    static Map<String, Object> facts(PassOver request) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("passOverId", request.id());
        facts.put("candidateId", request.candidateId());
        facts.put("preference", request.preference());
        facts.put("kind", request.kind().title());
        facts.put("state", request.state());
        facts.put("decider", request.decider());
        facts.put("newFacts", request.newFacts().orElse(null));
        facts.put("sf62", request.sf62DocumentId().orElse(null));
        facts.put("filedOn", request.filedOn().orElse(null));
        facts.put("notifiedOn", request.notifiedOn().orElse(null));
        facts.put("reasonsGivenOn", request.reasonsGivenOn().orElse(null));
        return facts;
    }

    static Refusal unknown() {
        return Refusal.unknown("There is no such request about a candidate.");
    }
}
