package io.crossgov.hiring.pool;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.LostRace;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.CutOff;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.Rating;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The talent pools: what every signed-in person may know of them (L1), and what OPM decides about them. */
@Service
@Transactional
public class Pools {

    private final PoolTable table;
    private final CandidateTable candidates;
    private final Agencies agencies;
    private final PoolTerms terms;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final Validator validator;
    private final OfficeClock office;

    Pools(
            PoolTable table,
            CandidateTable candidates,
            Agencies agencies,
            PoolTerms terms,
            DecisionLog decisions,
            ApplicationEventPublisher events,
            Validator validator,
            OfficeClock office) {
        this.table = table;
        this.candidates = candidates;
        this.agencies = agencies;
        this.terms = terms;
        this.decisions = decisions;
        this.events = events;
        this.validator = validator;
        this.office = office;
    }

    /** @throws Refusal 404 when there is none with that announcement number */
    @Transactional(readOnly = true)
    public TalentPool byAnnouncement(AnnouncementNumber announcement) {
        return find(announcement).orElseThrow(() -> unknown(announcement.value()));
    }

    /**
     * The pool for somebody who changes its candidates: until the transaction ends nobody else does.
     *
     * @throws Refusal 404 for an unknown pool
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public TalentPool held(AnnouncementNumber announcement) {
        return table.lock(announcement.value()).orElseThrow(() -> unknown(announcement.value()));
    }

    /**
     * The pool with all that is shown of it, also after the transaction.
     *
     * @throws Refusal 404 for an unknown pool
     */
    @Transactional(readOnly = true)
    public TalentPool whole(AnnouncementNumber announcement) {
        return findWhole(announcement).orElseThrow(() -> unknown(announcement.value()));
    }

    @Transactional(readOnly = true)
    Optional<TalentPool> findWhole(AnnouncementNumber announcement) {
        return table.whole(announcement.value());
    }

    /** The pool with that announcement number. */
    @Transactional(readOnly = true)
    public Optional<TalentPool> find(AnnouncementNumber announcement) {
        return table.findById(announcement.value());
    }

    /**
     * Adds a pool or changes it; saving the same again changes nothing. Publishes {@link PoolSaved} and, when the last
     * day is later than before, {@link PoolKeptOpenLonger}.
     *
     * @throws Refusal 403 unless {@code actor} is OPM staff; 404 for an unknown agency; 400 for what the pool's type forbids (D1); 409 for
     *     what open cases rest on
     * @throws ConstraintViolationException for wrong or missing details
     */
    public TalentPool save(Actor actor, PoolDetails details) {
        return save(actor, details, Optional.empty());
    }

    /**
     * The same, by somebody who read the pool before.
     *
     * @param seen the version that was read; empty for whoever sets a pool up
     * @throws Refusal as above, and 409 when somebody changed it since
     */
    TalentPool save(Actor actor, PoolDetails details, Optional<Long> seen) {
        mustBeOpm(actor);
        var violations = validator.validate(details);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        agencies.byCode(details.issuingAgency());
        details.priorityAgencies().forEach(agencies::byCode);
        PoolLaw.checkIssue(details, office.today());
        var known = table.findById(details.announcement().value());
        var before = known.map(TalentPool::details).orElse(null);
        if (before != null && !details.equals(before)) {
            seen.filter(version -> version != known.get().version()).ifPresent(stale -> {
                throw changedMeanwhile(details.announcement());
            });
            events.publishEvent(new PoolAboutToBeChanged(before, details));
        }
        if (before != null) {
            PoolLaw.mustKeepCutOff(before, details);
        }
        var lastDay = known.map(pool -> pool.window().lastDay());
        // A pool keeps the term with which it was set up, whatever has become of the file.
        var term = known.flatMap(TalentPool::term)
                .filter(own -> own.id().equals(details.term()))
                .or(() -> terms.named(details.term()));
        PoolLaw.check(details, term);
        PoolLaw.checkRolling(
                details.poolType(), term, details.issuedOn(), details.openUntil(), "openUntil", office.today());
        if (details.equals(before)) {
            return known.orElseThrow();
        }
        var pool = known.orElseGet(() -> new TalentPool(details, term));
        pool.change(details, term);
        var after = pool.details();
        keepCandidatesLocations(pool);
        pool = saved(pool);
        decisions.record(new DecisionLog.Entry(
                pool.announcement().value(),
                actor,
                "save-pool",
                before == null ? "Pool added." : "Pool changed.",
                before,
                after));
        published(pool, lastDay);
        return pool;
    }

    /**
     * Extends a pool (D1), also one that has ended. Publishes {@link PoolSaved} and {@link PoolKeptOpenLonger}.
     *
     * @param lastDay new last day, today or later and at most one year from issue
     * @param reason why, in words
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool, 400 for a day the law or the window forbids
     */
    public TalentPool extend(Actor actor, AnnouncementNumber announcement, LocalDate lastDay, String reason) {
        mustBeOpm(actor);
        var pool = whole(announcement);
        PoolLaw.checkExtension(pool, lastDay, office.today());
        var before = pool.window();
        pool.extend(lastDay);
        decisions.record(new DecisionLog.Entry(
                announcement.value(),
                actor,
                "extend-pool",
                "Pool extended until " + Dates.inWords(lastDay) + ": " + reason,
                Map.of("lastDay", before.lastDay()),
                Map.of("lastDay", pool.window().lastDay())));
        published(pool, Optional.of(before.lastDay()));
        return pool;
    }

    /**
     * The agency that issued the certificate has closed and audited it for itself: others get access from now on (D1).
     *
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool, 400 for a pool that no agency shares or a day before
     *     its issue or to come, 409 when it is on record already
     */
    public TalentPool closedAndAudited(Actor actor, AnnouncementNumber announcement, LocalDate on) {
        mustBeOpm(actor);
        var pool = whole(announcement);
        pool.closedAndAuditedOn().ifPresent(before -> {
            throw Refusal.conflictByRule(
                    "D1",
                    "It is on record already that this certificate was closed and audited, on " + Dates.inWords(before)
                            + ".");
        });
        PoolLaw.checkClosedAndAudited(pool.poolType(), pool.issuedOn(), on, office.today());
        pool.closedAndAudited(on);
        decisions.record(new DecisionLog.Entry(
                announcement.value(),
                actor,
                "close-and-audit",
                pool.issuingAgency() + " closed and audited the certificate on " + Dates.inWords(on) + ".",
                null,
                Map.of("closedAndAuditedOn", on)));
        return pool;
    }

    /**
     * OPM has cleared displaced employees for the pool, or says why agencies get access all the same (L16).
     *
     * @param whyNot null when they are cleared
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool, 409 by L16 when nothing keeps agencies out
     */
    public TalentPool displacedEmployees(Actor actor, AnnouncementNumber announcement, String whyNot) {
        mustBeOpm(actor);
        var pool = whole(announcement);
        if (pool.keepsOut().isEmpty()) {
            throw Refusal.conflictByRule("L16", "Displaced employees keep no agency out of this pool.");
        }
        pool.displacedEmployees(whyNot);
        decisions.record(new DecisionLog.Entry(
                announcement.value(),
                actor,
                "clear-displaced-employees",
                whyNot == null
                        ? "Displaced employees (ICTAP) cleared."
                        : "Displaced employees (ICTAP) not cleared: " + whyNot,
                null,
                whyNot == null ? Map.of("ictapCleared", true) : Map.of("ictapCleared", false, "ictapReason", whyNot)));
        return pool;
    }

    /**
     * Reserves the pool longer for the agencies that have its first days (L10). Whether the day is allowed is for the caller to ask.
     *
     * @param until new last reserved day
     * @param reason why, in words
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool
     */
    public TalentPool reserveUntil(Actor actor, AnnouncementNumber announcement, LocalDate until, String reason) {
        mustBeOpm(actor);
        var pool = whole(announcement);
        var before = pool.priorityUntil();
        pool.reserveUntil(until);
        decisions.record(new DecisionLog.Entry(
                announcement.value(),
                actor,
                "extend-reserved-days",
                "Reserved days extended until " + Dates.inWords(until) + ": " + reason,
                before.map(day -> Map.of("priorityUntil", day)).orElse(null),
                Map.of("priorityUntil", until)));
        return pool;
    }

    /**
     * Refers the candidates of more categories to agencies (L11), when those above are exhausted for somebody. Publishes
     * {@link CategoryAboutToBeReferred} and {@link CategoryReferred}; referring the same again changes nothing.
     *
     * @param floor the lowest category agencies see from now on
     * @param reason why, in words
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool, 400 for a pool without categories, a category that is
     *     referred already, or one whose turn it is not yet (L13)
     */
    public TalentPool referDownTo(Actor actor, AnnouncementNumber announcement, Rating floor, String reason) {
        mustBeOpm(actor);
        var pool = whole(announcement);
        if (pool.rankingMethod() != RankingMethod.CATEGORY) {
            throw Refusal.byRule("L11", "downTo", "This pool has no categories: " + insteadOf(pool));
        }
        var before = pool.referredDownTo();
        if (before.filter(floor::equals).isPresent()) {
            return pool;
        }
        mustBeLower(floor, before, pool.categories());
        events.publishEvent(new CategoryAboutToBeReferred(pool, floor));
        pool.referDownTo(floor);
        decisions.record(new DecisionLog.Entry(
                announcement.value(),
                actor,
                "refer-lower-category",
                "Candidates referred down to " + floor.title() + ": " + reason,
                before.map(Rating::name).orElse(null),
                floor.name()));
        events.publishEvent(new CategoryReferred(announcement, floor));
        return pool;
    }

    /** A referral is not taken back: agencies may have written to the people it named. */
    private static void mustBeLower(Rating floor, Optional<Rating> before, List<Rating> categories) {
        if (!categories.contains(floor)) {
            throw Refusal.byRule(
                    "L11", "downTo", "This pool has no category " + floor.title() + ". Choose one of its own.");
        }
        var already = before.orElse(Rating.BEST_QUALIFIED);
        if (!floor.isAtLeast(already)) {
            return;
        }
        throw Refusal.byRule(
                "L11",
                "downTo",
                before.isEmpty()
                        ? "The category " + already.title()
                                + " is referred from the start. Choose a lower one, for example "
                                + categories.get(1).title() + "."
                        : "Candidates are referred down to " + already.title()
                                + " already, and a referral is not taken back. "
                                + (already == categories.get(categories.size() - 1)
                                        ? "There is no lower category."
                                        : "Choose a lower category."));
    }

    /**
     * Sets the score down to which the candidates of a {@link RankingMethod#NUMERIC} pool are referred (L17); setting the same again changes
     * nothing.
     *
     * @param lowest 0 to 999.99
     * @param reason why, in words
     * @throws Refusal 403 unless {@code actor} is OPM staff, 404 for an unknown pool, 400 for a pool without scores or a cut-off that leaves
     *     too few names
     */
    public TalentPool cutOff(Actor actor, AnnouncementNumber announcement, BigDecimal lowest, String reason) {
        mustBeOpm(actor);
        var pool = whole(announcement);
        if (pool.rankingMethod() != RankingMethod.NUMERIC) {
            throw Refusal.byRule(
                    "L17", "lowest", "This pool is not ranked by score, so it has no cut-off: " + insteadOf(pool));
        }
        var before = pool.cutOff();
        if (before.filter(score -> score.compareTo(lowest) == 0).isPresent()) {
            return pool;
        }
        faultOf(lowest, pool).ifPresent(sentence -> {
            throw Refusal.byRule("L17", "lowest", sentence);
        });
        var after = new LinkedHashMap<String, Object>();
        after.put("cutOff", lowest);
        var fixed = fixedCutOff(pool);
        if (fixed.filter(score -> score.compareTo(lowest) != 0).isPresent()) {
            pool.cutOffChangedTo(lowest, office.today(), reason);
            after.put("fixedBeforeOpening", fixed.get());
        } else {
            pool.cutOffAt(lowest);
        }
        decisions.record(new DecisionLog.Entry(
                announcement.value(),
                actor,
                "set-cut-off",
                "Candidates referred down to the score "
                        + lowest.stripTrailingZeros().toPlainString() + ": " + reason,
                before.map(score -> Map.of("cutOff", score)).orElse(null),
                after));
        return pool;
    }

    /**
     * What has become wrong with the cut-off that OPM set, as a sentence: scores were corrected since, or candidates left. Empty when it
     * leaves enough names still, and for a pool without one (L17).
     */
    @Transactional(readOnly = true)
    public Optional<String> faultOfCutOff(TalentPool pool) {
        return pool.cutOff().flatMap(lowest -> faultOf(lowest, pool));
    }

    /** The score that the mechanism gives now which was fixed before the announcement opened; empty where none was, or nobody has a score. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> fixedCutOff(TalentPool pool) {
        return pool.cutOffMechanism()
                .flatMap(fixed ->
                        fixed.lowest(candidates.scores(pool.announcement().value())));
    }

    private Optional<String> faultOf(BigDecimal lowest, TalentPool pool) {
        return CutOff.fault(lowest, candidates.scores(pool.announcement().value()));
    }

    /** How else a pool's candidates are referred. */
    private static String insteadOf(TalentPool pool) {
        return switch (pool.rankingMethod()) {
            case CATEGORY -> "refer a lower category instead.";
            case NUMERIC -> "set its cut-off instead.";
            case UNRANKED -> "all its candidates are referred.";
        };
    }

    public static void mustBeOpm(Actor actor) {
        if (!actor.equals(Actor.SYSTEM)) {
            actor.mustHave(Role.OPM_CROSS_GOV);
        }
    }

    /** What cannot be an announcement number names no pool: @throws Refusal 404 */
    public static AnnouncementNumber named(String announcement) {
        try {
            return new AnnouncementNumber(announcement);
        } catch (Refusal malformed) {
            throw unknown(announcement);
        }
    }

    static Refusal changedMeanwhile(AnnouncementNumber announcement) {
        return Refusal.conflict("Somebody changed pool " + announcement
                + " since you read it. Nothing was saved: read it again, and change what you see then.");
    }

    static Refusal unknown(String announcement) {
        return Refusal.unknown("There is no pool " + announcement + ".");
    }

    private TalentPool saved(TalentPool pool) {
        try {
            return table.saveAndFlush(pool);
        } catch (DataIntegrityViolationException failure) {
            throw LostRace.orFailure(
                    failure,
                    Refusal.conflict(
                            "Somebody added pool " + pool.announcement() + " at the same moment. Look at it first."));
        }
    }

    private void keepCandidatesLocations(TalentPool pool) {
        candidates.locationsIn(pool.announcement().value()).stream()
                .filter(location -> !pool.dutyLocations().contains(location))
                .sorted()
                .findFirst()
                .ifPresent(location -> {
                    throw Refusal.invalid(
                            "dutyLocations",
                            "Candidates of this pool are available in " + location
                                    + ". The pool must keep this duty location, spelled the same.");
                });
    }

    private void published(TalentPool pool, Optional<LocalDate> lastDayBefore) {
        var lastDay = pool.window().lastDay();
        events.publishEvent(new PoolSaved(pool.announcement(), lastDay));
        if (lastDayBefore.filter(lastDay::isAfter).isPresent()) {
            events.publishEvent(new PoolKeptOpenLonger(pool.announcement(), lastDay));
        }
    }
}
