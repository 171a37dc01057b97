package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.audit.DecisionLog;
import io.crossgov.hiring.casefile.AccessDecision;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.ReferredCategories;
import io.crossgov.hiring.pool.Candidates;
import io.crossgov.hiring.pool.Pools;
import io.crossgov.hiring.pool.TalentPool;
import io.crossgov.hiring.request.PoolAccessDecided;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Refers the candidates of a pool to a case, once, when OPM approves its access (L11, L13). */
@Component
class CaseReferrals {

    private final CaseReferralRows rows;
    private final Cases cases;
    private final Pools pools;
    private final Candidates candidates;
    private final Rankings rankings;
    private final DecisionLog audit;
    private final Clock clock;

    CaseReferrals(
            CaseReferralRows rows,
            Cases cases,
            Pools pools,
            Candidates candidates,
            Rankings rankings,
            DecisionLog audit,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.pools = pools;
        this.candidates = candidates;
        this.rankings = rankings;
        this.audit = audit;
        this.clock = clock;
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
        var categories = decide(hiring, pool);
        rows.save(new CaseReferral(hiring.number(), categories, clock.instant()));
        var after = new LinkedHashMap<String, Object>();
        after.put("highest", categories.highest());
        after.put("available", categories.count());
        after.put("mergedWith", categories.mergedWith());
        audit.record(DecisionLog.Entry.inCase(
                hiring.number(), Actor.SYSTEM, "refer-candidates", inWords(categories), null, after));
    }

    /** What the case is referred now: as decided with its access, and what OPM has referred since. */
    ReferredCategories of(HiringCase hiring, TalentPool pool) {
        if (pool.rankingMethod() != RankingMethod.CATEGORY) {
            return ReferredCategories.NONE;
        }
        return rows.findById(hiring.number().value())
                .map(CaseReferral::categories)
                // A case approved before referrals were recorded.
                .orElseGet(() -> decide(hiring, pool))
                .downTo(pool.referredDownTo());
    }

    private ReferredCategories decide(HiringCase hiring, TalentPool pool) {
        var ranking = rankings.of(pool);
        var ofSeveral = new HashMap<String, List<ReferredCategories.Tally>>();
        var field = new ArrayList<ReferredCategories.Tally>();
        for (var kind : candidates.tally(pool.announcement(), Set.copyOf(hiring.dutyLocations()))) {
            var counted = kind.person() == null
                    ? field
                    : ofSeveral.computeIfAbsent(kind.person(), person -> new ArrayList<>());
            counted.add(new ReferredCategories.Tally(kind.rating(), kind.preference(), kind.available()));
        }
        ofSeveral.values().forEach(records -> field.add(ReferredCategories.Tally.ofOnePerson(ranking, records)));
        return ReferredCategories.decide(ranking, field);
    }

    private static String inWords(ReferredCategories categories) {
        if (categories.highest() == null) {
            return "Nobody of the pool is in the field for this case.";
        }
        var highest = "Referred the category " + categories.highest().title() + " with "
                + (categories.count() == 1 ? "one available candidate" : categories.count() + " available candidates");
        return categories.isMerged()
                ? highest + ", merged with " + categories.mergedWith().title() + " because there were fewer than "
                        + ReferredCategories.ENOUGH + " (5 U.S.C. 3319(c))."
                : highest + " (5 U.S.C. 3319(c)).";
    }
}
