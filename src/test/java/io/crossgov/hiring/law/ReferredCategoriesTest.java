package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.Availability.COMMITTED;
import static io.crossgov.hiring.law.Availability.HIRED;
import static io.crossgov.hiring.law.Rating.BEST_QUALIFIED;
import static io.crossgov.hiring.law.Rating.QUALIFIED;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.CP;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static io.crossgov.hiring.law.VeteransPreference.XP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** L11 and L13: which categories a case is referred (5 U.S.C. 3319(c)(1)). */
class ReferredCategoriesTest {

    private final Applicant avery = called("Avery");
    private final Applicant blake = called("Blake");
    private final Applicant casey = called("Casey");
    private final Applicant wells = called("Wells").rated(WELL_QUALIFIED);
    private final Applicant quinn = called("Quinn").rated(QUALIFIED);

    // 5 U.S.C. 3319(c)(1): fewer than three candidates in the highest category.
    @Test
    void L13_a_highest_category_of_exactly_three_is_not_merged() {
        var hiring = Hiring.from(avery, blake, casey, wells);

        assertThat(hiring.categories()).isEqualTo(new ReferredCategories(BEST_QUALIFIED, 3, null, null));
        assertThat(hiring.names()).containsExactly("Avery", "Blake", "Casey");
    }

    // 5 U.S.C. 3319(c)(1).
    @Test
    void L13_a_highest_category_of_two_is_merged_with_the_next_and_count_and_category_are_on_record() {
        var hiring = Hiring.from(avery, blake, wells, quinn);

        assertThat(hiring.categories()).isEqualTo(new ReferredCategories(BEST_QUALIFIED, 2, WELL_QUALIFIED, null));
        assertThat(hiring.names()).containsExactly("Avery", "Blake", "Wells");
    }

    // 5 U.S.C. 3319(c)(1): "may": the agency's policy says who decides it.
    @Test
    void L13_where_the_manager_is_asked_two_of_the_highest_category_stay_unmerged_and_can_be_elected() {
        var taylor = called("Taylor").rated(WELL_QUALIFIED).with(TP);
        var hiring = Hiring.from(avery, blake, taylor).asked();

        assertThat(hiring.categories()).isEqualTo(new ReferredCategories(BEST_QUALIFIED, 2, null, null));
        assertThat(hiring.names()).containsExactly("Avery", "Blake");
        assertThat(hiring.electing(avery)).isEqualTo(Hiring.ALLOWED);

        assertThat(Merging.check(hiring.situation())).isEqualTo(Hiring.ALLOWED);
        hiring.merged();
        assertThat(hiring.categories()).isEqualTo(new ReferredCategories(BEST_QUALIFIED, 2, WELL_QUALIFIED, null));
        assertThat(hiring.names()).containsExactly("Taylor", "Avery", "Blake");
        assertThat(hiring.refusalOf(avery).rule()).isEqualTo(Rule.L14);
    }

    // 5 U.S.C. 3319(c)(1): fewer than three.
    @Test
    void L13_a_category_that_falls_below_three_later_may_be_merged_then_by_what_is_proven_and_not_before() {
        var hiring = Hiring.from(avery, blake, casey, called("Drew"), wells)
                .vacancies(3)
                .elected(avery)
                .record(blake, CaseStanding::asDeclinedOrSilent);

        assertThat(refusal(hiring))
                .isEqualTo(
                        "3 candidates of Best qualified can still be selected. Categories are merged when fewer than three"
                                + " are left (5 U.S.C. 3319(c)(1)); somebody elected is left until OPM has verified it.");
        assertThat(((Ruling.Refused) Merging.check(hiring.situation())).exits())
                .contains(Exit.to(Exit.Way.RECORD_ANSWER, casey.id()))
                .doesNotContain(Exit.to(Exit.Way.RECORD_ANSWER, blake.id()));
        hiring.record(casey, CaseStanding::asDeclinedOrSilent);
        assertThat(Merging.check(hiring.situation())).isEqualTo(Hiring.ALLOWED);
        assertThat(hiring.merged().categories())
                .isEqualTo(new ReferredCategories(BEST_QUALIFIED, 2, WELL_QUALIFIED, null));
    }

    @Test
    void L13_nothing_is_merged_twice_or_with_nothing_or_where_there_is_nothing_to_merge() {
        assertThat(refusal(Hiring.from(avery, wells)))
                .isEqualTo("Best qualified is merged with Well qualified already.");
        assertThat(refusal(Hiring.from(quinn)))
                .isEqualTo("Qualified is the lowest category: there is none to merge it with.");
        assertThat(refusal(Hiring.from(called("Drew").notShared())))
                .isEqualTo("Nobody is in the field for this case yet, so there is nothing to merge.");
        for (var without : List.of(
                Hiring.from(avery).directByCategory(), Hiring.from(avery).byScoreDownTo("80"))) {
            assertThat(refusal(without)).isEqualTo("This pool has no categories that could be merged.");
        }
    }

    // 5 U.S.C. 3304(a)(3): direct hire knows no order of categories that merging could change.
    @Test
    void L13_under_direct_hire_nobody_is_asked() {
        assertThat(Hiring.from(avery, wells)
                        .asked()
                        .directByCategory()
                        .categories()
                        .isMerged())
                .isTrue();
    }

    private static String refusal(Hiring hiring) {
        return hiring.sentence(Merging.check(hiring.situation()));
    }

    // 5 U.S.C. 3319(b) and (c)(1): who is listed in the highest category for a disability counts there.
    @Test
    void L13_candidates_lifted_into_the_highest_category_count_in_it() {
        var hiring = Hiring.from(
                avery,
                called("Parker").rated(QUALIFIED).with(CP),
                called("Riley").rated(WELL_QUALIFIED).with(CP),
                wells);

        assertThat(hiring.categories()).isEqualTo(new ReferredCategories(BEST_QUALIFIED, 3, null, null));
        assertThat(hiring.names()).containsExactly("Parker", "Riley", "Avery");
    }

    // 5 U.S.C. 3319(b): the exception for professional and scientific positions.
    @Test
    void L13_nobody_is_lifted_for_a_professional_position_so_that_its_highest_category_is_merged() {
        var hiring = Hiring.from(
                        avery,
                        called("Parker").rated(QUALIFIED).with(CP),
                        called("Riley").rated(WELL_QUALIFIED).with(CP),
                        wells)
                .professional();

        assertThat(hiring.categories()).isEqualTo(new ReferredCategories(BEST_QUALIFIED, 1, WELL_QUALIFIED, null));
        assertThat(hiring.names()).containsExactly("Riley", "Avery", "Wells");
    }

    // 5 U.S.C. 3319(a): two or more categories; the next one is the pool's next one.
    @Test
    void L13_in_a_pool_of_two_categories_the_highest_is_merged_with_the_lower_one_whatever_it_is_called() {
        var best = Applicant.called("Best");
        var lower = Applicant.called("Lower").rated(QUALIFIED);
        var hiring = Hiring.from(best, lower).ratedIn(BEST_QUALIFIED, QUALIFIED);

        assertThat(hiring.categories()).isEqualTo(new ReferredCategories(BEST_QUALIFIED, 1, QUALIFIED, null));
        assertThat(hiring.electing(lower)).isEqualTo(Hiring.ALLOWED);
        assertThat(Hiring.from(lower).ratedIn(BEST_QUALIFIED, QUALIFIED).categories())
                .isEqualTo(new ReferredCategories(QUALIFIED, 1, null, null));
        assertThat(Hiring.from(best, Applicant.called("Well").rated(WELL_QUALIFIED))
                        .ratedIn(BEST_QUALIFIED, WELL_QUALIFIED)
                        .categories())
                .isEqualTo(new ReferredCategories(BEST_QUALIFIED, 1, WELL_QUALIFIED, null));
    }

    // 5 U.S.C. 3319(c)(1): the second-highest category is the last that one merge reaches.
    @Test
    void L13_the_third_category_is_not_merged_even_when_the_first_two_hold_fewer_than_three() {
        assertThat(Hiring.from(avery, wells, quinn).names()).containsExactly("Avery", "Wells");
    }

    @Test
    void L13_only_candidates_in_the_field_of_the_case_count() {
        var hiring = Hiring.from(
                avery, blake, called("Drew").notShared(), called("Ellis").in(Applicant.WASHINGTON), wells);

        assertThat(hiring.categories()).isEqualTo(new ReferredCategories(BEST_QUALIFIED, 2, WELL_QUALIFIED, null));
    }

    // 5 U.S.C. 3319(c)(1): fewer than three have been assigned to the highest quality category.
    @Test
    void L13_by_itself_no_category_is_merged_to_which_three_were_assigned_although_fewer_are_available() {
        for (var gone : List.of(COMMITTED, HIRED, Availability.WITHDRAWN)) {
            var hiring = Hiring.from(avery, blake, called("Casey").nowIs(gone), wells);

            assertThat(hiring.categories()).isEqualTo(new ReferredCategories(BEST_QUALIFIED, 2, null, null));
            assertThat(hiring.names()).containsExactly("Avery", "Blake");
            // Whether fewer than three who are left are merged is for the hiring manager to decide.
            assertThat(Merging.check(hiring.situation())).isEqualTo(Hiring.ALLOWED);
        }
    }

    // 5 U.S.C. 3319(c)(1): decided once; that people are selected later refers nobody else by itself.
    @Test
    void L13_candidates_who_are_selected_later_neither_merge_the_category_nor_refer_the_next() {
        var decided = Hiring.from(avery, blake, casey, wells).categories();
        var later = Hiring.from(avery.nowIs(HIRED), blake.nowIs(HIRED), casey, wells)
                .referred(decided);

        assertThat(later.names()).containsExactly("Casey");
    }

    @Test
    void L13_a_merge_stays_when_somebody_returns_to_the_highest_category() {
        var decided = Hiring.from(avery, blake, wells).categories();
        var later = Hiring.from(avery, blake, casey, wells).referred(decided);

        assertThat(later.names()).containsExactly("Avery", "Blake", "Casey", "Wells");
        assertThat(later.entry(wells).group()).isEqualTo(1);
    }

    @Test
    void L13_when_everybody_in_the_highest_category_is_gone_already_it_is_merged_with_the_next() {
        var hiring = Hiring.from(avery.nowIs(HIRED), wells, quinn);

        assertThat(hiring.categories()).isEqualTo(new ReferredCategories(BEST_QUALIFIED, 0, WELL_QUALIFIED, null));
        assertThat(hiring.names()).containsExactly("Wells");
        assertThat(hiring.entry(wells).why())
                .contains("merged with best qualified, which had nobody (5 U.S.C. 3319(c))");
    }

    @Test
    void L13_the_lowest_category_has_none_to_be_merged_with() {
        var hiring = Hiring.from(quinn);

        assertThat(hiring.categories()).isEqualTo(new ReferredCategories(QUALIFIED, 1, null, null));
        assertThat(hiring.names()).containsExactly("Quinn");
    }

    @Test
    void L11_a_lower_category_is_seen_when_OPM_refers_it_and_competes_as_a_group_of_its_own() {
        var hiring = Hiring.from(avery, blake, casey, wells, quinn).referredDownTo(WELL_QUALIFIED);

        assertThat(hiring.names()).containsExactly("Avery", "Blake", "Casey", "Wells");
        assertThat(hiring.entry(casey).group()).isEqualTo(1);
        assertThat(hiring.entry(wells).group()).isEqualTo(2);
        assertThat(hiring.entry(wells).why()).isEqualTo("Well qualified, referred by OPM (5 U.S.C. 3319(c)).");
        assertThat(hiring.referredDownTo(QUALIFIED).entry(quinn).group()).isEqualTo(3);
    }

    @Test
    void L11_after_a_merge_the_category_OPM_refers_next_is_the_second_group() {
        var hiring = Hiring.from(avery, wells, quinn).referredDownTo(QUALIFIED);

        assertThat(hiring.entry(wells).group()).isEqualTo(1);
        assertThat(hiring.entry(quinn).group()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Rating.class)
    void L11_referring_a_category_that_is_referred_already_hides_nobody(Rating floor) {
        var decided = Hiring.from(avery, wells).categories();

        assertThat(decided.downTo(Optional.of(floor)).lowest())
                .contains(floor == QUALIFIED ? QUALIFIED : WELL_QUALIFIED);
        assertThat(decided.downTo(Optional.empty())).isEqualTo(decided);
    }

    @Test
    void L11_where_nobody_is_in_the_field_nothing_is_referred() {
        var nobody = Hiring.from(called("Drew").notShared()).categories();

        assertThat(nobody).isEqualTo(ReferredCategories.NONE);
        assertThat(nobody.lowest()).isEmpty();
        assertThat(nobody.refers(BEST_QUALIFIED)).isFalse();
        assertThat(nobody.isMerged()).isFalse();
    }

    // 5 U.S.C. 3319(c)(1) and (c)(7).
    @Test
    void L13_a_preference_eligible_of_the_merged_category_stands_first_and_holds_up_those_of_the_former_highest() {
        var taylor = called("Taylor").rated(WELL_QUALIFIED).with(TP);
        var hiring = Hiring.from(avery, blake, taylor, wells);

        assertThat(hiring.names()).containsExactly("Taylor", "Avery", "Blake", "Wells");
        assertThat(hiring.entry(taylor).why())
                .isEqualTo("Well qualified, merged with best qualified, which had only 2 (5 U.S.C. 3319(c))."
                        + " 5-point preference: before those without preference (5 U.S.C. 3319(b)).");
        assertThat(hiring.refusalOf(avery).rule()).isEqualTo(Rule.L14);
        assertThat(hiring.electing(taylor)).isEqualTo(Hiring.ALLOWED);
    }

    // 5 U.S.C. 3319(b): other 10-point preference lifts nobody.
    @Test
    void L13_an_other_10_point_preference_eligible_counts_in_the_category_of_his_rating() {
        var hiring =
                Hiring.from(avery, blake, called("Xen").rated(WELL_QUALIFIED).with(XP));

        assertThat(hiring.categories().count()).isEqualTo(2);
    }
}
