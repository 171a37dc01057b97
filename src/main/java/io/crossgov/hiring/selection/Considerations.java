package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.ThreeConsiderations;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The hiring manager leaves somebody out whom the agency considered for three appointments to the same position (L13, 5 CFR 332.405): counted
 * from the certificates that the agency returned, and on record with the reasons. Whether that may be is data.
 */
@Service
@Transactional
class Considerations {

    /** Whoever had one of these was within reach, and somebody else was selected. */
    private static final Set<CertificateDecision.Outcome> CONSIDERED =
            Set.of(CertificateDecision.Outcome.NOT_SELECTED, CertificateDecision.Outcome.ALTERNATE);

    private final Reviewing reviewing;
    private final CaseCandidates caseCandidates;
    private final SelectionRows selections;
    private final DecisionLog audit;
    private final OfficeClock office;
    private final LeavingOut leavingOut;

    Considerations(
            Reviewing reviewing,
            CaseCandidates caseCandidates,
            SelectionRows selections,
            DecisionLog audit,
            OfficeClock office,
            LeavingOut leavingOut) {
        this.reviewing = reviewing;
        this.caseCandidates = caseCandidates;
        this.selections = selections;
        this.audit = audit;
        this.office = office;
        this.leavingOut = leavingOut;
    }

    /** For how many appointments to the position of the case its agency considered the candidate. */
    private int times(HiringCase hiring, UUID candidateId) {
        return (int) selections.considered(hiring.agency(), candidateId, SelectionState.APPOINTING, CONSIDERED).stream()
                .filter(position -> position.isThatOf(hiring))
                .count();
    }

    /** @throws io.crossgov.hiring.common.Refusal 403 unless a hiring manager, 400 for whom the law does not let be left out */
    void leaveOut(CaseNumber number, UUID candidateId, ReviewEntries.Considered entry, Actor actor) {
        var opened = reviewing.open(number, candidateId, entry.version(), actor);
        actor.mustHave(Role.HIRING_MANAGER);
        var known = caseCandidates.of(opened.hiring());
        var times = times(opened.hiring(), candidateId);
        if (ThreeConsiderations.mayBeLeftOut(caseCandidates.today(known), candidateId, leavingOut.applies(), times)
                instanceof Ruling.Refused refused) {
            throw Rulings.asRefusal(refused, known);
        }
        var before = ReviewChanges.facts(opened.review());
        opened.review().consideredEnough(times, entry.reasons(), actor.name(), office.today());
        reviewing.save(opened.review(), actor);
        var after = new LinkedHashMap<>(ReviewChanges.facts(opened.review()));
        after.put("considered", times);
        audit.record(DecisionLog.Entry.inCase(
                number,
                actor,
                "leave-out-considered",
                "Left out a candidate who was considered for three appointments to this position (5 CFR 332.405).",
                before,
                after));
    }
}
