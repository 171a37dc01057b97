package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** L12, L13, L17: what holds for categories, merging and cut-offs whoever is on the certificate. */
class RankingTest {

    // 5 U.S.C. 3319(b).
    @Property
    void L12_nobody_is_lifted_for_a_professional_or_scientific_position_at_GS_9_or_above(
            @ForAll("rankings") Ranking any, @ForAll Rating rating, @ForAll VeteransPreference preference) {
        var ranking = new Ranking(any.assessment(), any.authority(), any.authorityDays(), true, any.cutOff());

        assertThat(ranking.category(rating, preference)).isEqualTo(rating);
    }

    // 5 U.S.C. 3319(b), 3304(a)(3).
    @Property
    void L12_only_compensable_disability_lifts_and_only_where_preference_counts_and_into_the_highest_category(
            @ForAll("rankings") Ranking ranking, @ForAll Rating rating, @ForAll VeteransPreference preference) {
        var lifts = ranking.method() != RankingMethod.UNRANKED
                && ranking.authority() != HiringAuthority.DIRECT_HIRE
                && !ranking.professionalOrScientific()
                && Set.of(VeteransPreference.CP, VeteransPreference.CPS).contains(preference);

        assertThat(ranking.category(rating, preference)).isEqualTo(lifts ? Rating.BEST_QUALIFIED : rating);
        assertThat(ranking.isLifted(preference)).isEqualTo(lifts);
        assertThat(ranking.category(null, preference)).isNull();
    }

    // 5 U.S.C. 3304(a)(3): under direct hire preference decides nothing.
    @Property
    void L17_under_direct_hire_nobody_is_preferred(
            @ForAll("rankings") Ranking ranking, @ForAll VeteransPreference preference) {
        if (ranking.authority() == HiringAuthority.DIRECT_HIRE) {
            assertThat(ranking.isPreferred(preference)).isFalse();
        } else {
            assertThat(ranking.isPreferred(preference))
                    .isEqualTo(preference != VeteransPreference.NONE
                            && (ranking.method() != RankingMethod.UNRANKED
                                    || ranking.authority() == HiringAuthority.EXCEPTED_SERVICE));
        }
    }

    // 5 U.S.C. 3319(c)(1).
    @Property
    void L13_the_highest_category_is_merged_with_the_next_exactly_when_it_has_fewer_than_three(
            @ForAll("rankings") Ranking ranking,
            @ForAll("fields") List<Eligible> field,
            @ForAll("places") Set<String> places) {
        var decided = TalliedField.decide(ranking, places, field);
        var rated = field.stream()
                .filter(candidate -> candidate.rating() != null)
                .filter(Eligible::optedIn)
                .filter(candidate -> candidate.locations().stream().anyMatch(places::contains))
                .toList();

        if (rated.isEmpty()) {
            assertThat(decided).isEqualTo(ReferredCategories.NONE);
            return;
        }
        var highest = rated.stream()
                .map(candidate -> ranking.category(candidate.rating(), candidate.preference()))
                .sorted()
                .findFirst()
                .orElseThrow();
        var assigned = rated.stream()
                .filter(candidate -> ranking.category(candidate.rating(), candidate.preference()) == highest)
                .toList();
        var available = assigned.stream()
                .filter(candidate -> candidate.availability() == Availability.AVAILABLE)
                .count();
        var next =
                switch (highest) {
                    case BEST_QUALIFIED -> Rating.WELL_QUALIFIED;
                    case WELL_QUALIFIED -> Rating.QUALIFIED;
                    case QUALIFIED -> null;
                };
        assertThat(decided)
                .isEqualTo(new ReferredCategories(highest, (int) available, assigned.size() < 3 ? next : null, null));
    }

    // 5 U.S.C. 3317(a), 5 CFR 332.402.
    @Property
    void L17_a_cut_off_is_lawful_exactly_when_three_names_or_everybody_is_left(
            @ForAll @Size(max = 12) List<@IntRange(min = 70, max = 80) Integer> points,
            @ForAll @IntRange(min = 69, max = 81) int lowest) {
        var scores = points.stream().map(BigDecimal::valueOf).toList();
        var left = points.stream().filter(point -> point >= lowest).count();

        assertThat(CutOff.names(BigDecimal.valueOf(lowest), scores)).isEqualTo(left);
        assertThat(CutOff.isLawful(BigDecimal.valueOf(lowest), scores)).isEqualTo(left >= 3 || left == points.size());
    }

    @Provide
    Arbitrary<Ranking> rankings() {
        return Circumstances.rankings();
    }

    @Provide
    Arbitrary<List<Eligible>> fields() {
        return Circumstances.fields();
    }

    @Provide
    Arbitrary<Set<String>> places() {
        return Circumstances.places();
    }
}
