package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.OrderOfSelection;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Somebody without preference may be selected because a preference eligible is elected, too. That the latter then declines is the candidate's
 * word: said by the agency alone, it would pass that person over (L14; 5 U.S.C. 3318(c), 3319(c)).
 */
@Component
class RestingSelections {

    private final SelectionRows selections;
    private final Cases cases;
    private final CaseCandidates caseCandidates;

    RestingSelections(SelectionRows selections, Cases cases, CaseCandidates caseCandidates) {
        this.selections = selections;
        this.cases = cases;
        this.caseCandidates = caseCandidates;
    }

    /**
     * Asked where the agency says without a paper that a candidate declined.
     *
     * @param records all records of the candidate in the pool
     * @throws Refusal 400 by L14 when in one of the agency's cases somebody's selection rests on the candidate's
     */
    void mustNotRestOn(String agency, Set<UUID> records) {
        selections.ofCandidates(records, SelectionState.RUNNING).stream()
                .filter(selection -> selection.agency().equals(agency))
                .forEach(this::mustNotRestOn);
    }

    /** @throws Refusal as {@link #mustNotRestOn(String, Set)} */
    @EventListener
    void on(DeclinedByWordAlone declined) {
        mustNotRestOn(declined.ending());
    }

    private void mustNotRestOn(Selection ending) {
        var hiring = cases.byNumber(ending.caseNumber());
        if (hiring.vacancies() == 1) {
            return;
        }
        var known = caseCandidates.of(hiring);
        var now = caseCandidates.today(known);
        known.selections().stream()
                .filter(other -> other.isHeld() && !other.id().equals(ending.id()))
                .map(other -> new Choice(other.candidateId(), other.dutyLocation()))
                .filter(choice -> OrderOfSelection.restsOnElectionOf(now, choice, ending.candidateId()))
                .findAny()
                .ifPresent(resting -> {
                    throw Refusal.byRule(
                            "L14",
                            "documents",
                            "Somebody without preference was selected because " + known.name(ending.candidateId())
                                    + ", who comes first, is elected, too. Attach what "
                                    + known.name(ending.candidateId())
                                    + " wrote: that a preference eligible declined is the candidate\u2019s own word (5 U.S.C. 3318(c), 3319(c)).");
                });
    }
}
