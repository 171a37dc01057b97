package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.CaseClosed;
import io.crossgov.hiring.pool.CandidateAvailability;
import io.crossgov.hiring.pool.CandidateCommitted;
import io.crossgov.hiring.pool.CandidateWithdrawnFromAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends running selections whose candidate or case is gone, in the transaction in which that happens. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LostSelections {

    private final SelectionRows selections;
    private final CandidateAvailability availability;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LostSelections(
            SelectionRows selections,
            CandidateAvailability availability,
            DecisionLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.selections = selections;
        this.availability = availability;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** L9: every running selection of the candidate stops at once, whatever agency it is of. */
    @EventListener
    void on(CandidateWithdrawnFromAll withdrawn) {
        loseAndTell(
                selections.ofCandidates(Set.of(withdrawn.candidateId()), SelectionState.RUNNING),
                LostReason.WITHDREW,
                Actor.SYSTEM);
    }

    /** L8: a selection of the candidate was verified; every other one ends, and its agency goes back to reviewing. */
    @EventListener
    void on(CandidateCommitted committed) {
        loseAndTell(
                selections.ofCandidates(Set.of(committed.candidateId()), SelectionState.RUNNING).stream()
                        .filter(selection -> !selection.id().equals(committed.selectionId()))
                        .toList(),
                LostReason.NO_LONGER_AVAILABLE,
                Actor.SYSTEM);
    }

    /**
     * L9: the candidate declined this agency only; other agencies' selections go on, and may now be verified.
     *
     * @param records all records of the candidate in the pool
     */
    void declined(String agency, Set<UUID> records, Actor actor) {
        loseAndTell(
                selections.ofCandidates(records, SelectionState.RUNNING).stream()
                        .filter(selection -> selection.agency().equals(agency))
                        .toList(),
                LostReason.DECLINED_AGENCY,
                actor);
    }

    /**
     * A case that ends frees every candidate it holds. Its processes end with it, so nobody is told of single selections; somebody
     * who entered on duty stays hired.
     */
    @EventListener
    void on(CaseClosed closed) {
        selections.ofCase(closed.caseNumber().value()).stream()
                .filter(Selection::isRunning)
                .forEach(selection -> lose(selection, LostReason.CASE_ENDED, Actor.SYSTEM));
    }

    private void loseAndTell(List<Selection> gone, LostReason because, Actor actor) {
        // Always in the same order, so that two of these never wait for each other.
        gone.stream()
                .sorted(Comparator.comparing(
                                (Selection selection) -> selection.caseNumber().value())
                        .thenComparing(Selection::id))
                .forEach(selection -> {
                    lose(selection, because, actor);
                    events.publishEvent(new SelectionLost(selection.caseNumber(), selection.id()));
                });
    }

    private void lose(Selection selection, LostReason because, Actor actor) {
        var before = selection.state();
        selection.lost(because, clock.instant());
        selections.saveAndFlush(selection);
        availability.release(selection.id());
        audit.record(DecisionLog.Entry.inCase(
                selection.caseNumber(),
                actor,
                "selection-lost",
                "A selection ended: " + because.title().substring(0, 1).toLowerCase(Locale.ROOT)
                        + because.title().substring(1) + ".",
                Map.of("selectionId", selection.id(), "state", before),
                Map.of("selectionId", selection.id(), "state", SelectionState.LOST, "because", because)));
    }
}
