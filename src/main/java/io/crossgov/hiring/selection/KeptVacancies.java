package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.crossgov.hiring.casefile.CaseAboutToClose;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.Ruling;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * For whom a case keeps a vacancy that a selection needed which OPM verified and by which somebody entered on duty: closing the case would
 * pass that preference eligible over without OPM (L14).
 */
@Component
class KeptVacancies {

    private final SelectionRows selections;
    private final CaseCandidates caseCandidates;

    KeptVacancies(SelectionRows selections, CaseCandidates caseCandidates) {
        this.selections = selections;
        this.caseCandidates = caseCandidates;
    }

    @EventListener
    void on(CaseAboutToClose closing) {
        var hiring = closing.hiring();
        refusal(hiring, selections.ofCase(hiring.number().value())).ifPresent(refused -> {
            throw refused;
        });
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
        var filled = known.selections().stream()
                .filter(KeptVacancies::isFilled)
                .collect(toMap(
                        selection -> new Choice(selection.candidateId(), selection.dutyLocation()),
                        selection -> keptAt(known, verifiedAt(selection))));
        return OrderOfSelection.mayEnd(caseCandidates.today(known), filled) instanceof Ruling.Refused refused
                ? Optional.of(Refusal.conflictByRule(refused.rule().id(), refused.sentence(known::name)))
                : Optional.empty();
    }

    private static boolean isFilled(Selection selection) {
        return selection.state() == SelectionState.ONBOARDED;
    }

    private static Instant verifiedAt(Selection selection) {
        return selection.verification().map(SelectionVerification::decidedAt).orElse(Instant.MAX);
    }

    /** Who is elected, or has a vacancy held, and was or had at that moment. */
    private static Set<UUID> keptAt(CaseCandidates.Known known, Instant moment) {
        var kept = new HashSet<UUID>(known.exceptions().held());
        known.selections().stream()
                .filter(Selection::isRunning)
                .map(Selection::candidateId)
                .forEach(kept::add);
        return kept.stream()
                .filter(candidate -> keptSince(known, candidate).anyMatch(since -> !since.isAfter(moment)))
                .collect(toUnmodifiableSet());
    }

    /** A vacancy is held for who is asked about; that one is filled when he or she is elected after all. */
    private static Stream<Instant> keptSince(CaseCandidates.Known known, UUID candidate) {
        return Stream.concat(
                known.heldSelection(candidate).map(Selection::electedAt).stream(),
                known
                        .exceptions()
                        .passOver(candidate)
                        .filter(request -> request.isOf(known.hiring().number()))
                        .map(PassOver::askedAt)
                        .stream());
    }
}
