package io.crossgov.hiring.law;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.crossgov.hiring.pool.RankingMethod;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is referred to a case now, in the order in which the law puts them, and why each stands there (L11 to L13, L16, L17): displaced
 * employees with priority at a location of the case; then category by category, preference eligibles before others; or by score down to
 * the cut-off. Everybody on it is available, agreed to be shared and would work at a location of the case, and stands on it
 * once, in the best place of all records of that person. The order does not depend on
 * the order of what it is made from.
 */
public final class ReferralList {

    /**
     * One person on the list.
     *
     * @param group 1 for the highest (merged) category, 2 for the next; people of one group compete as one category. In a numeric pool 1
     *     for those at its top whatever the score, 2 for all others
     * @param referred whether the category or score is referred; if not, the candidate is here for the priority alone
     * @param preferred whether veterans' preference counts here, and the candidate has it
     * @param priority whether, and where, the candidate must be taken first
     * @param why the candidate stands here, in words
     * @param whyInShort the same in a few words, without the rules
     */
    public record Entry(
            Eligible candidate,
            int group,
            boolean referred,
            boolean preferred,
            Optional<Priority> priority,
            String why,
            String whyInShort) {

        public UUID id() {
            return candidate.id();
        }

        private Entry notListed() {
            var why = "Not on the list now";
            return new Entry(candidate, group, false, preferred, priority, why + ".", why);
        }
    }

    private final Ranking ranking;
    private final Map<UUID, Entry> entries;
    private final Map<UUID, Entry> besides;
    private final Map<UUID, Integer> places = new HashMap<>();
    private final List<Entry> preferred;
    private final List<Entry> withPriority;

    private ReferralList(Ranking ranking, Map<UUID, Entry> entries, Map<UUID, Entry> besides) {
        this.ranking = ranking;
        this.entries = entries;
        this.besides = besides;
        entries.keySet().forEach(id -> places.put(id, places.size() + 1));
        preferred = entries.values().stream()
                .filter(entry -> entry.referred() && entry.preferred())
                .toList();
        withPriority = entries.values().stream()
                .filter(entry -> entry.priority().isPresent())
                .toList();
    }

    /**
     * The list of a case.
     *
     * @param categories what is referred of a {@link RankingMethod#CATEGORY} pool; of no meaning for others
     * @param caseLocations duty locations of the case, in the pool's writing
     * @param agency every way in which the case's agency is written: code, name
     */
    public static ReferralList of(
            Ranking ranking,
            ReferredCategories categories,
            Set<String> caseLocations,
            Set<String> agency,
            Collection<Eligible> field) {
        return of(ranking, categories, caseLocations, agency, field, List.of());
    }

    /**
     * The list of a case.
     *
     * @param others who is not in the field, and of whom the law may yet be asked: somebody elected who has left the list since
     */
    public static ReferralList of(
            Ranking ranking,
            ReferredCategories categories,
            Set<String> caseLocations,
            Set<String> agency,
            Collection<Eligible> field,
            Collection<Eligible> others) {
        var entries = new LinkedHashMap<UUID, Entry>();
        var persons = new HashSet<String>();
        field.stream()
                .filter(Eligible::isAvailable)
                .filter(candidate -> candidate.matches(caseLocations))
                .map(candidate -> entry(ranking, categories, caseLocations, agency, candidate))
                .filter(entry -> entry.referred() || entry.priority().isPresent())
                .sorted(order(ranking))
                .filter(entry -> persons.add(entry.candidate().person()))
                .forEachOrdered(entry -> entries.put(entry.id(), entry));
        var besides = Stream.concat(field.stream(), others.stream())
                .filter(candidate -> !entries.containsKey(candidate.id()))
                // Without a category nobody stands anywhere among categories.
                .filter(candidate -> ranking.method() != RankingMethod.CATEGORY
                        || ranking.categoryOf(candidate).isPresent())
                .map(candidate -> entry(ranking, categories, caseLocations, agency, candidate))
                .map(Entry::notListed)
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        return new ReferralList(ranking, entries, besides);
    }

    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The candidate's place on the list, empty when not referred. */
    public Optional<Entry> of(UUID candidateId) {
        return Optional.ofNullable(entries.get(candidateId));
    }

    /**
     * Where the law puts a candidate: on the list, or where somebody would stand who is not on it (unavailable, in a category that is not
     * referred, no longer for a location of the case). Empty for somebody of whom that cannot be said.
     */
    public Optional<Entry> standingOf(UUID candidateId) {
        return of(candidateId).or(() -> Optional.ofNullable(besides.get(candidateId)));
    }

    /** The candidate's place, counted from 1; 0 for somebody who is not referred. */
    public int placeOf(UUID candidateId) {
        return places.getOrDefault(candidateId, 0);
    }

    public Ranking ranking() {
        return ranking;
    }

    /** Those whom preference puts before others, in their order. */
    public List<Entry> preferred() {
        return preferred;
    }

    /** Those who have priority somewhere, in their order. */
    public List<Entry> withPriority() {
        return withPriority;
    }

    private static Entry entry(
            Ranking ranking,
            ReferredCategories categories,
            Set<String> caseLocations,
            Set<String> agency,
            Eligible candidate) {
        var priority = Priority.of(candidate, caseLocations, agency);
        var category = ranking.category(candidate.rating(), candidate.preference());
        var referred =
                switch (ranking.method()) {
                    case CATEGORY -> categories.refers(category);
                    case NUMERIC ->
                        isAtTheTop(ranking, candidate) || CutOff.refers(ranking.cutOff(), candidate.score());
                    case UNRANKED -> true;
                };
        var group =
                switch (ranking.method()) {
                    case CATEGORY -> categories.group(category);
                    case NUMERIC -> ranking.isLifted(candidate.preference()) ? 1 : 2;
                    case UNRANKED -> 1;
                };
        var preferred = ranking.isPreferred(candidate.preference());
        return new Entry(
                candidate,
                group,
                referred,
                preferred,
                priority,
                Reasons.of(ranking, categories, candidate, preferred, priority, referred),
                Reasons.inShort(ranking, candidate, preferred, priority));
    }

    /** 5 CFR 332.401(b): of those who were assessed as qualified, and so have a score. */
    private static boolean isAtTheTop(Ranking ranking, Eligible candidate) {
        return ranking.cutOff().isPresent() && candidate.score() != null && ranking.isLifted(candidate.preference());
    }

    private static Comparator<Entry> order(Ranking ranking) {
        Comparator<Entry> byGroup = comparingInt(Entry::group);
        Comparator<Entry> byScore = comparing(entry -> entry.candidate().score(), nullsLast(reverseOrder()));
        return comparing((Entry entry) -> entry.priority().map(Priority::rank).orElse(Integer.MAX_VALUE))
                .thenComparing(byGroup)
                .thenComparing(ranking.method() == RankingMethod.NUMERIC ? byScore : comparingInt(entry -> 0))
                .thenComparing(entry -> !entry.preferred())
                .thenComparing(entry -> entry.candidate().applicantNumber())
                .thenComparing(Entry::id);
    }

    @Override
    public String toString() {
        return entries.values().stream()
                .map(entry -> entry.candidate().applicantNumber())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
