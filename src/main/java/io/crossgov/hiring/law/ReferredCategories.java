package io.crossgov.hiring.law;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Which categories a case is referred (L11, L13; 5 U.S.C. 3319(c)): the highest in which there is anybody, the next one where the two are
 * merged, and what OPM referred beyond that. Decided once, on the referral, and merged then where the agency's policy says so; later
 * somebody has to decide it ({@link Merging}). That people are selected or withdraw neither merges by itself nor undoes a merge.
 *
 * @param highest category in which there was anybody; null when nobody was there
 * @param count how many candidates of the highest category could be selected when it was referred, or merged
 * @param mergedWith the next category, when the two are merged; else null
 * @param referredDownTo the lowest category OPM has referred since, or null
 */
public record ReferredCategories(Rating highest, int count, Rating mergedWith, Rating referredDownTo) {

    /** A highest category with fewer candidates may be merged with the next. */
    public static final int ENOUGH = 3;

    /**
     * How many candidates of one kind are in the field: opted in, at a location of the case. A person counts once.
     *
     * @param available how many of them are available
     * @param assigned how many there are, available or not: a category has those whom the assessment assigned to it
     */
    public record Tally(Rating rating, VeteransPreference preference, long available, long assigned) {

        /** One person with several records in the field: once, in the highest category in which any of them stands (L12). */
        public static Tally ofOnePerson(Ranking ranking, Collection<Tally> records) {
            var preference =
                    records.stream().map(Tally::preference).reduce(VeteransPreference.NONE, VeteransPreference::or);
            var best = records.stream()
                    .min(Comparator.comparing(
                            (Tally record) -> ranking.category(record.rating(), preference),
                            Comparator.nullsLast(Comparator.naturalOrder())))
                    .orElseThrow();
            var available = records.stream().anyMatch(record -> record.available() > 0);
            return new Tally(best.rating(), preference, available ? 1 : 0, 1);
        }
    }

    /** Nobody is in the field, or the pool has no categories. */
    public static final ReferredCategories NONE = new ReferredCategories(null, 0, null, null);

    /**
     * Decides the referral from who is there now; an empty kind still says that its category exists. What is merged by itself is a category
     * to which fewer than three were assigned (5 U.S.C. 3319(c)(1)); that fewer than three of it are left is for somebody to decide on
     * ({@link Merging}).
     *
     * @param policy whether such a category is merged at once; under direct hire, which knows no order of categories, it always is
     */
    public static ReferredCategories decide(Ranking ranking, Collection<Tally> field, MergePolicy policy) {
        var highest = field.stream()
                .map(tally -> ranking.category(tally.rating(), tally.preference()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        if (highest.isEmpty()) {
            return NONE;
        }
        var inIt = field.stream()
                .filter(tally -> ranking.category(tally.rating(), tally.preference()) == highest.get())
                .toList();
        var count = inIt.stream().mapToLong(Tally::available).sum();
        var assigned = inIt.stream().mapToLong(Tally::assigned).sum();
        var decided = new ReferredCategories(highest.get(), (int) count, null, null);
        return assigned < ENOUGH && (policy == MergePolicy.ALWAYS || !ranking.preferenceCounts())
                ? decided.merged(ranking, (int) count)
                : decided;
    }

    /** The same, with the highest category merged with the next one as so many of it are left; where there is no next one, as it is. */
    public ReferredCategories merged(Ranking ranking, int left) {
        return next(ranking)
                .map(next -> new ReferredCategories(highest, left, next, referredDownTo))
                .orElse(this);
    }

    /** How many are available in the categories that come before this one. */
    public long above(Rating category, Ranking ranking, Collection<Tally> field) {
        return field.stream()
                .filter(tally -> {
                    var own = ranking.category(tally.rating(), tally.preference());
                    return own != null && group(own) < group(category);
                })
                .mapToLong(Tally::available)
                .sum();
    }

    /** The category with which the highest one may be merged. */
    Optional<Rating> next(Ranking ranking) {
        return Optional.ofNullable(highest).flatMap(ranking::below);
    }

    /** The same, with what OPM has referred since (L11). */
    public ReferredCategories downTo(Optional<Rating> floor) {
        return new ReferredCategories(highest, count, mergedWith, floor.orElse(null));
    }

    /** Whether the highest category was merged with the next one (L13). */
    public boolean isMerged() {
        return mergedWith != null;
    }

    /** The lowest category the case is referred; empty when nobody was in the field. */
    public Optional<Rating> lowest() {
        if (highest == null) {
            return Optional.empty();
        }
        var own = isMerged() ? mergedWith : highest;
        return Optional.of(referredDownTo == null || referredDownTo.isAtLeast(own) ? own : referredDownTo);
    }

    public boolean refers(Rating category) {
        return category != null && lowest().filter(category::isAtLeast).isPresent();
    }

    /**
     * 1 for the highest category and the one merged with it, 2 or more for a lower one; less than 1 for one above, in which somebody is
     * since it was decided. People of one group compete as one category.
     */
    int group(Rating category) {
        if (highest == null || category == null) {
            return 1;
        }
        if (!highest.isAtLeast(category)) {
            return 1 + category.ordinal() - highest.ordinal();
        }
        var own = isMerged() ? mergedWith : highest;
        return category.isAtLeast(own) ? 1 : 1 + category.ordinal() - own.ordinal();
    }
}
