package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.law.Merging;
import io.crossgov.hiring.law.Ruling;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The selecting official merges the highest category with the next one, under the agency's category rating policy (L13). */
@Service
@Transactional
class MergingCategories {

    private final ReviewAccess access;
    private final CaseCandidates caseCandidates;
    private final CaseReferrals referrals;

    MergingCategories(ReviewAccess access, CaseCandidates caseCandidates, CaseReferrals referrals) {
        this.access = access;
        this.caseCandidates = caseCandidates;
        this.referrals = referrals;
    }

    /**
     * Merges; merging again changes nothing. Like a referral it is not taken back: people may have been written to by it.
     *
     * @throws Refusal 403 unless a hiring manager of the case's agency with approved access, 400 by L18 once the pool is closed and by L13
     *     while three or more are left
     */
    void merge(CaseNumber number, Actor actor) {
        var hiring = access.toDecide(number, actor);
        var known = caseCandidates.of(hiring);
        if (known.categories().isMerged()) {
            return;
        }
        var situation = caseCandidates.today(known);
        if (!situation.window().isOpenOn(situation.electedOn())) {
            throw Refusal.byRule("L18", "The pool is closed for selections, so nothing is merged in it any more.");
        }
        if (Merging.check(situation) instanceof Ruling.Refused refused) {
            throw Rulings.asRefusal(refused, known);
        }
        var merged = known.categories()
                .merged(known.list().ranking(), Merging.left(situation).size());
        referrals.merged(hiring, known.pool(), merged, actor);
    }
}
