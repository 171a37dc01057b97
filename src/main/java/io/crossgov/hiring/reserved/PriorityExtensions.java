package io.crossgov.hiring.reserved;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.CaseClosed;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests to extend the days that a pool reserves (L10): asked for from a case by the agency that has them, decided by OPM in a task. */
@Service
public class PriorityExtensions {

    static final int LONGEST_REASON = 4000;
    static final String NO_DAY = "Choose the day until which the pool should stay reserved.";
    static final String NO_REASON = "Say why your agency needs the reserved days longer: OPM reads it.";
    static final String REASON_TOO_LONG = "The reason has at most 4000 characters.";

    private final PriorityExtensionRows rows;
    private final Cases cases;
    private final Pools pools;
    private final PriorityWindow window;
    private final DecisionLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PriorityExtensions(
            PriorityExtensionRows rows,
            Cases cases,
            Pools pools,
            PriorityWindow window,
            DecisionLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.pools = pools;
        this.window = window;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** All requests of a case, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<PriorityExtension> ofCase(CaseNumber number) {
        return rows.ofCase(number.value());
    }

    /**
     * OPM's last decision on a request of the case.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    @Transactional(readOnly = true)
    public PriorityExtension latestDecided(CaseNumber number) {
        return ofCase(number).stream()
                .filter(PriorityExtension::isDecided)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /**
     * Asks OPM to keep the pool reserved until a later day. Publishes {@link PriorityExtensionAsked}.
     *
     * @throws Refusal as {@link Cases#workedOn}; 400 when day or reason is missing, and by L10 for a day that cannot be had; 409 by L10
     *     while a request of the agency is open
     */
    @Transactional
    public void ask(CaseNumber number, LocalDate until, String reason, Actor actor) {
        var hiring = cases.workedOn(number, actor, Role.SHARED_CERTIFICATE_COORDINATOR, Role.HR_SPECIALIST);
        var faults = new Faults();
        if (until == null) {
            faults.add("until", NO_DAY);
        } else {
            window.keepsFromExtending(pools.byAnnouncement(hiring.announcement()), hiring.agency(), until)
                    .ifPresent(sentence -> faults.addByRule("L10", "until", sentence));
        }
        if (PlainText.isEmpty(reason)) {
            faults.add("reason", NO_REASON);
        } else if (reason.length() > LONGEST_REASON) {
            faults.add("reason", REASON_TOO_LONG);
        }
        faults.refuse();
        openOf(hiring).ifPresent(open -> {
            throw openAlready(open.caseNumber());
        });
        var request = saved(new PriorityExtension(hiring, until, reason.strip(), actor, clock.instant()));
        audit.record(DecisionLog.Entry.inCase(
                number,
                actor,
                "ask-for-priority-extension",
                "Asked OPM to keep the pool reserved until " + Dates.inWords(until) + ": " + request.reason(),
                null,
                Map.of("extensionId", request.id(), "until", until)));
        events.publishEvent(new PriorityExtensionAsked(number));
    }

    /** Whether this person can ask now, so that it is worth showing. */
    public boolean mayBeAsked(HiringCase hiring, TalentPool pool, Actor actor) {
        return hiring.isOpen()
                && actor.worksFor(hiring.agency())
                && (actor.has(Role.SHARED_CERTIFICATE_COORDINATOR) || actor.has(Role.HR_SPECIALIST))
                && window.canBeExtended(pool, hiring.agency())
                && openOf(hiring).isEmpty();
    }

    /** @throws Refusal 409 when nothing is to be decided any more */
    PriorityExtension toDecide(CaseNumber number) {
        return ofCase(number).stream()
                .filter(PriorityExtension::isOpen)
                .findFirst()
                .orElseThrow(() -> Refusal.conflictByRule(
                        "L10", "Case " + number + " asks for no extension of reserved days any more."));
    }

    /** A case that ends asks for nothing any more; its process ends with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CaseClosed closed) {
        ofCase(closed.caseNumber()).stream()
                .filter(PriorityExtension::isOpen)
                .forEach(request -> request.moot(clock.instant()));
    }

    private Optional<PriorityExtension> openOf(HiringCase hiring) {
        return rows.open(hiring.announcement().value(), hiring.agency());
    }

    private PriorityExtension saved(PriorityExtension request) {
        try {
            return rows.saveAndFlush(request);
        } catch (DataIntegrityViolationException failure) {
            throw LostRace.orFailure(failure, openAlready(null));
        }
    }

    private static Refusal openAlready(CaseNumber asking) {
        return Refusal.conflictByRule(
                "L10",
                "Your agency has asked to extend the reserved days of this pool already"
                        + (asking == null ? "" : ", in case " + asking) + ". Wait for OPM's decision.");
    }
}
