package io.crossgov.hiring.law;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** L11, L12, L16, L17: what holds for every referral list. */
class ReferralListPropertiesTest {

    @Property
    void a_list_does_not_depend_on_the_order_in_which_candidates_come(
            @ForAll("cases") Circumstances any, @ForAll Random order) {
        var shuffled = new ArrayList<>(any.field());
        Collections.shuffle(shuffled, order);

        assertThat(list(any, shuffled).entries()).isEqualTo(any.list().entries());
        assertThat(TalliedField.decide(any.ranking(), places(any), shuffled, any.policy())
                        .downTo(Optional.ofNullable(any.categories().referredDownTo())))
                .isEqualTo(any.categories());
    }

    @Property
    void L11_nobody_is_listed_who_is_gone_not_shared_or_elsewhere(@ForAll("cases") Circumstances any) {
        assertThat(any.list().entries())
                .extracting(ReferralList.Entry::candidate)
                .allSatisfy(candidate -> {
                    assertThat(candidate.availability()).isEqualTo(Availability.AVAILABLE);
                    assertThat(candidate.optedIn()).isTrue();
                    assertThat(candidate.locations()).containsAnyElementsOf(places(any));
                });
    }

    @Property
    void L11_everybody_is_listed_once_whom_rank_or_priority_refers_and_nobody_else(@ForAll("cases") Circumstances any) {
        var plain = new PlainReading(any);
        var expected = any.field().stream()
                .filter(candidate -> plain.isReferredByRank(candidate) || isDisplaced(any, plain, candidate))
                .toList();

        assertThat(any.list().entries())
                .extracting(ReferralList.Entry::candidate)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(any.list().entries()).allSatisfy(entry -> {
            assertThat(entry.referred()).isEqualTo(plain.isReferredByRank(entry.candidate()));
            assertThat(entry.priority().isPresent()).isEqualTo(isDisplaced(any, plain, entry.candidate()));
        });
    }

    @Property
    void L12_within_a_group_nobody_without_preference_stands_before_a_preference_eligible(
            @ForAll("cases") Circumstances any) {
        Assume.that(any.ranking().method() == RankingMethod.CATEGORY
                && any.ranking().preferenceCounts());

        eachPair(any, (first, second) -> {
            if (first.group() == second.group()
                    && second.candidate().preference().isEligible()) {
                assertThat(first.candidate().preference().isEligible())
                        .as("%s before %s", first, second)
                        .isTrue();
            }
        });
    }

    @Property
    void L12_a_higher_category_stands_before_a_lower_one(@ForAll("cases") Circumstances any) {
        Assume.that(any.ranking().method() == RankingMethod.CATEGORY);

        eachPair(any, (first, second) -> assertThat(first.group()).isLessThanOrEqualTo(second.group()));
    }

    @Property
    void L17_below_those_lifted_for_a_disability_a_higher_score_stands_first_and_preference_decides_between_equals(
            @ForAll("cases") Circumstances any) {
        Assume.that(any.ranking().method() == RankingMethod.NUMERIC);

        eachPair(any, (first, second) -> {
            assertThat(first.group()).isLessThanOrEqualTo(second.group());
            if (first.group() < second.group()) {
                return;
            }
            var compared =
                    first.candidate().score().compareTo(second.candidate().score());
            assertThat(compared).isGreaterThanOrEqualTo(0);
            if (compared == 0
                    && any.ranking().preferenceCounts()
                    && second.candidate().preference().isEligible()) {
                assertThat(first.candidate().preference().isEligible()).isTrue();
            }
        });
    }

    @Property
    void L16_nobody_stands_before_a_displaced_employee_but_another_one(@ForAll("cases") Circumstances any) {
        assertThat(any.list().entries())
                .extracting(entry -> entry.priority().map(Priority::rank).orElse(3))
                .isSorted();
    }

    @Property
    void whoever_is_listed_reads_why_in_a_sentence(@ForAll("cases") Circumstances any) {
        assertThat(any.list().entries())
                .extracting(ReferralList.Entry::why)
                .allSatisfy(why -> assertThat(why).matches("(?s)[A-Z].+\\.").doesNotContain("null", ".."));
    }

    @Property
    void who_is_not_listed_makes_no_difference_to_the_list(@ForAll("cases") Circumstances any) {
        var listed =
                any.list().entries().stream().map(ReferralList.Entry::candidate).collect(toSet());

        assertThat(list(any, List.copyOf(listed)).entries())
                .isEqualTo(any.list().entries());
    }

    @Property
    void a_person_with_a_number_for_each_place_stands_as_with_one_number_for_all(@ForAll("cases") Circumstances any) {
        var numbers = new AtomicLong();
        var split = any.field().stream()
                .flatMap(candidate -> candidate.locations().stream()
                        .sorted()
                        .map(place -> numbered(candidate, numbers.incrementAndGet(), place)))
                .toList();
        var list = list(any, split);

        assertThat(TalliedField.decide(any.ranking(), places(any), split, any.policy())
                        .downTo(Optional.ofNullable(any.categories().referredDownTo())))
                .isEqualTo(any.categories());
        assertThat(list.entries())
                .extracting(entry -> entry.candidate().person(), ReferralListPropertiesTest::standing)
                .containsExactlyElementsOf(any.list().entries().stream()
                        .map(entry -> tuple(entry.candidate().person(), standing(entry)))
                        .toList());
        assertThat(split).allSatisfy(record -> assertThat(
                        list.of(record.id()).map(entry -> entry.candidate().person()))
                .isIn(Optional.of(record.person()), Optional.empty()));
    }

    /** The record of an application for one place alone; numbers go on, so that the order of equals stays. */
    private static Eligible numbered(Eligible candidate, long number, String place) {
        return new Eligible(
                new UUID(0, number),
                candidate.person(),
                candidate.applicantNumber(),
                candidate.rating(),
                candidate.score(),
                candidate.points(),
                candidate.preference(),
                candidate.priority(),
                candidate.commutingArea(),
                candidate.federalAgency(),
                candidate.optedIn(),
                Set.of(place),
                candidate.availability());
    }

    private static List<Object> standing(ReferralList.Entry entry) {
        return List.of(
                entry.group(),
                entry.referred(),
                entry.preferred(),
                entry.priority(),
                entry.why(),
                entry.candidate().locations());
    }

    @Provide
    Arbitrary<Circumstances> cases() {
        return Circumstances.any();
    }

    /** Each two without priority, in the order of the list. */
    private static void eachPair(Circumstances any, BiConsumer<ReferralList.Entry, ReferralList.Entry> check) {
        var ranked = any.list().entries().stream()
                .filter(entry -> entry.priority().isEmpty())
                .toList();
        for (var first = 0; first < ranked.size(); first++) {
            for (var second = first + 1; second < ranked.size(); second++) {
                check.accept(ranked.get(first), ranked.get(second));
            }
        }
    }

    private static boolean isDisplaced(Circumstances any, PlainReading plain, Eligible candidate) {
        return places(any).stream().anyMatch(location -> plain.isDisplacedFrom(candidate, location));
    }

    private static Set<String> places(Circumstances any) {
        return Set.copyOf(any.situation().caseLocations());
    }

    private static ReferralList list(Circumstances any, List<Eligible> field) {
        return ReferralList.of(any.ranking(), any.categories(), places(any), Circumstances.AGENCY, field);
    }
}
