package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.QUALIFIED;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.CPS;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.Exit.Way;
import java.util.List;
import org.junit.jupiter.api.Test;

/** L13: categories are gone through from the highest down (5 U.S.C. 3319(c)(1)). */
class HigherCategoryFirstTest {

    private final Applicant avery = called("Avery");
    private final Applicant blake = called("Blake");
    private final Applicant casey = called("Casey");
    private final Applicant wells = called("Wells").rated(WELL_QUALIFIED);

    @Test
    void L13_a_lower_category_that_OPM_referred_waits_while_anybody_of_the_higher_one_is_left() {
        var hiring = Hiring.from(avery, blake, casey, wells).referredDownTo(WELL_QUALIFIED);

        var refused = hiring.refusalOf(wells);
        assertThat(refused.rule()).isEqualTo(Rule.L13);
        assertThat(refused.words())
                .isEqualTo(
                        "Of higher categories 3 candidates can still be selected for Denver, CO (5 U.S.C. 3319(c)(1)). Elect one of them;"
                                + " or record, with what shows it, who of them declined or did not answer in time. A lower"
                                + " category is open when nobody of a higher one is left, or the two are merged.");
        assertThat(refused.exits())
                .contains(Exit.to(Way.ELECT_FIRST, avery.id()), Exit.to(Way.RECORD_ANSWER, casey.id()));
        assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3319(c)(1): fewer than three do not open the next category by themselves: exhausted, or merged.
    @Test
    void L13_one_who_is_left_closes_the_lower_category_until_it_is_exhausted_or_merged() {
        var hiring = Hiring.from(avery, blake, casey, wells)
                .referredDownTo(WELL_QUALIFIED)
                .record(avery, CaseStanding::asDeclinedOrSilent)
                .record(blake, CaseStanding::asDeclinedOrSilent);

        var refused = hiring.refusalOf(wells);
        assertThat(refused.rule()).isEqualTo(Rule.L13);
        assertThat(refused.words())
                .isEqualTo(
                        "Of higher categories 1 candidate can still be selected for Denver, CO (5 U.S.C. 3319(c)(1)). Elect one of them;"
                                + " or record, with what shows it, who of them declined or did not answer in time; or, as fewer"
                                + " than three are left, merge Best qualified with Well qualified.");
        assertThat(refused.exits()).contains(Exit.to(Way.MERGE_CATEGORIES));
        assertThat(hiring.merged().electing(wells)).isEqualTo(ALLOWED);
        assertThat(hiring.electing(casey)).isEqualTo(ALLOWED);

        var exhausted = Hiring.from(avery, wells).asked().referredDownTo(WELL_QUALIFIED);
        assertThat(exhausted.refusalOf(wells).rule()).isEqualTo(Rule.L13);
        assertThat(exhausted.record(avery, CaseStanding::asDeclinedOrSilent).electing(wells))
                .isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3319(c)(1): the highest category and the second one, no third.
    @Test
    void L13_after_a_merge_the_third_category_waits_until_both_are_exhausted() {
        var quinn = called("Quinn").rated(QUALIFIED);
        var hiring = Hiring.from(avery, wells, quinn).referredDownTo(QUALIFIED);

        assertThat(hiring.refusalOf(quinn).exits()).doesNotContain(Exit.to(Way.MERGE_CATEGORIES));
        hiring.record(avery, CaseStanding::asDeclinedOrSilent);
        assertThat(hiring.refusalOf(quinn).rule()).isEqualTo(Rule.L13);
        hiring.record(wells, CaseStanding::asDeclinedOrSilent);
        assertThat(hiring.electing(quinn)).isEqualTo(ALLOWED);
    }

    @Test
    void L13_a_category_in_which_nobody_was_when_the_case_was_referred_is_a_higher_one_once_somebody_is() {
        var decided = Hiring.from(
                        wells,
                        called("Willa").rated(WELL_QUALIFIED),
                        called("Wynn").rated(WELL_QUALIFIED))
                .categories();
        var hiring = Hiring.from(avery, wells).referred(decided);

        assertThat(hiring.names()).containsExactly("Avery", "Wells");
        assertThat(hiring.refusalOf(wells).rule()).isEqualTo(Rule.L13);
        assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
    }

    @Test
    void L13_of_those_above_only_who_could_be_elected_is_named_to_elect_first() {
        var quinn = called("Quinn").rated(QUALIFIED);
        var hiring = Hiring.from(avery, blake, casey, wells, quinn).referredDownTo(QUALIFIED);

        assertThat(hiring.refusalOf(quinn).exits())
                .contains(Exit.to(Way.ELECT_FIRST, avery.id()), Exit.to(Way.RECORD_ANSWER, wells.id()))
                .doesNotContain(Exit.to(Way.ELECT_FIRST, wells.id()));
    }

    // 5 U.S.C. 3319(c)(7): preference is within a category.
    @Test
    void L13_preference_lifts_nobody_over_a_higher_category_but_a_compensable_disability_does() {
        var taylor = called("Taylor").rated(WELL_QUALIFIED).with(TP);
        var morgan = called("Morgan").rated(QUALIFIED).with(CPS);
        var hiring = Hiring.from(avery, blake, casey, taylor, morgan).referredDownTo(QUALIFIED);

        assertThat(hiring.refusalOf(taylor).rule()).isEqualTo(Rule.L13);
        assertThat(hiring.electing(morgan)).isEqualTo(ALLOWED);
    }

    @Test
    void L13_who_declined_is_elected_too_or_was_passed_over_is_not_left() {
        var taylor = called("Taylor").with(TP);
        var hiring = Hiring.from(avery, blake, casey, taylor, wells)
                .referredDownTo(WELL_QUALIFIED)
                .vacancies(2)
                .passOver(taylor, CaseStanding.PassOver.SUSTAINED)
                .record(avery, CaseStanding::asDeclinedOrSilent);

        assertThat(OrderOfSelection.leftInHigherCategories(hiring.situation(), new Choice(wells.id(), DENVER)))
                .containsExactly(blake.id(), casey.id());
        assertThat(hiring.refusalOf(wells).rule()).isEqualTo(Rule.L13);
        assertThat(hiring.record(casey, CaseStanding::asDeclinedOrSilent)
                        .elected(blake)
                        .electing(wells))
                .isEqualTo(ALLOWED);
    }

    @Test
    void L13_what_counts_is_who_would_work_at_the_duty_location() {
        var both = called("Wells").rated(WELL_QUALIFIED).in(DENVER, WASHINGTON);
        var hiring =
                Hiring.from(avery, blake, casey, both).in(DENVER, WASHINGTON).referredDownTo(WELL_QUALIFIED);

        assertThat(hiring.refusalOf(both, DENVER).rule()).isEqualTo(Rule.L13);
        assertThat(hiring.electing(both, WASHINGTON)).isEqualTo(ALLOWED);
    }

    // 5 CFR 330.705: priority comes before categories.
    @Test
    void L13_a_displaced_employee_exercises_the_priority_whatever_the_category() {
        var ines = called("Ines").rated(WELL_QUALIFIED).displaced(ICTAP, DENVER, "EPA");
        var hiring = Hiring.from(avery, blake, casey, ines).referredDownTo(WELL_QUALIFIED);

        assertThat(hiring.electing(ines)).isEqualTo(ALLOWED);
        assertThat(hiring.record(ines, CaseStanding::asNotWellQualified)
                        .refusalOf(ines)
                        .rule())
                .isEqualTo(Rule.L13);
    }

    // 5 U.S.C. 3319(c)(1): merged categories are one.
    @Test
    void L13_merged_categories_are_one_and_direct_hire_knows_none() {
        assertThat(Hiring.from(avery, blake, wells).electing(wells)).isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery, blake, casey, wells)
                        .directByCategory()
                        .referredDownTo(WELL_QUALIFIED)
                        .electing(wells))
                .isEqualTo(ALLOWED);
    }

    @Test
    void L13_who_is_left_of_the_category_merged_with_the_choice_s_is_told_and_is_no_higher_category() {
        var hiring = Hiring.from(avery, blake, wells);
        var choice = new Choice(wells.id(), DENVER);

        assertThat(OrderOfSelection.leftInHigherCategories(hiring.situation(), choice))
                .isEmpty();
        assertThat(OrderOfSelection.leftInMergedCategory(hiring.situation(), choice))
                .containsExactly(avery.id(), blake.id());
        hiring.record(avery, CaseStanding::asDeclinedOrSilent);
        assertThat(OrderOfSelection.leftInMergedCategory(hiring.situation(), choice))
                .containsExactly(blake.id());
    }

    @Test
    void L13_nobody_is_above_the_highest_of_merged_categories_nor_above_who_is_lifted_into_it() {
        var lifted = called("Morgan").rated(WELL_QUALIFIED).with(CPS);
        var hiring = Hiring.from(avery, lifted, wells);

        for (var choice : List.of(avery, lifted)) {
            assertThat(OrderOfSelection.leftInMergedCategory(hiring.situation(), new Choice(choice.id(), DENVER)))
                    .isEmpty();
        }
        assertThat(OrderOfSelection.leftInMergedCategory(hiring.situation(), new Choice(wells.id(), DENVER)))
                .containsExactly(lifted.id(), avery.id());
    }

    @Test
    void L13_categories_that_were_not_merged_are_not_told_as_merged() {
        var hiring = Hiring.from(avery, blake, casey, wells).referredDownTo(WELL_QUALIFIED);

        assertThat(OrderOfSelection.leftInMergedCategory(hiring.situation(), new Choice(wells.id(), DENVER)))
                .isEmpty();
    }
}
