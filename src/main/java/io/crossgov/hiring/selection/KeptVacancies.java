package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.CaseAboutToClose;
import io.crossgov.hiring.casefile.CaseClosed;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.ClosingReason;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.Ruling;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * For whom a case keeps a vacancy that a selection needed which OPM verified and by which somebody entered on duty: closing the case would
 * pass that person over (L13, L14, L16).
 */
@Component
class KeptVacancies {

    private final SelectionRows selections;
    private final CaseCandidates caseCandidates;
    private final Cases cases;
    private final RestingSelections resting;
    private final DecisionLog audit;

    KeptVacancies(
            SelectionRows selections,
            CaseCandidates caseCandidates,
            Cases cases,
            RestingSelections resting,
            DecisionLog audit) {
        this.selections = selections;
        this.caseCandidates = caseCandidates;
        this.cases = cases;
        this.resting = resting;
        this.audit = audit;
    }

    @EventListener
    void on(CaseAboutToClose closing) {
        var hiring = closing.hiring();
        var ofCase = selections.ofCase(hiring.number().value());
        refusal(hiring, ofCase).ifPresent(refused -> {
            throw refused;
        });
        resting.mustNotRestOn(ofCase);
    }

    /**
     * Why the case cannot be closed by its agency; empty when nobody would be passed over.
     *
     * @param ofCase all selections of the case
     */
    Optional<Refusal> refusal(HiringCase hiring, List<Selection> ofCase) {
        if (ofCase.stream().noneMatch(KeptVacancies::isFilled)) {
            return Optional.empty();
        }
        var known = caseCandidates.of(hiring);
        return OrderOfSelection.mayEnd(caseCandidates.today(known), filled(known)) instanceof Ruling.Refused refused
                ? Optional.of(Refusal.conflictByRule(refused.rule().id(), refused.sentence(known::name)))
                : Optional.empty();
    }

    /**
     * A certificate that ends ends the case, too, also with a vacancy that was kept: then it stands on record, for OPM, that nobody was
     * selected for it from this certificate, and what was decided about whom it was kept for (5 U.S.C. 3318(c)(1)). Asked before anything
     * is given up.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(CaseClosed closed) {
        var hiring = cases.byNumber(closed.caseNumber());
        if (closed.reason() == ClosingReason.FILLED
                || hiring.vacancies() == 1
                || selections.ofCase(closed.caseNumber().value()).stream().noneMatch(KeptVacancies::isFilled)) {
            return;
        }
        var known = caseCandidates.of(hiring);
        for (var left : OrderOfSelection.leftBehind(caseCandidates.today(known), filled(known))) {
            var request = known.exceptions().passOver(left);
            var after = new LinkedHashMap<String, Object>();
            after.put("candidateId", left);
            after.put("applicantNumber", known.number(left));
            after.put("request", request.map(PassOver::stateTitle).orElse(null));
            audit.record(DecisionLog.Entry.inCase(
                    closed.caseNumber(),
                    Actor.SYSTEM,
                    "closed-with-kept-vacancy",
                    "The case ended while a vacancy was kept for somebody who comes first and was not selected for it, after somebody"
                            + " else had entered on duty (5 U.S.C. 3318(c), 3319(c); 5 CFR 330.705, 332.406).",
                    null,
                    after));
        }
    }

    /** Whoever entered on duty, each with those for whom a vacancy was kept then and is now. */
    private static Map<Choice, Set<UUID>> filled(CaseCandidates.Known known) {
        return known.selections().stream()
                .filter(KeptVacancies::isFilled)
                .collect(toMap(
                        selection -> new Choice(selection.candidateId(), selection.dutyLocation()),
                        selection -> keptAt(known, verifiedAt(selection))));
    }

    private static boolean isFilled(Selection selection) {
        return selection.state() == SelectionState.ONBOARDED;
    }

    private static Instant verifiedAt(Selection selection) {
        return selection.verification().map(SelectionVerification::decidedAt).orElse(Instant.MAX);
    }

    /** Who is elected, or has a vacancy held, and was or had at that moment. */
    private static Set<UUID> keptAt(CaseCandidates.Known known, Instant moment) {
        var kept = new HashSet<UUID>(known.exceptions().held().keySet());
        known.selections().stream()
                .filter(Selection::isRunning)
                .map(Selection::candidateId)
                .forEach(kept::add);
        return kept.stream()
                .filter(candidate -> keptSince(known, candidate).anyMatch(since -> !since.isAfter(moment)))
                .collect(toUnmodifiableSet());
    }

    /** A vacancy is held for who is asked about; that one is filled when he or she is elected after all, by which the request falls away. */
    private static Stream<Instant> keptSince(CaseCandidates.Known known, UUID candidate) {
        var held = Optional.ofNullable(known.exceptions().held().get(candidate));
        var elected = known.heldSelection(candidate).map(Selection::electedAt);
        var heldBefore = elected.stream().flatMap(at -> known.exceptions().own().stream()
                .filter(request -> known.persons().same(request.candidateId(), candidate))
                .filter(request -> request.state() == PassOver.State.DENIED
                        || request.state() == PassOver.State.MOOT
                                && request.endedAt()
                                        .filter(ended -> !ended.isBefore(at))
                                        .isPresent())
                .map(PassOver::askedAt));
        return Stream.concat(Stream.concat(held.stream(), elected.stream()), heldBefore);
    }
}
