package io.crossgov.hiring.law;

import static net.jqwik.api.Tuple.of;

import io.crossgov.hiring.law.CaseStanding.PassOver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * A random certificate, a random case and whom its manager wants: what the law is asked about, and what it is made from.
 *
 * @param field everybody in the pool
 * @param policy of the agency
 */
record Circumstances(
        Ranking ranking,
        ReferredCategories categories,
        List<Eligible> field,
        Situation situation,
        Choice choice,
        MergePolicy policy) {

    static final Set<String> AGENCY = Set.of("GSA", "General Services Administration");

    private static final Set<String> PLACES =
            Set.of("Denver, CO", "Washington, DC", "Remote", "Anywhere (100% telework)");

    private record Qualities(Rating rating, BigDecimal score, VeteransPreference preference) {}

    private record Displacement(PriorityStatus status, String area, String agency) {}

    private record Person(
            Qualities qualities,
            Displacement displacement,
            boolean optedIn,
            Set<String> locations,
            Availability availability,
            CaseStanding standing) {

        Eligible numbered(int number) {
            // Numbers repeat, so that the order of equals is tried to the end.
            return new Eligible(
                    new UUID(0, number),
                    "person " + number,
                    "N-" + number % 3,
                    qualities.rating(),
                    qualities.score(),
                    Points.INCLUDED,
                    qualities.preference(),
                    displacement.status(),
                    displacement.area(),
                    displacement.agency(),
                    optedIn,
                    locations,
                    availability);
        }
    }

    private record Days(
            LocalDate electedOn,
            boolean ownEmployeesFirst,
            Optional<LocalDate> ownEmployeesApplyUntil,
            boolean ownEmployeesToReview) {}

    private record Referral(Optional<Rating> floor, MergePolicy policy) {}

    private record Vacancies(int announced, int takenByOthers) {}

    /** Somebody on the list, for a location in common; or anybody, anywhere. */
    private record Wish(boolean fromList, int number, String place) {

        Choice among(ReferralList list, Set<String> caseLocations) {
            var entries = list.entries();
            if (!fromList || entries.isEmpty()) {
                return new Choice(new UUID(0, number), place);
            }
            var entry = entries.get(number % entries.size());
            var common = ReferredOnly.commonLocations(entry.candidate().locations(), caseLocations);
            return new Choice(entry.id(), common.contains(place) ? place : common.get(0));
        }
    }

    /** Any case, at any moment. */
    static Arbitrary<Circumstances> any() {
        return Combinators.combine(
                        rankings(),
                        Combinators.combine(
                                        Arbitraries.of(Rating.values()).optional(0.3),
                                        Arbitraries.of(MergePolicy.values()))
                                .as(Referral::new),
                        people(),
                        places(),
                        days(),
                        Arbitraries.frequency(of(5, false), of(1, true)),
                        Combinators.combine(
                                        Arbitraries.integers().between(1, 4), Arbitraries.frequency(of(4, 0), of(1, 1)))
                                .as(Vacancies::new),
                        Combinators.combine(
                                        Arbitraries.frequency(of(5, true), of(1, false)),
                                        Arbitraries.integers().between(0, 8),
                                        Arbitraries.of(PLACES))
                                .as(Wish::new))
                .as(Circumstances::assembled)
                .withoutEdgeCases();
    }

    /** Everybody in a pool, of any kind. */
    static Arbitrary<List<Eligible>> fields() {
        return people().map(Circumstances::numbered);
    }

    static Arbitrary<Set<String>> places() {
        return Arbitraries.of(PLACES).set().ofMinSize(1);
    }

    static Arbitrary<Ranking> rankings() {
        return Combinators.combine(
                        assessments(),
                        Arbitraries.frequency(
                                of(6, HiringAuthority.DELEGATED_EXAMINING),
                                of(1, HiringAuthority.DIRECT_HIRE),
                                of(1, HiringAuthority.EXCEPTED_SERVICE)),
                        authorityDays(),
                        Arbitraries.of(true, false),
                        Arbitraries.frequency(of(3, "80"), of(1, "92.5"))
                                .map(BigDecimal::new)
                                .optional(0.9))
                .as(Ranking::new);
    }

    private static Arbitrary<Assessment> assessments() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                of(6, RankingMethod.CATEGORY),
                                of(3, RankingMethod.NUMERIC),
                                of(1, RankingMethod.UNRANKED)),
                        Arbitraries.of(
                                WellQualified.NOT_SAID,
                                new WellQualified(Rating.BEST_QUALIFIED, null),
                                new WellQualified(Rating.WELL_QUALIFIED, null),
                                new WellQualified(Rating.QUALIFIED, null),
                                new WellQualified(null, new BigDecimal("85"))))
                .as((method, wellQualified) -> new Assessment(method, List.of(Rating.values()), wellQualified));
    }

    /** Of a direct-hire authority: none in an old pool, mostly in force, or over before the pool is. */
    private static Arbitrary<Optional<AuthorityDays>> authorityDays() {
        return Arbitraries.frequency(
                of(6, Optional.empty()),
                of(3, Optional.of(new AuthorityDays(Hiring.ISSUED, Optional.empty()))),
                of(1, Optional.of(new AuthorityDays(Hiring.ISSUED.plusDays(100), Optional.empty()))),
                of(1, Optional.of(new AuthorityDays(Hiring.ISSUED, Optional.of(Hiring.ISSUED.plusDays(10))))));
    }

    ReferralList list() {
        return situation.list();
    }

    Optional<Eligible> wanted() {
        return field.stream()
                .filter(candidate -> candidate.id().equals(choice.candidateId()))
                .findFirst();
    }

    CaseStanding standing(Eligible candidate) {
        return situation.standing(candidate.id());
    }

    Circumstances with(Situation changed) {
        return new Circumstances(ranking, categories, field, changed, choice, policy);
    }

    Circumstances with(Choice changed) {
        return new Circumstances(ranking, categories, field, situation, changed, policy);
    }

    /** The same people by category, all of which OPM has referred; wanted is who stands last. */
    Circumstances downToTheLowestCategory() {
        var byCategory = new Ranking(
                new Assessment(
                        RankingMethod.CATEGORY,
                        ranking.assessment().categories(),
                        ranking.assessment().wellQualified()),
                ranking.authority(),
                ranking.authorityDays(),
                ranking.professionalOrScientific(),
                Optional.empty());
        var places = Set.copyOf(situation.caseLocations());
        var all = TalliedField.decide(byCategory, places, field, policy).downTo(Optional.of(Rating.QUALIFIED));
        var those = new Circumstances(byCategory, all, field, situation, choice, policy).referred(all, places);
        var last = those.list().entries().stream().reduce((earlier, later) -> later);
        return last.map(entry -> those.with(new Choice(
                        entry.id(),
                        ReferredOnly.commonLocations(entry.candidate().locations(), places)
                                .get(0))))
                .orElse(those);
    }

    /** The same people, of whom these categories are referred. */
    Circumstances referred(ReferredCategories others, Collection<String> places) {
        return new Circumstances(
                ranking,
                others,
                field,
                new Situation(
                        situation.window(),
                        situation.ownEmployeesFirst(),
                        situation.ownEmployeesApplyUntil(),
                        situation.ownEmployeesToReview(),
                        situation.shortAppointment(),
                        situation.electedOn(),
                        situation.toldOpmOn(),
                        places,
                        ReferralList.of(ranking, others, Set.copyOf(places), AGENCY, field),
                        situation.standings(),
                        situation.vacancies(),
                        situation.vacanciesTaken()),
                choice,
                policy);
    }

    private static Circumstances assembled(
            Ranking ranking,
            Referral referral,
            List<Person> people,
            Set<String> places,
            Days days,
            boolean shortTime,
            Vacancies vacancies,
            Wish wish) {
        var field = numbered(people);
        var categories =
                TalliedField.decide(ranking, places, field, referral.policy()).downTo(referral.floor());
        var list = ReferralList.of(ranking, categories, places, AGENCY, field);
        var taken = vacancies.takenByOthers()
                + (int) people.stream()
                        .filter(person -> person.standing().elected())
                        .count();
        var available = Math.max(vacancies.announced(), taken);
        return new Circumstances(
                ranking,
                categories,
                field,
                new Situation(
                        CertificateWindow.of(PoolType.CSA, Hiring.ISSUED, null),
                        days.ownEmployeesFirst(),
                        days.ownEmployeesApplyUntil(),
                        days.ownEmployeesToReview(),
                        shortTime,
                        days.electedOn(),
                        Optional.empty(),
                        places,
                        list,
                        standings(people, available - taken),
                        available,
                        taken),
                wish.among(list, places),
                referral.policy());
    }

    /** What is on record, with no more vacancies held than are left. */
    private static Map<UUID, CaseStanding> standings(List<Person> people, int left) {
        var standings = new HashMap<UUID, CaseStanding>();
        var held = 0;
        for (var number = 0; number < people.size(); number++) {
            var standing = people.get(number).standing();
            var holds = !standing.elected() && standing.vacancyHeld() && held < left;
            held += holds ? 1 : 0;
            standings.put(
                    new UUID(0, number),
                    new CaseStanding(
                            standing.elected(),
                            standing.declinedOrSilent(),
                            standing.passOver(),
                            standing.notWellQualified(),
                            holds,
                            standing.consideredEnough()));
        }
        return standings;
    }

    private static List<Eligible> numbered(List<Person> people) {
        return IntStream.range(0, people.size())
                .mapToObj(number -> people.get(number).numbered(number))
                .toList();
    }

    private static Arbitrary<List<Person>> people() {
        return Combinators.combine(
                        Combinators.combine(
                                        Arbitraries.of(Rating.values()).injectNull(0.1),
                                        Arbitraries.of("95", "92.5", "92.50", "85", "71")
                                                .map(BigDecimal::new)
                                                .injectNull(0.1),
                                        Arbitraries.frequencyOf(
                                                of(1, Arbitraries.just(VeteransPreference.NONE)),
                                                of(1, Arbitraries.of(VeteransPreference.values()))))
                                .as(Qualities::new),
                        Combinators.combine(
                                        Arbitraries.frequencyOf(
                                                of(3, Arbitraries.just(PriorityStatus.NONE)),
                                                of(1, Arbitraries.of(PriorityStatus.values()))),
                                        Arbitraries.of(
                                                        "denver, CO",
                                                        "Washington, DC",
                                                        "Topeka, KS",
                                                        "Anywhere (100% telework)")
                                                .injectNull(0.1),
                                        Arbitraries.of("gsa", "EPA").injectNull(0.1))
                                .as(Displacement::new),
                        Arbitraries.frequency(of(9, true), of(1, false)),
                        places(),
                        Arbitraries.frequencyOf(
                                of(9, Arbitraries.just(Availability.AVAILABLE)),
                                of(1, Arbitraries.of(Availability.values()))),
                        standing())
                .as(Person::new)
                .list()
                .ofMaxSize(8)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<CaseStanding> standing() {
        var seldom = Arbitraries.frequency(of(9, false), of(1, true));
        return Combinators.combine(
                        seldom,
                        seldom,
                        Arbitraries.frequencyOf(
                                of(1, Arbitraries.just(PassOver.NONE)), of(3, Arbitraries.of(PassOver.values()))),
                        seldom,
                        seldom,
                        seldom)
                .as(CaseStanding::new);
    }

    private static Arbitrary<Days> days() {
        var mostly = Arbitraries.just(Hiring.TODAY);
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                of(9, mostly),
                                of(1, Arbitraries.integers().between(-30, 300).map(Hiring.ISSUED::plusDays))),
                        Arbitraries.frequency(of(9, false), of(1, true)),
                        Arbitraries.integers()
                                .between(-30, 20)
                                .map(Hiring.TODAY::plusDays)
                                .optional(0.7),
                        Arbitraries.of(true, false))
                .as(Days::new);
    }
}
