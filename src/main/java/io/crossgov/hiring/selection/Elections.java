package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Choice;
import io.crossgov.hiring.pool.CandidateAvailability;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 5: a hiring manager puts a candidate forward for one vacancy. */
@Service
@Transactional
class Elections {

    private final ReviewAccess access;
    private final CaseCandidates caseCandidates;
    private final SelectionRows selections;
    private final PassOvers passOvers;
    private final CandidateAvailability availability;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final OfficeClock office;
    private final Clock clock;

    Elections(
            ReviewAccess access,
            CaseCandidates caseCandidates,
            SelectionRows selections,
            PassOvers passOvers,
            CandidateAvailability availability,
            DecisionLog audit,
            ApplicationEventPublisher events,
            OfficeClock office,
            Clock clock) {
        this.access = access;
        this.caseCandidates = caseCandidates;
        this.selections = selections;
        this.passOvers = passOvers;
        this.availability = availability;
        this.audit = audit;
        this.events = events;
        this.office = office;
        this.clock = clock;
    }

    /**
     * Elects. Publishes {@link CandidateElected}.
     *
     * @throws Refusal 403 unless a hiring manager of the case's agency with approved access; 400 for what D1, L11, L14, L16 or L18 forbid; 409
     *     when the candidate is elected or gone already, or every vacancy is taken
     */
    Selection elect(CaseNumber number, ReviewEntries.Election election, Actor actor) {
        var hiring = access.toDecide(number, actor);
        var known = caseCandidates.of(hiring);
        var dutyLocation = known.pool().dutyLocation(election.dutyLocation()).orElse(election.dutyLocation());
        var obstacle = new Electable(known, caseCandidates.today(known))
                .obstacle(new Choice(election.candidateId(), dutyLocation));
        if (obstacle.isPresent()) {
            throw obstacle.get().refusal();
        }
        checkAlternates(known, election);
        var vacancy = freeVacancy(known).orElseThrow();
        // Whoever verifies this candidate for another agency now, or records a withdrawal, comes after: and finds this
        // selection to end.
        availability.keep(known.person(election.candidateId()).orElseThrow(CaseCandidates::unknown));
        var selection = new Selection(
                number,
                hiring.agency(),
                hiring.announcement(),
                election.candidateId(),
                vacancy,
                dutyLocation,
                election.alternates(),
                actor.userId(),
                clock.instant(),
                office.today());
        try {
            selections.saveAndFlush(selection);
        } catch (DataIntegrityViolationException failure) {
            throw LostRace.orFailure(
                    failure,
                    Refusal.conflict(
                            "Somebody else elected a candidate in this case at the same moment. Look at the list again."));
        }
        var after = new LinkedHashMap<String, Object>();
        after.put("selectionId", selection.id());
        after.put("candidateId", selection.candidateId());
        after.put("dutyLocation", selection.dutyLocation());
        after.put("alternates", selection.alternates());
        audit.record(DecisionLog.Entry.inCase(
                number, actor, "elect-candidate", "Elected a candidate for a vacancy.", null, after));
        // Whoever is elected need not be passed over; a vacancy held is now filled.
        passOvers.noLongerNeeded(number, known.persons().records(selection.candidateId()), actor);
        events.publishEvent(new CandidateElected(number, selection.id()));
        return selection;
    }

    /**
     * Turns to the next alternate of a selection that was lost or declined: the first who can still be had is elected in its place, by the
     * same rules and for a new verification. The alternates after that one stay.
     *
     * @throws Refusal 404 for another case's selection; 409 when it still runs, or no alternate is left; otherwise as {@link #elect}
     */
    Selection electNextAlternate(CaseNumber number, UUID selectionId, Actor actor) {
        var hiring = access.toDecide(number, actor);
        var known = caseCandidates.of(hiring);
        var lost = known.selections().stream()
                .filter(selection -> selection.id().equals(selectionId))
                .findFirst()
                .orElseThrow(Selections::unknown);
        if (lost.isHeld()) {
            throw Refusal.conflict("This selection " + (lost.isRunning() ? "still runs" : "was filled")
                    + ". An alternate follows when it is lost.");
        }
        var next = known.nextAlternate(lost)
                .orElseThrow(() ->
                        Refusal.conflict("No alternate of this selection is left. Elect somebody from the list."));
        var after = lost.alternates().stream()
                .filter(alternate -> !alternate.equals(next) && known.canBeElected(alternate))
                .toList();
        return elect(number, new ReviewEntries.Election(next, known.locationFor(lost, next), after), actor);
    }

    private static void checkAlternates(CaseCandidates.Known known, ReviewEntries.Election election) {
        var seen = new ArrayList<>(List.of(election.candidateId()));
        for (var alternate : election.alternates()) {
            var twice = known.persons().placeAmong(seen, alternate) >= 0;
            seen.add(alternate);
            if (twice) {
                throw Refusal.invalid("alternates", "Name each alternate once, and not the elected candidate.");
            }
            var name = known.person(alternate).map(person -> person.name()).orElse("An alternate");
            if (!known.isReferred(alternate)) {
                throw Refusal.byRule("L11", "alternates", name + " is not on the referral list of your case now.");
            }
            if (known.heldSelection(alternate).isPresent()) {
                throw Refusal.invalid("alternates", name + " is already elected in this case.");
            }
        }
    }

    /** The first vacancy nobody holds: two people who elect at once want the same one, and the database lets one have it. */
    private static Optional<Integer> freeVacancy(CaseCandidates.Known known) {
        var taken = known.selections().stream()
                .flatMap(selection -> selection.vacancy().stream())
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, known.hiring().vacancies())
                .boxed()
                .filter(vacancy -> !taken.contains(vacancy))
                .findFirst();
    }
}
