package io.crossgov.hiring.law;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is referred to a case now, in the order in which the law puts them, and why each stands there (L11 to L13, L16, L17): displaced
 * employees with priority at a location of the case; then category by category, preference eligibles before others; or by score down to
 * the cut-off. Everybody on it is available, agreed to be shared and would work at a location of the case. One person stands on it once,
 * whatever the number of his or her records: in the best place of them, at every duty location any of them names, and with the preference
 * and the priority that any of them gives. The order does not depend on the order of what it is made from.
 */
public final class ReferralList {

    /**
     * One person on the list.
     *
     * @param candidate the record of the person that stands best, with the duty locations and the preference of all of them
     * @param group 1 for the highest (merged) category, more for a lower one, less for one that was empty when the case was referred; people
     *     of one group compete as one category. In a numeric pool 1 for those at its top whatever the score, 2 for all others
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

    /**
     * A displaced employee who would have priority if he or she were well-qualified, which the record does not say.
     *
     * @param claimed the priority, and where
     */
    public record Unrated(String applicantNumber, Priority claimed) {

        /** Whether the priority would count at this duty location. */
        public boolean isAt(String dutyLocation) {
            return claimed.isAt(dutyLocation);
        }
    }

    /**
     * A displaced employee of the agency that the record names, if any, which is not the case's by any way of writing it: whether it is
     * another one, or the same one misspelled, is for OPM to say (5 CFR 330.602).
     *
     * @param agency as the record names it, or null
     * @param claimed the priority there would be at that agency, and where
     */
    public record Elsewhere(String applicantNumber, String agency, Priority claimed) {

        /** Whether the priority would count at this duty location. */
        public boolean isAt(String dutyLocation) {
            return claimed.isAt(dutyLocation);
        }
    }

    private final Ranking ranking;
    private final ReferredCategories categories;
    private final List<Entry> entries;
    private final Map<UUID, Entry> byRecord = new HashMap<>();
    private final Map<UUID, Entry> besides = new HashMap<>();
    private final Map<UUID, Integer> places = new HashMap<>();
    private final List<Entry> preferred;
    private final List<Entry> withPriority;
    private final List<Unrated> unrated;
    private final List<Elsewhere> elsewhere;

    /** @param besides who is not on the list, and where each would stand */
    private ReferralList(
            Ranking ranking,
            ReferredCategories categories,
            List<Entry> entries,
            List<Entry> besides,
            List<Unrated> unrated,
            List<Elsewhere> elsewhere,
            Map<String, List<Eligible>> persons) {
        this.ranking = ranking;
        this.categories = categories;
        this.unrated = unrated;
        this.elsewhere = elsewhere;
        this.entries = entries;
        for (var entry : entries) {
            places.put(entry.id(), places.size() + 1);
            persons.get(entry.candidate().person()).forEach(record -> byRecord.put(record.id(), entry));
        }
        for (var entry : besides) {
            persons.get(entry.candidate().person()).forEach(record -> this.besides.put(record.id(), entry));
        }
        preferred = entries.stream()
                .filter(entry -> entry.referred() && entry.preferred())
                .toList();
        withPriority =
                entries.stream().filter(entry -> entry.priority().isPresent()).toList();
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
        var listed = field.stream().collect(groupingBy(Eligible::person)).values().stream()
                .flatMap(records -> listed(ranking, categories, caseLocations, agency, records).stream())
                .sorted(order(ranking))
                .toList();
        var onTheList = listed.stream().map(entry -> entry.candidate().person()).collect(toSet());
        var persons = Stream.concat(field.stream(), others.stream()).collect(groupingBy(Eligible::person));
        var besides = persons.entrySet().stream()
                .filter(person -> !onTheList.contains(person.getKey()))
                .flatMap(person -> besides(ranking, categories, caseLocations, agency, person.getValue()).stream())
                .toList();
        var unrated = field.stream().collect(groupingBy(Eligible::person)).values().stream()
                .flatMap(records -> unrated(ranking, caseLocations, agency, records).stream())
                .sorted(comparing(Unrated::applicantNumber))
                .toList();
        var elsewhere = field.stream().collect(groupingBy(Eligible::person)).values().stream()
                .flatMap(records -> elsewhere(ranking, caseLocations, agency, records))
                .sorted(comparing(Elsewhere::applicantNumber))
                .toList();
        return new ReferralList(ranking, categories, listed, besides, unrated, elsewhere, persons);
    }

    public List<Entry> entries() {
        return entries;
    }

    /** The place of the person whom the record is about, whichever of the records it is; empty when that person is not referred. */
    public Optional<Entry> of(UUID candidateId) {
        return Optional.ofNullable(byRecord.get(candidateId));
    }

    /**
     * Where the law puts a person, whichever of the records it is: on the list, or where somebody would stand who is not on it (unavailable,
     * in a category that is not referred, no longer for a location of the case). Empty for somebody of whom that cannot be said.
     */
    public Optional<Entry> standingOf(UUID candidateId) {
        return of(candidateId).or(() -> Optional.ofNullable(besides.get(candidateId)));
    }

    /** As {@link #standingOf}, by rank: empty also for somebody who is on the list for a priority alone. */
    Optional<Entry> rankOf(UUID candidateId) {
        return standingOf(candidateId)
                .filter(entry -> entry.referred() || of(candidateId).isEmpty());
    }

    /** The record under which that person stands on the list; the same one for somebody who is not referred. */
    public UUID asListed(UUID candidateId) {
        return of(candidateId).map(Entry::id).orElse(candidateId);
    }

    /** The person's place, counted from 1; 0 for somebody who is not referred. */
    public int placeOf(UUID candidateId) {
        return places.getOrDefault(asListed(candidateId), 0);
    }

    public Ranking ranking() {
        return ranking;
    }

    /** What is referred of a {@link RankingMethod#CATEGORY} pool. */
    public ReferredCategories categories() {
        return categories;
    }

    /** Those whom preference puts before others, in their order. */
    public List<Entry> preferred() {
        return preferred;
    }

    /** Those who have priority somewhere, in their order. */
    public List<Entry> withPriority() {
        return withPriority;
    }

    /** Displaced employees of the field whose rating or score is missing, so that nobody can say whether they are well-qualified. */
    public List<Unrated> unrated() {
        return unrated;
    }

    /** Displaced employees of the field whose own agency is not, or not known to be, the case's. */
    public List<Elsewhere> elsewhere() {
        return elsewhere;
    }

    /** Who has the same right by another record is taken first by that one. */
    private static Stream<Elsewhere> elsewhere(
            Ranking ranking, Set<String> caseLocations, Set<String> agency, List<Eligible> ofOnePerson) {
        var shared = shared(ofOnePerson);
        var has = Priority.of(ranking, shared, caseLocations, agency);
        return has.filter(right -> right.status() == PriorityStatus.CTAP).isPresent()
                ? Stream.empty()
                : shared.stream()
                        .flatMap(record -> Priority.elsewhere(ranking, record, caseLocations, agency)
                                .map(right -> new Elsewhere(record.applicantNumber(), record.federalAgency(), right))
                                .stream());
    }

    private static Optional<Unrated> unrated(
            Ranking ranking, Set<String> caseLocations, Set<String> agency, List<Eligible> ofOnePerson) {
        var shared = shared(ofOnePerson);
        return Priority.unrated(ranking, shared, caseLocations, agency)
                .map(right -> new Unrated(shared.get(0).applicantNumber(), right));
    }

    /** The records by which somebody may be referred. */
    private static List<Eligible> shared(List<Eligible> ofOnePerson) {
        return united(ofOnePerson.stream()
                .filter(Eligible::isAvailable)
                .filter(Eligible::optedIn)
                .toList());
    }

    /** One person, by all records that are available and shared. */
    private static Optional<Entry> listed(
            Ranking ranking,
            ReferredCategories categories,
            Set<String> caseLocations,
            Set<String> agency,
            List<Eligible> ofOnePerson) {
        var shared = shared(ofOnePerson);
        if (shared.stream().noneMatch(record -> record.matches(caseLocations))) {
            return Optional.empty();
        }
        var priority = Priority.of(ranking, shared, caseLocations, agency);
        return shared.stream()
                .map(record -> entry(ranking, categories, record, priority))
                .filter(entry -> entry.referred() || entry.priority().isPresent())
                .min(order(ranking));
    }

    /** Where somebody would stand who is not on the list. */
    private static Optional<Entry> besides(
            Ranking ranking,
            ReferredCategories categories,
            Set<String> caseLocations,
            Set<String> agency,
            List<Eligible> ofOnePerson) {
        var records = united(ofOnePerson);
        var priority = Priority.of(ranking, records, caseLocations, agency);
        return records.stream()
                // Without a category nobody stands anywhere among categories.
                .filter(record -> ranking.method() != RankingMethod.CATEGORY
                        || ranking.categoryOf(record).isPresent())
                .map(record -> entry(ranking, categories, record, priority))
                .min(order(ranking))
                .map(Entry::notListed);
    }

    /**
     * The records of one person, each with the duty locations of all and the preference that any of them gives: both are the person's (5
     * U.S.C. 2108). The rating is the record's own.
     */
    private static List<Eligible> united(List<Eligible> ofOnePerson) {
        var preference =
                ofOnePerson.stream().map(Eligible::preference).reduce(VeteransPreference.NONE, VeteransPreference::or);
        var locations = ofOnePerson.stream()
                .flatMap(record -> record.locations().stream())
                .collect(toSet());
        return ofOnePerson.stream()
                .map(record -> record.of(locations, preference))
                .toList();
    }

    private static Entry entry(
            Ranking ranking, ReferredCategories categories, Eligible candidate, Optional<Priority> priority) {
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
                .thenComparing(
                        ranking.isByPreferenceAlone()
                                ? comparingInt(entry ->
                                        ExceptedOrder.place(entry.candidate().preference()))
                                : comparingInt(entry -> 0))
                .thenComparing(entry -> !entry.preferred())
                .thenComparing(entry -> entry.candidate().applicantNumber())
                .thenComparing(Entry::id);
    }

    @Override
    public String toString() {
        return entries.stream()
                .map(entry -> entry.candidate().applicantNumber())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
