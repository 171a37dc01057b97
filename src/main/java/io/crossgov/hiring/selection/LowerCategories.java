package io.crossgov.hiring.selection;

import static java.util.Comparator.comparingLong;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.MergePolicy;
import io.crossgov.hiring.law.OrderOfSelection;
import io.crossgov.hiring.law.Ranking;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.ReferredCategories;
import io.crossgov.hiring.pool.CategoryAboutToBeReferred;
import io.crossgov.hiring.pool.TalentPool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * L13: OPM refers a lower category when it is its turn for somebody: when the categories above are exhausted in an open case that would see
 * it then; where there is no such case, in the pool.
 */
@Component
class LowerCategories {

    private final Cases cases;
    private final CaseCandidates caseCandidates;
    private final CaseReferrals referrals;
    private final Rankings rankings;
    private final JdbcTemplate jdbc;

    LowerCategories(
            Cases cases, CaseCandidates caseCandidates, CaseReferrals referrals, Rankings rankings, JdbcTemplate jdbc) {
        this.cases = cases;
        this.caseCandidates = caseCandidates;
        this.referrals = referrals;
        this.rankings = rankings;
        this.jdbc = jdbc;
    }

    /** @param above how many are available above the category, whatever the case has on record about them */
    private record Waiting(HiringCase hiring, long above) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CategoryAboutToBeReferred about) {
        var pool = about.pool();
        var ranking = rankings.of(pool);
        if (!ranking.preferenceCounts()) {
            return;
        }
        var waiting = waiting(pool, ranking, about.downTo());
        if (waiting.isEmpty()) {
            mustBeItsTurn(pool, ranking, about.downTo());
        } else {
            mustBeItsTurn(waiting, about.downTo());
        }
    }

    /** The open cases that would be referred more, those first in which fewest are above. */
    private List<Waiting> waiting(TalentPool pool, Ranking ranking, Rating category) {
        var fields = new HashMap<Set<String>, List<ReferredCategories.Tally>>();
        var waiting = new ArrayList<Waiting>();
        var open = cases.withApprovedAccess(pool.announcement());
        referrals.readAhead(open);
        for (var hiring : open) {
            var categories = referrals.of(hiring, pool).categories();
            if (categories.highest() != null && !categories.refers(category)) {
                var field = fields.computeIfAbsent(
                        Set.copyOf(hiring.dutyLocations()), places -> referrals.field(pool, places));
                waiting.add(new Waiting(hiring, categories.above(category, ranking, field)));
            }
        }
        waiting.sort(comparingLong(Waiting::above)
                .thenComparing(one -> one.hiring().number().value()));
        return waiting;
    }

    private void mustBeItsTurn(List<Waiting> waiting, Rating category) {
        var first = waiting.get(0);
        var left = left(first, category);
        if (left == 0) {
            return;
        }
        // Nobody is out of consideration of whom nothing is on record: most cases need not be read.
        var onRecord = onRecord(first.hiring().announcement());
        var others = waiting.subList(1, waiting.size());
        if (others.stream()
                .filter(one -> one.above() <= onRecord.getOrDefault(one.hiring().agency(), 0L))
                .noneMatch(one -> left(one, category) == 0)) {
            throw notYet(Counted.of(left, "candidate") + " of higher categories can still be selected in case "
                    + first.hiring().number()
                    + (others.isEmpty() ? "" : ", and some in each of the other open cases of this pool"));
        }
    }

    /** How much each agency has on record about candidates of the pool: of no case more of them are out of consideration. */
    private Map<String, Long> onRecord(AnnouncementNumber announcement) {
        var counts = new HashMap<String, Long>();
        for (var table : List.of("candidate_review", "pass_over", "selection")) {
            jdbc.query(
                    "select agency, count(*) from " + table + " where announcement = ? group by agency",
                    row -> {
                        counts.merge(row.getString(1), row.getLong(2), Long::sum);
                    },
                    announcement.value());
        }
        return counts;
    }

    private void mustBeItsTurn(TalentPool pool, Ranking ranking, Rating category) {
        var field = referrals.field(pool, Set.copyOf(pool.dutyLocations()));
        var decided = ReferredCategories.decide(ranking, field, MergePolicy.ASK);
        var above = decided.above(category, ranking, field);
        var mayBeMerged = decided.count() < ReferredCategories.ENOUGH
                && decided.merged(ranking, decided.count()).refers(category);
        if (above > 0 && !mayBeMerged) {
            throw notYet(Counted.of(above, "candidate") + " of higher categories can be selected from this pool");
        }
    }

    private int left(Waiting one, Rating category) {
        var known = caseCandidates.ifReferredDownTo(category, one.hiring());
        return OrderOfSelection.leftAbove(caseCandidates.today(known), category).size();
    }

    private static Refusal notYet(String why) {
        return Refusal.byRule(
                "L13",
                "downTo",
                why
                        + " (5 U.S.C. 3319(c)(1)). A lower category is referred when nobody of those above is left in at least one open"
                        + " case; a hiring manager with fewer than three in the highest can merge it with the next.");
    }
}
