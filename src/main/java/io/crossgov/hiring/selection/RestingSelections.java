package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.Rule;
import io.crossgov.hiring.pool.Candidate;
import io.crossgov.hiring.pool.Candidates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Somebody may be selected because whoever comes first by priority, preference or category is elected, too, or because another case of the
 * same agency has that person. That the latter then does not want it is the candidate's own word: said by the agency alone, or by closing
 * that case, it would pass that person over (L13, L14, L16; 5 U.S.C. 3318(c), 3319(c); 5 CFR 330.607, 330.705).
 */
@Component
class RestingSelections {

    private final SelectionRows selections;
    private final Cases cases;
    private final CaseCandidates caseCandidates;
    private final Candidates candidates;

    RestingSelections(SelectionRows selections, Cases cases, CaseCandidates caseCandidates, Candidates candidates) {
        this.selections = selections;
        this.cases = cases;
        this.caseCandidates = caseCandidates;
        this.candidates = candidates;
    }

    /**
     * What rests on a selection that ends.
     *
     * @param where where it is, as a person reads it: in the case itself, or in another one of the agency
     * @param first whoever comes first there
     */
    private record Resting(Rule rule, String where, String first) {

        String because() {
            return "Somebody was selected " + where + "because " + first + ", who comes first (" + rule.citation()
                    + "), is ";
        }
    }

    /**
     * Asked where the agency says without a paper that a candidate declined.
     *
     * @param records all records of the candidate in the pool
     * @throws Refusal 400 by the rule when in one of the agency's cases somebody's selection rests on the candidate's
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
        inTheCase(ending).or(() -> elsewhere(ending)).ifPresent(resting -> {
            throw Refusal.byRule(
                    resting.rule().id(),
                    "documents",
                    resting.because() + "elected" + (resting.where().isEmpty() ? ", too" : " here") + ". Attach what "
                            + resting.first() + " wrote: that " + resting.first()
                            + " does not want the position is the candidate\u2019s own word.");
        });
    }

    /**
     * A case that ends gives up whom it has.
     *
     * @param ofCase all its selections
     * @throws Refusal 409 by the rule when in another case of the agency somebody's selection rests on that
     */
    void mustNotRestOn(List<Selection> ofCase) {
        ofCase.stream()
                .filter(Selection::isRunning)
                .flatMap(ending -> elsewhere(ending).stream())
                .findFirst()
                .ifPresent(resting -> {
                    throw Refusal.conflictByRule(
                            resting.rule().id(),
                            resting.because() + "selected here. This case can be closed when " + resting.first()
                                    + " has entered on duty or has declined, with what shows it, or when that selection has"
                                    + " ended without entry on duty.");
                });
    }

    private Optional<Resting> inTheCase(Selection ending) {
        var hiring = cases.byNumber(ending.caseNumber());
        if (hiring.vacancies() == 1) {
            return Optional.empty();
        }
        var known = caseCandidates.of(hiring);
        var now = caseCandidates.today(known);
        return known.selections().stream()
                .filter(other -> other.isHeld() && !other.id().equals(ending.id()))
                .flatMap(other -> OrderOfSelection.restsOnElectionOf(now, choice(other), ending.candidateId()).stream())
                .findFirst()
                .map(rule -> new Resting(rule, "", known.name(ending.candidateId())));
    }

    /** A verified selection takes its candidate off every other list: in the agency's own, others were verified since. */
    private Optional<Resting> elsewhere(Selection ending) {
        if (!ending.state().isVerified()) {
            return Optional.empty();
        }
        var verified = selections.verifiedElsewhere(
                ending.agency(),
                ending.caseNumber().value(),
                ending.candidateId(),
                SelectionState.APPOINTING,
                ending.verification().orElseThrow().decidedAt());
        if (verified.isEmpty()) {
            return Optional.empty();
        }
        var records = candidates.ofPerson(ending.candidateId()).stream()
                .filter(Candidate::optedIn)
                .collect(groupingBy(Candidate::announcement, mapping(Candidate::id, toSet())));
        return verified.stream()
                .collect(groupingBy(Selection::caseNumber, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .flatMap(other -> {
                    var hiring = cases.byNumber(other.getKey());
                    var here = records.get(hiring.announcement());
                    var known = caseCandidates.and(here, hiring);
                    var now = caseCandidates.today(known);
                    var first = here.iterator().next();
                    return other.getValue().stream()
                            .flatMap(selection ->
                                    OrderOfSelection.restsOnAbsenceOf(now, choice(selection), first).stream())
                            .map(rule -> new Resting(
                                    rule, "in your agency\u2019s case " + other.getKey() + " ", known.name(first)));
                })
                .findFirst();
    }

    private static Choice choice(Selection selection) {
        return new Choice(selection.candidateId(), selection.dutyLocation());
    }
}
