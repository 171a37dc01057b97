package io.crossgov.hiring.law;

import java.util.ArrayList;
import java.util.Optional;

/** Why somebody stands where he or she stands on a referral list, in words. */
final class Reasons {

    private Reasons() {}

    static String of(
            Ranking ranking,
            ReferredCategories categories,
            Eligible candidate,
            boolean preferred,
            Optional<Priority> priority,
            boolean referred) {
        var reasons = new ArrayList<String>();
        priority.ifPresent(right -> reasons.add(inWords(right)));
        if (referred && isLifted(ranking, candidate)) {
            reasons.add(lifted(ranking, candidate));
        } else {
            place(ranking, categories, candidate, referred).ifPresent(reasons::add);
        }
        if (preferred) {
            reasons.add(candidate.preference().title() + ": before those without preference " + "("
                    + ranking.orderIsWritten() + ")");
        } else if (!ranking.preferenceCounts() && candidate.preference().isEligible()) {
            reasons.add("Veterans\u2019 preference decides nothing in this pool (5 U.S.C. 3304(a)(3))");
        }
        return String.join(". ", reasons) + ".";
    }

    /** The same in a few words, for a row of a list: what decides the place, without the rules. */
    static String inShort(Ranking ranking, Eligible candidate, boolean preferred, Optional<Priority> priority) {
        var reasons = new ArrayList<String>();
        priority.ifPresent(right -> reasons.add(right.status() + " priority"));
        switch (ranking.method()) {
            case CATEGORY ->
                Optional.ofNullable(candidate.rating()).map(Rating::title).ifPresent(reasons::add);
            case NUMERIC ->
                Optional.ofNullable(candidate.score())
                        .map(score -> "Score " + score.toPlainString())
                        .ifPresent(reasons::add);
            case UNRANKED -> reasons.add("Not ranked");
        }
        if (preferred) {
            reasons.add(
                    switch (candidate.preference()) {
                        case CPS -> "10-point preference, 30 percent or more";
                        case CP -> "10-point preference, 10 to 29 percent";
                        case XP -> "10-point preference";
                        case SSP -> "Sole survivor preference";
                        case TP, NONE -> candidate.preference().title();
                    });
        }
        return String.join(" \u00b7 ", reasons);
    }

    private static boolean isLifted(Ranking ranking, Eligible candidate) {
        return ranking.isLifted(candidate.preference())
                && (ranking.method() == RankingMethod.NUMERIC || candidate.rating() != Rating.BEST_QUALIFIED);
    }

    private static String lifted(Ranking ranking, Eligible candidate) {
        return (ranking.method() == RankingMethod.NUMERIC
                        ? "Score " + candidate.score().toPlainString()
                                + candidate.points().inWords() + ", placed at the top of the list"
                        : "Rated " + lower(candidate.rating()) + ", placed in the highest category")
                + " for a compensable service-connected disability "
                + "(" + (ranking.method() == RankingMethod.NUMERIC ? ranking.topIsWritten() : ranking.orderIsWritten())
                + ")";
    }

    private static String inWords(Priority priority) {
        return (priority.status() == PriorityStatus.CTAP
                        ? "Displaced employee of your agency (CTAP)"
                        : "Displaced federal employee (ICTAP)")
                + " with priority in " + String.join("; ", priority.areas())
                + ": to be taken first there (5 CFR 330.607, 330.705)";
    }

    private static Optional<String> place(
            Ranking ranking, ReferredCategories categories, Eligible candidate, boolean referred) {
        return switch (ranking.method()) {
            case CATEGORY ->
                Optional.ofNullable(candidate.rating()).map(rating -> {
                    if (!referred) {
                        return rating.title() + ", referred for the priority only";
                    }
                    if (rating == categories.mergedWith()) {
                        return rating.title() + ", merged with " + lower(categories.highest()) + ", which had "
                                + (categories.count() == 0 ? "nobody" : "only " + categories.count())
                                + " (5 U.S.C. 3319(c))";
                    }
                    return categories.group(rating) > 1
                            ? rating.title() + ", referred by OPM (5 U.S.C. 3319(c))"
                            : rating.title();
                });
            case NUMERIC ->
                Optional.ofNullable(candidate.score())
                        .map(score -> "Score " + score.toPlainString()
                                + (ranking.preferenceCounts()
                                        ? candidate.points().inWords()
                                        : "")
                                + (referred
                                        ? ", at or above the cut-off (" + ranking.cutOffIsWritten() + ")"
                                        : ", referred for the priority only"));
            case UNRANKED -> Optional.of("Not ranked");
        };
    }

    private static String lower(Rating rating) {
        return rating.title().toLowerCase(java.util.Locale.ROOT);
    }
}
