package io.crossgov.hiring.casefile;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.People;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Fault;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.pool.PoolMatch;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.task.TaskContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What every task form has at hand: the case behind the task for whoever looks at it, works on it or decides on it, the clock, and the book
 * decisions are written into.
 */
@Component
public class CaseDesk {

    private final Cases cases;
    private final Agencies agencies;
    private final People people;
    private final Pools pools;
    private final DecisionLog audit;
    private final Clock clock;
    private final OfficeClock days;

    CaseDesk(
            Cases cases,
            Agencies agencies,
            People people,
            Pools pools,
            DecisionLog audit,
            Clock clock,
            OfficeClock days) {
        this.cases = cases;
        this.agencies = agencies;
        this.people = people;
        this.pools = pools;
        this.audit = audit;
        this.clock = clock;
        this.days = days;
    }

    /** The case, for somebody who looks at a form. */
    public HiringCase seen(TaskContext context) {
        return cases.visible(context.caseNumber(), context.actor());
    }

    /** The open case, for somebody of its agency with one of the roles who submits a form. */
    public HiringCase worked(TaskContext context, Role... oneOf) {
        return cases.workedOn(context.caseNumber(), context.actor(), oneOf);
    }

    /** The open case, for OPM's decision. */
    public HiringCase decided(TaskContext context) {
        var hiring = seen(context);
        mustBeOnOneSide(context.actor(), hiring.agency());
        hiring.mustBeOpen();
        return hiring;
    }

    /**
     * Nobody decides on both sides (L21): what an agency asks is for {@link Role#OPM_CROSS_GOV}, for nobody of that agency, and for nobody
     * who worked on it for the agency. Who has moved from the agency to OPM keeps the user name.
     *
     * @param workedOnIt whether the person of that user name did
     * @throws Refusal 403 for whoever may not
     */
    public static void mustBeOnOneSide(Actor actor, String agency, Predicate<String> workedOnIt) {
        mustBeOnOneSide(actor, agency);
        if (workedOnIt.test(actor.userId())) {
            throw onBothSides("you worked on this for the agency that asks");
        }
    }

    private static void mustBeOnOneSide(Actor actor, String agency) {
        actor.mustHave(Role.OPM_CROSS_GOV);
        if (actor.worksFor(agency)) {
            throw onBothSides("you belong to the agency that asks");
        }
    }

    private static Refusal onBothSides(String because) {
        return Refusal.notYours("Nobody decides on both sides: " + because + ", so somebody else in the "
                + Role.OPM_CROSS_GOV.title() + " does this.");
    }

    /** The open case, for a coordinator who is trained (L21). */
    public HiringCase coordinated(TaskContext context) {
        var hiring = worked(context, Role.SHARED_CERTIFICATE_COORDINATOR);
        if (!isTrainedCoordinator(context.actor())) {
            throw Refusal.notYours("Only a coordinator whose training is recorded can do this. Ask OPM to record it.");
        }
        return hiring;
    }

    public boolean isTrainedCoordinator(Actor actor) {
        return people.find(actor.userId())
                .filter(person -> person.isTrainedCoordinatorOn(today()))
                .isPresent();
    }

    public TalentPool poolOf(HiringCase hiring) {
        return pools.byAnnouncement(hiring.announcement());
    }

    /** The top of every form, the same in all steps. */
    public CaseHead headOf(HiringCase hiring) {
        return headOf(hiring, poolOf(hiring));
    }

    public CaseHead headOf(HiringCase hiring, TalentPool pool) {
        return CaseHead.of(hiring, agencies.byCode(hiring.agency()), pool, days);
    }

    public Signer signer(Actor actor) {
        return people.find(actor.userId())
                .map(person -> new Signer(person.name(), person.email(), person.phone()))
                .orElseGet(() -> new Signer(actor.name(), actor.email(), ""));
    }

    /** The keys of the case that must match the pool (L4), as far as they are known. */
    public static PoolMatch.Keys keys(HiringCase hiring) {
        var pd = hiring.positionDescription();
        return new PoolMatch.Keys(
                pd.map(PositionDescription::series).orElse(null),
                pd.map(PositionDescription::grade).orElse(null),
                pd.map(PositionDescription::fullPerformanceLevel).orElse(null),
                hiring.appointmentType().orElse(null),
                hiring.service().orElse(null),
                new LinkedHashSet<>(hiring.dutyLocations()));
    }

    /** @throws Refusal 400 by L4, naming each key that does not match */
    public static void mustMatch(List<PoolMatch.Mismatch> mismatches) {
        if (!mismatches.isEmpty()) {
            throw Refusal.invalid(mismatches.stream()
                    .map(mismatch -> new Fault(mismatch.key(), "L4", mismatch.sentence()))
                    .toList());
        }
    }

    /** Records what was decided in the task. @param before and {@code after} as in {@link DecisionLog.Entry} */
    public void record(TaskContext context, String taskId, String sentence, Object before, Object after) {
        audit.record(DecisionLog.Entry.inCase(context.caseNumber(), context.actor(), taskId, sentence, before, after));
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate dayOf(Instant instant) {
        return days.dayOf(instant);
    }

    /** Where a legal day ends, in words. */
    public String zone() {
        return days.zoneInWords();
    }

    /** As {@link OfficeClock#dueDayInWords}. */
    public String dueDayInWords(LocalDate day) {
        return days.dueDayInWords(day);
    }

    public LocalDate today() {
        return days.today();
    }

    /** @throws Refusal 400 when {@code date}, if there is one, is later than today */
    public void mustNotBeInFuture(String field, String what, LocalDate date) {
        if (date != null && date.isAfter(today())) {
            throw Refusal.invalid(field, what + " is in the future. Enter today's date or an earlier one.");
        }
    }

    /**
     * A day that people enter has both bounds: not later than today, and not before the fact it belongs to.
     *
     * @param earliest the first day that can be meant; null while the fact has no day yet
     * @param because what happened on that day, as the end of a sentence, for example "when the request began"
     * @throws Refusal 400 when {@code date}, if there is one, is later or earlier
     */
    public void mustBeBetween(String field, String what, LocalDate date, LocalDate earliest, String because) {
        mustNotBeInFuture(field, what, date);
        if (date != null && earliest != null && date.isBefore(earliest)) {
            throw Refusal.invalid(
                    field,
                    what + " is before " + Dates.inWords(earliest) + ", " + because
                            + ". Enter that day or a later one.");
        }
    }

    /** Who signs: name, e-mail and phone as the agency gave them. */
    public record Signer(String name, String email, String phone) {}
}
