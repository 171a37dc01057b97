package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.Decider;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.law.VacancyToHold;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds a vacancy for a preference eligible about whom OPM has been asked, so that others can be filled (L14, 5 CFR 332.406). */
@Service
@Transactional
class VacancyHolds {

    private final HeldVacancies held;
    private final ReviewAccess access;
    private final CaseCandidates caseCandidates;
    private final DecisionLog audit;
    private final Clock clock;

    VacancyHolds(
            HeldVacancies held, ReviewAccess access, CaseCandidates caseCandidates, DecisionLog audit, Clock clock) {
        this.held = held;
        this.access = access;
        this.caseCandidates = caseCandidates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Holds one vacancy; holding it again changes nothing.
     *
     * @throws Refusal 409 by L14 unless OPM was asked about the candidate and, besides this one, a vacancy is left that is not held
     */
    void hold(CaseNumber number, UUID candidateId, Actor actor) {
        var known = caseCandidates.of(access.toDecide(number, actor));
        known.person(candidateId).orElseThrow(CaseCandidates::unknown);
        if (known.standing(candidateId).vacancyHeld()) {
            return;
        }
        if (VacancyToHold.mayBeHeld(caseCandidates.today(known), candidateId) instanceof Ruling.Refused refused) {
            throw Refusal.conflictByRule(refused.rule().id(), refused.sentence(known::name));
        }
        held.saveAndFlush(new HeldVacancy(number, candidateId, actor.userId(), clock.instant()));
        record(number, candidateId, actor, "hold-vacancy", "Held a vacancy for a preference eligible (5 CFR 332.406).");
    }

    /**
     * Gives the vacancy up; giving it up again changes nothing.
     *
     * @throws Refusal as {@link #mustNotBeReliedOn}
     */
    void release(CaseNumber number, UUID candidateId, Actor actor) {
        var known = caseCandidates.of(access.toDecide(number, actor));
        known.person(candidateId).orElseThrow(CaseCandidates::unknown);
        var rows = held.ofPerson(number.value(), candidateId);
        if (rows.isEmpty()) {
            return;
        }
        mustNotBeReliedOn(known, caseCandidates.today(known), candidateId);
        held.deleteAll(rows);
        record(
                number,
                candidateId,
                actor,
                "release-held-vacancy",
                "Gave up holding a vacancy for a preference eligible.");
    }

    /** The request was sustained, so that nothing is owed to the candidate any more: what was held for him or her is free. */
    void endedBy(PassOver sustained) {
        var rows = held.ofPerson(sustained.caseNumber().value(), sustained.candidateId());
        if (rows.isEmpty()) {
            return;
        }
        held.deleteAll(rows);
        record(
                sustained.caseNumber(),
                sustained.candidateId(),
                Actor.SYSTEM,
                "held-vacancy-ended",
                "The vacancy held for a preference eligible is free: "
                        + (sustained.decider() == Decider.OPM ? "OPM" : "the agency") + " sustained the "
                        + (sustained.isObjection() ? "objection." : "pass-over."));
    }

    /**
     * What a selection rests on stays (L14): once somebody was selected whom L14 allowed only because a vacancy is held, it is that
     * preference eligible's, also after OPM has verified the selection and after the selectee has entered on duty. Who was selected for
     * another place, from a higher category or with preference of the own rests on nothing.
     *
     * @param now what the law looks at now
     * @throws Refusal 409 by L14 while somebody was selected only because a vacancy is held for the candidate
     */
    static void mustNotBeReliedOn(CaseCandidates.Known known, Situation now, UUID candidateId) {
        var reliedOn = known.selections().stream()
                .filter(Selection::isHeld)
                .map(selection -> new Choice(selection.candidateId(), selection.dutyLocation()))
                .anyMatch(choice -> OrderOfSelection.restsOnHoldFor(now, choice, candidateId));
        if (reliedOn) {
            var name = known.name(candidateId);
            throw Refusal.conflictByRule(
                    "L14",
                    "Somebody without preference was selected because a vacancy is held for " + name
                            + ". It stays held until that selection ends without entry on duty, OPM sustains the pass-over, or "
                            + name + " is elected or declines.");
        }
    }

    private void record(CaseNumber number, UUID candidateId, Actor actor, String kind, String sentence) {
        audit.record(DecisionLog.Entry.inCase(number, actor, kind, sentence, null, Map.of("candidateId", candidateId)));
    }
}
