package io.crossgov.hiring.selection;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.AnnouncementNumber;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.law.Merging;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.ReferredCategories;
import io.crossgov.hiring.law.Ruling;
import io.crossgov.hiring.law.Situation;
import io.crossgov.hiring.pool.Candidate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A page of the candidates of a case, as the workbench shows them: in the order of the list, as far as they are looked for.
 *
 * @param vacanciesTaken by selections that run or were filled
 * @param lastDay last day on which the pool is open for selections (L18)
 * @param today the legal day, default and upper limit of the days people enter
 * @param closed that the case is closed, and what its agency reads of it still; null while it is open, and for OPM
 * @param electingRefused why nobody can be elected now, or null
 * @param referral what is referred to the case
 * @param vacanciesHeld of the open ones, for a preference eligible each
 * @param nextAlternates whom to turn to for selections that were lost, while a vacancy is open
 * @param all how many candidates there are, looked for or not
 * @param found how many are looked for
 * @param from how many of these stand before the first of this page
 * @param pageSize how many candidates stand on a page
 * @param lately what people recorded last about any candidate, newest first
 */
record CandidateList(
        CaseNumber caseNumber,
        String agency,
        String positionTitle,
        AnnouncementNumber announcement,
        String poolTitle,
        int vacancies,
        int vacanciesTaken,
        int vacanciesHeld,
        List<String> dutyLocations,
        LocalDate lastDay,
        LocalDate today,
        boolean mayReview,
        boolean mayElect,
        String closed,
        String electingRefused,
        Referral referral,
        List<NextAlternate> nextAlternates,
        WorkbenchWords words,
        int all,
        int found,
        int from,
        int pageSize,
        List<Changed> lately,
        List<CandidateLine> candidates) {

    /** So many candidates stand on a page. */
    static final int PAGE = 100;

    /** That somebody recorded something about a candidate. @param version of the record since */
    record Changed(
            UUID id,
            String name,
            String statusTitle,
            long version,
            Instant changedAt,
            String changedBy,
            boolean changedByReader) {

        static Changed of(Candidate candidate, CaseCandidates.Known known, Actor reader) {
            var review = known.reviews().get(candidate.id());
            return new Changed(
                    candidate.id(),
                    candidate.name(),
                    known.status(candidate).title(),
                    review.revision(),
                    review.changedAt(),
                    review.changedBy(),
                    review.isChangedBy(reader));
        }
    }

    /** The next alternate of a selection that was lost or declined and that nobody has followed yet. */
    record NextAlternate(
            UUID selectionId, String lostName, UUID alternateId, String alternateName, String dutyLocation) {

        static List<NextAlternate> of(CaseCandidates.Known known) {
            return known.selections().stream()
                    .filter(selection -> !selection.isHeld() && !known.isFollowed(selection))
                    .flatMap(selection -> known
                            .nextAlternate(selection)
                            .map(alternate -> new NextAlternate(
                                    selection.id(),
                                    known.name(selection.candidateId()),
                                    alternate,
                                    known.name(alternate),
                                    known.locationFor(selection, alternate)))
                            .stream())
                    .toList();
        }
    }

    /**
     * That the selecting official may merge the highest category with the next one (L13).
     *
     * @param why it may be, and need not
     * @param button what is done, in a few words
     * @param confirm the same, once more
     * @param done what is true then
     */
    record MayMerge(String why, String button, String confirm, String done) {

        /** Null while it may not be. */
        static MayMerge of(CaseCandidates.Known known, Situation today) {
            if (!today.window().isOpenOn(today.electedOn()) || Merging.check(today) instanceof Ruling.Refused) {
                return null;
            }
            var ranking = known.list().ranking();
            var left = Merging.left(today).size();
            var merged = known.categories().merged(ranking, left);
            var highest = merged.highest().title();
            var next = merged.mergedWith().title();
            return new MayMerge(
                    highest + " has "
                            + switch (left) {
                                case 0 -> "nobody";
                                case 1 -> "one candidate";
                                default -> left + " candidates";
                            }
                            + " left, fewer than " + ReferredCategories.ENOUGH + ". "
                            + (left == 0
                                    ? "The hiring manager can merge it with "
                                    : "The hiring manager can elect from it, or first merge it with ")
                            + next
                            + ": both then compete as one category, and a preference eligible of either comes first."
                            + " A merge stays on record and is not taken back (5 U.S.C. 3319(c)).",
                    "Merge with " + next,
                    "Merge " + highest + " with " + next + " now",
                    highest + " is merged with " + next + ".");
        }
    }

    /**
     * What is referred to the case, in words.
     *
     * @param merged why two categories were merged, or null (L13)
     * @param mayMerge that they may be now, or null
     * @param empty what to do when nobody is referred, or null
     */
    record Referral(String categories, String merged, MayMerge mayMerge, String empty) {

        static final Referral NONE = new Referral(null, null, null, null);

        /** @param today what the law looks at now, and {@code office} what day it was */
        static Referral of(CaseCandidates.Known known, Situation today, OfficeClock office) {
            var empty = known.list().entries().isEmpty() ? whenEmpty(known) : null;
            var categories = known.categories();
            if (categories.highest() == null) {
                return new Referral(null, null, null, empty);
            }
            var lowest = categories.lowest().orElseThrow();
            return new Referral(
                    categories.highest() == lowest
                            ? categories.highest().title()
                            : categories.highest().title() + " to " + lowest.title(),
                    categories.isMerged() ? merged(known, office) : null,
                    MayMerge.of(known, today),
                    empty);
        }

        private static String merged(CaseCandidates.Known known, OfficeClock office) {
            var categories = known.categories();
            var left = categories.count() == 1 ? "one candidate" : categories.count() + " candidates";
            return known.merge()
                    .map(merge -> categories.highest().title() + " had " + left + " left, fewer than "
                            + ReferredCategories.ENOUGH + ", when " + merge.by() + " merged it with "
                            + categories.mergedWith().title() + " on "
                            + Dates.inWords(office.dayOf(merge.at())) + " (5 U.S.C. 3319(c)).")
                    .orElseGet(() -> categories.highest().title() + " had " + left
                            + " when your access was approved, fewer than " + ReferredCategories.ENOUGH
                            + ", and was merged with "
                            + categories.mergedWith().title() + " (5 U.S.C. 3319(c)).");
        }

        private static String whenEmpty(CaseCandidates.Known known) {
            if (known.pool().rankingMethod() == RankingMethod.NUMERIC
                    && known.pool().cutOff().isEmpty()) {
                return "OPM has not set the cut-off of this pool yet. Its candidates are referred when it has (5 CFR 332.402).";
            }
            return "Nobody who is referred is available for your duty locations now. Candidates can become available again,"
                    + " and OPM can refer the next category (5 U.S.C. 3319(c)).";
        }
    }
}
