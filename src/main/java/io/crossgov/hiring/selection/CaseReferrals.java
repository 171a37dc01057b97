package io.crossgov.hiring.selection;

import static java.util.stream.Collectors.toMap;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.agency.Agencies;
import io.crossgov.hiring.agency.Agency;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.law.MergePolicy;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.ReferredCategories;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.CandidatesChanged;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.request.PoolAccessDecided;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refers the candidates of a pool to a case, once, when OPM approves its access (L11, L13); where nobody was in the field then, when somebody
 * is.
 */
@Component
class CaseReferrals {

    private final CaseReferralRows rows;
    private final Cases cases;
    private final Pools pools;
    private final Candidates candidates;
    private final Rankings rankings;
    private final Agencies agencies;
    private final DecisionLog audit;
    private final Clock clock;

    CaseReferrals(
            CaseReferralRows rows,
            Cases cases,
            Pools pools,
            Candidates candidates,
            Rankings rankings,
            Agencies agencies,
            DecisionLog audit,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.pools = pools;
        this.candidates = candidates;
        this.rankings = rankings;
        this.agencies = agencies;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param merge by a person; empty where the policy merged, or nobody did */
    record Referred(ReferredCategories categories, Optional<CaseReferral.Merge> merge) {

        static final Referred NONE = new Referred(ReferredCategories.NONE, Optional.empty());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PoolAccessDecided access) {
        if (access.decision() != AccessDecision.APPROVED) {
            return;
        }
        var hiring = cases.byNumber(access.caseNumber());
        var pool = pools.byAnnouncement(hiring.announcement());
        if (pool.rankingMethod() != RankingMethod.CATEGORY) {
            return;
        }
        var policy = policy(hiring);
        var categories = decide(hiring, pool, policy);
        rows.save(new CaseReferral(hiring.number(), categories, policy, clock.instant()));
        record(hiring, "refer-candidates", categories, policy);
    }

    /**
     * What was decided of nobody is decided again when there is somebody, in the field or in a category above the one that was highest: an
     * approval is not for an empty list for ever (L11, L13).
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CandidatesChanged changed) {
        var pool = pools.byAnnouncement(changed.announcement());
        if (pool.rankingMethod() != RankingMethod.CATEGORY) {
            return;
        }
        var referred = cases.withApprovedAccess(changed.announcement()).stream()
                .collect(toMap(hiring -> hiring.number().value(), Function.identity()));
        if (referred.isEmpty()) {
            return;
        }
        for (var row : rows.unsettledAmong(referred.keySet())) {
            var hiring = referred.get(row.caseNumber());
            var policy = policy(hiring);
            var categories = decide(hiring, pool, policy);
            if (row.isBelow(categories)) {
                row.decide(categories, policy, clock.instant());
                rows.save(row);
                record(hiring, "refer-candidates", categories, policy);
            }
        }
    }

    /** What the case is referred now: as decided with its access and merged since, and what OPM has referred since. */
    Referred of(HiringCase hiring, TalentPool pool) {
        if (pool.rankingMethod() != RankingMethod.CATEGORY) {
            return Referred.NONE;
        }
        var row = rows.findById(hiring.number().value());
        var categories = row.filter(decided -> !decided.isEmpty())
                .map(CaseReferral::categories)
                // A case approved before referrals were recorded, or before anybody was there.
                .orElseGet(() -> decide(hiring, pool, policy(hiring)));
        return new Referred(categories.downTo(pool.referredDownTo()), row.flatMap(CaseReferral::merge));
    }

    /** Reads at once what {@link #of} is going to be asked about in this transaction. */
    void readAhead(Collection<HiringCase> hirings) {
        rows.findAllById(hirings.stream().map(hiring -> hiring.number().value()).toList());
    }

    /** Keeps that a person merged. @param merged with how many were left of the highest category */
    void merged(HiringCase hiring, TalentPool pool, ReferredCategories merged, Actor actor) {
        var policy = policy(hiring);
        var row = rows.findById(hiring.number().value())
                .orElseGet(
                        () -> new CaseReferral(hiring.number(), decide(hiring, pool, policy), policy, clock.instant()));
        if (row.isEmpty()) {
            row.decide(decide(hiring, pool, policy), policy, clock.instant());
        }
        row.merged(merged, actor, clock.instant());
        rows.save(row);
        var after = facts(merged, policy);
        agencies.find(hiring.agency())
                .flatMap(Agency::ratingPolicyReference)
                .ifPresent(reference -> after.put("ratingPolicy", reference));
        audit.record(DecisionLog.Entry.inCase(
                hiring.number(),
                actor,
                "merge-categories",
                "Merged " + merged.highest().title() + " with "
                        + merged.mergedWith().title() + ": "
                        + (merged.count() == 1 ? "one candidate" : merged.count() + " candidates")
                        + " of the former could still be selected, fewer than " + ReferredCategories.ENOUGH
                        + " (5 U.S.C. 3319(c)(1)).",
                null,
                after));
    }

    private void record(HiringCase hiring, String kind, ReferredCategories categories, MergePolicy policy) {
        audit.record(DecisionLog.Entry.inCase(
                hiring.number(), Actor.SYSTEM, kind, inWords(categories, policy), null, facts(categories, policy)));
    }

    private static Map<String, Object> facts(ReferredCategories categories, MergePolicy policy) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("highest", categories.highest());
        facts.put("available", categories.count());
        facts.put("mergedWith", categories.mergedWith());
        facts.put("policy", policy);
        return facts;
    }

    private MergePolicy policy(HiringCase hiring) {
        return agencies.find(hiring.agency()).map(Agency::mergePolicy).orElse(MergePolicy.ALWAYS);
    }

    private ReferredCategories decide(HiringCase hiring, TalentPool pool, MergePolicy policy) {
        return ReferredCategories.decide(rankings.of(pool), field(pool, Set.copyOf(hiring.dutyLocations())), policy);
    }

    /** Who is in the field at these locations, counted. */
    List<ReferredCategories.Tally> field(TalentPool pool, Set<String> dutyLocations) {
        var ranking = rankings.of(pool);
        var ofSeveral = new HashMap<String, List<ReferredCategories.Tally>>();
        var field = new ArrayList<ReferredCategories.Tally>();
        for (var kind : candidates.tally(pool.announcement(), dutyLocations)) {
            var counted = kind.person() == null
                    ? field
                    : ofSeveral.computeIfAbsent(kind.person(), person -> new ArrayList<>());
            counted.add(
                    new ReferredCategories.Tally(kind.rating(), kind.preference(), kind.available(), kind.assigned()));
        }
        ofSeveral.values().forEach(records -> field.add(ReferredCategories.Tally.ofOnePerson(ranking, records)));
        return field;
    }

    private static String inWords(ReferredCategories categories, MergePolicy policy) {
        if (categories.highest() == null) {
            return "Nobody of the pool is in the field for this case.";
        }
        var highest = "Referred the category " + categories.highest().title() + " with "
                + (categories.count() == 1 ? "one available candidate" : categories.count() + " available candidates");
        if (categories.isMerged()) {
            return highest + ", merged with " + categories.mergedWith().title() + " because there were fewer than "
                    + ReferredCategories.ENOUGH + " (5 U.S.C. 3319(c)).";
        }
        return highest
                + (categories.count() >= ReferredCategories.ENOUGH
                        ? " (5 U.S.C. 3319(c))."
                        : policy == MergePolicy.ASK
                                ? ", unmerged: the hiring manager decides on that (5 U.S.C. 3319(c))."
                                : ", unmerged, as at least " + ReferredCategories.ENOUGH
                                        + " were assigned to it or there is no lower one: by itself only a category to which fewer were"
                                        + " assigned is merged (5 U.S.C. 3319(c)(1)).");
    }
}
