package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.PriorityStatus.CTAP;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.BEST_QUALIFIED;
import static io.crossgov.hiring.law.Rating.QUALIFIED;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.CP;
import static io.crossgov.hiring.law.VeteransPreference.CPS;
import static io.crossgov.hiring.law.VeteransPreference.SSP;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static io.crossgov.hiring.law.VeteransPreference.XP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** L11, L12, L16, L17: who stands on a case's list, where, and why (5 U.S.C. 3319(b), 5 CFR 337.304, 5 CFR 332.401). */
class ReferralListTest {

    private final Applicant avery = called("Avery");
    private final Applicant blake = called("Blake");
    private final Applicant casey = called("Casey");

    // 5 U.S.C. 3319(b): compensable disability of 10 percent or more, position not professional or scientific.
    @ParameterizedTest
    @EnumSource(names = {"CP", "CPS"})
    void L12_a_compensably_disabled_veteran_stands_in_the_highest_category_whatever_the_rating(
            VeteransPreference preference) {
        var morgan = called("Morgan").rated(QUALIFIED).with(preference);
        var hiring = Hiring.from(avery, blake, casey, morgan);

        assertThat(hiring.names()).containsExactly("Morgan", "Avery", "Blake", "Casey");
        assertThat(hiring.entry(morgan).group()).isEqualTo(1);
        assertThat(hiring.entry(morgan).why())
                .isEqualTo(
                        "Rated qualified, placed in the highest category for a compensable service-connected disability (5 U.S.C. 3319(b)). "
                                + preference.title() + ": before those without preference (5 U.S.C. 3319(b)).");
    }

    // 5 U.S.C. 3319(b): "other than for scientific and professional positions at GS-9 or above".
    @Test
    void L12_for_a_professional_position_a_30_percent_disabled_veteran_stays_in_the_category_of_the_rating() {
        var morgan = called("Morgan").rated(WELL_QUALIFIED).with(CPS);
        var hiring = Hiring.from(avery, blake, casey, morgan, called("Wells").rated(WELL_QUALIFIED))
                .professional();

        assertThat(hiring.names()).containsExactly("Avery", "Blake", "Casey");
        assertThat(hiring.referredDownTo(WELL_QUALIFIED).names())
                .containsExactly("Avery", "Blake", "Casey", "Morgan", "Wells");
    }

    // 5 U.S.C. 3319(b): 5-point, other 10-point and sole survivor preference lift nobody.
    @ParameterizedTest
    @EnumSource(names = {"TP", "XP", "SSP"})
    void L12_preference_without_a_compensable_disability_lifts_nobody(VeteransPreference preference) {
        var hiring = Hiring.from(
                avery, blake, casey, called("Morgan").rated(WELL_QUALIFIED).with(preference));

        assertThat(hiring.names()).containsExactly("Avery", "Blake", "Casey");
    }

    // 5 U.S.C. 3319(b): only qualified people are on a certificate; without a category nobody is lifted into the
    // highest.
    @Test
    void L12_a_disabled_veteran_without_any_category_is_not_listed() {
        assertThat(Hiring.from(avery, called("Morgan").rated(null).with(CPS)).names())
                .containsExactly("Avery");
    }

    // 5 U.S.C. 3319(b), 5 CFR 337.304(b): no points, and no order among the kinds of preference.
    @Test
    void L12_preference_eligibles_of_every_kind_stand_before_others_and_equal_among_themselves() {
        var hiring = Hiring.from(
                avery,
                called("Tracy").with(CPS),
                called("Shawn").with(XP),
                called("Robin").with(CP),
                called("Peyton").with(TP),
                called("Oakley").with(SSP));

        assertThat(hiring.names()).containsExactly("Oakley", "Peyton", "Robin", "Shawn", "Tracy", "Avery");
        assertThat(hiring.list().entries())
                .allSatisfy(entry ->
                        assertThat(entry.why()).startsWith("Best qualified").doesNotContain("point added"));
    }

    @Test
    void L12_preference_counts_within_a_category_and_not_across_categories() {
        var hiring = Hiring.from(
                        avery,
                        blake,
                        casey,
                        called("Taylor").rated(WELL_QUALIFIED).with(TP))
                .referredDownTo(WELL_QUALIFIED);

        assertThat(hiring.names()).containsExactly("Avery", "Blake", "Casey", "Taylor");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AVAILABLE")
    void L11_nobody_who_is_committed_hired_or_withdrawn_is_on_the_list(Availability gone) {
        assertThat(Hiring.from(avery, blake.nowIs(gone)).names()).containsExactly("Avery");
    }

    // 5 U.S.C. 3318(b), 5 CFR 332.408: sharing needs the candidate's agreement.
    @Test
    void L11_nobody_is_on_the_list_who_did_not_agree_to_be_shared() {
        assertThat(Hiring.from(avery, blake.notShared()).names()).containsExactly("Avery");
    }

    @Test
    void L11_nobody_is_on_the_list_who_would_not_work_at_a_location_of_the_case() {
        assertThat(Hiring.from(avery, blake.in(WASHINGTON), casey.in(WASHINGTON, DENVER))
                        .names())
                .containsExactly("Avery", "Casey");
    }

    // 5 CFR 330.607 and 330.705: the agency's own displaced employees, then those of other agencies, then everybody
    // else.
    @Test
    void L16_displaced_employees_stand_first_those_of_the_own_agency_before_others() {
        var hiring = Hiring.from(
                avery.with(CPS),
                called("Ines").displaced(ICTAP, DENVER, "EPA"),
                called("Owen").displaced(CTAP, DENVER, "gsa"));

        assertThat(hiring.names()).containsExactly("Owen", "Ines", "Avery");
        assertThat(hiring.list().entries().get(0).why())
                .isEqualTo(
                        "Displaced employee of your agency (CTAP) with priority in Denver, CO: to be taken first there"
                                + " (5 CFR 330.607, 330.705). Best qualified.");
        assertThat(hiring.list().entries().get(1).why())
                .startsWith("Displaced federal employee (ICTAP) with priority in Denver, CO");
    }

    // 5 CFR 330.705: priority reaches a well-qualified employee whatever category the certificate is referred down to.
    @Test
    void L16_a_well_qualified_displaced_employee_is_referred_for_the_priority_even_below_the_referred_categories() {
        var ines = called("Ines").rated(WELL_QUALIFIED).displaced(ICTAP, DENVER, "EPA");
        var hiring = Hiring.from(avery, blake, casey, ines);

        assertThat(hiring.names()).containsExactly("Ines", "Avery", "Blake", "Casey");
        assertThat(hiring.entry(ines).why()).endsWith("Well qualified, referred for the priority only.");
    }

    // 5 CFR 330.602, 330.702: well-qualified is more than qualified.
    @Test
    void L16_a_displaced_employee_who_is_only_qualified_is_not_referred_for_a_priority() {
        assertThat(Hiring.from(
                                avery,
                                blake,
                                casey,
                                called("Ines").rated(QUALIFIED).displaced(ICTAP, DENVER, "EPA"))
                        .names())
                .containsExactly("Avery", "Blake", "Casey");
    }

    // 5 CFR 332.401: by score, and a preference eligible before others with the same score.
    @Test
    void L17_by_score_the_higher_stands_first_and_a_preference_eligible_before_others_with_the_same_score() {
        var hiring = Hiring.from(
                        avery.scored("90"),
                        called("Taylor").scored("90.0").with(TP),
                        blake.scored("96"),
                        casey.scored("89.5"))
                .byScoreDownTo("80");

        assertThat(hiring.names()).containsExactly("Blake", "Taylor", "Avery", "Casey");
        assertThat(hiring.entry(casey).why()).isEqualTo("Score 89.5, at or above the cut-off (5 CFR 332.402).");
    }

    // 5 CFR 332.401(b): at the top whatever the score, and whatever the cut-off; only people with a score are
    // qualified.
    @Test
    void L17_by_score_compensably_disabled_veterans_stand_at_the_top_unless_the_position_is_professional() {
        var morgan = called("Morgan").scored("78").with(CPS);
        var riley = called("Riley").scored("85").with(CP);
        var unscored = called("Sam").rated(null).with(CPS);
        var hiring = Hiring.from(avery.scored("99"), morgan, riley, unscored, blake.scored("85"))
                .byScoreDownTo("80");

        assertThat(hiring.names()).containsExactly("Riley", "Morgan", "Avery", "Blake");
        assertThat(hiring.entry(morgan).why())
                .startsWith(
                        "Score 78, placed at the top of the list for a compensable service-connected disability (5 CFR 332.401(b)).");
        assertThat(hiring.professional().names()).containsExactly("Avery", "Riley", "Blake");
    }

    // 5 CFR 330.705: who is referred for the priority only is not said to be at the top.
    @Test
    void L17_before_there_is_a_cut_off_a_displaced_disabled_veteran_is_referred_for_the_priority_only() {
        var ines = called("Ines").scored("78").with(CPS).displaced(ICTAP, DENVER, "EPA");

        assertThat(Hiring.from(avery.scored("99"), ines)
                        .byScoreWithoutCutOff()
                        .entry(ines)
                        .why())
                .contains("Score 78, referred for the priority only.");
    }

    // 5 CFR 332.402: down to the cut-off, which is itself referred.
    @Test
    void L17_by_score_nobody_below_the_cut_off_is_referred_and_nobody_at_all_before_there_is_one() {
        assertThat(Hiring.from(avery.scored("90"), blake.scored("89.99"), casey.scored("95"))
                        .byScoreDownTo("90")
                        .names())
                .containsExactly("Casey", "Avery");
        assertThat(Hiring.from(avery, blake).byScoreWithoutCutOff().names()).isEmpty();
    }

    // 5 CFR 330.705 and 332.402.
    @Test
    void L17_by_score_a_displaced_employee_below_the_cut_off_is_referred_for_the_priority() {
        var ines = called("Ines").scored("71").displaced(ICTAP, DENVER, "EPA");
        var hiring = Hiring.from(avery.scored("90"), ines).byScoreDownTo("80");

        assertThat(hiring.names()).containsExactly("Ines", "Avery");
        assertThat(hiring.entry(ines).why()).endsWith("Score 71, referred for the priority only.");
    }

    // 5 U.S.C. 3304(a)(3), 5 CFR 337.202: direct hire without regard to preference.
    @Test
    void L17_under_direct_hire_everybody_is_referred_and_preference_moves_nobody() {
        var hiring = Hiring.from(
                        called("Morgan").rated(QUALIFIED).with(CPS), avery.rated(null), blake.rated(WELL_QUALIFIED))
                .direct();

        assertThat(hiring.names()).containsExactly("Avery", "Blake", "Morgan");
        assertThat(hiring.list().entries().get(2).why())
                .isEqualTo("Not ranked. Veterans\u2019 preference decides nothing in this pool (5 U.S.C. 3304(a)(3)).");
    }

    // 5 U.S.C. 3304(a)(3): nobody is lifted either, where a direct-hire pool has categories.
    @Test
    void L17_under_direct_hire_with_categories_nobody_is_lifted_for_a_disability() {
        var hiring = Hiring.from(
                        avery, blake, casey, called("Morgan").rated(QUALIFIED).with(CPS))
                .directByCategory();

        assertThat(hiring.names()).containsExactly("Avery", "Blake", "Casey");
    }

    @Test
    void a_list_tells_each_place_and_who_comes_before_others_for_preference_or_priority() {
        var ines = called("Ines").rated(WELL_QUALIFIED).with(TP).displaced(ICTAP, DENVER, "EPA");
        var taylor = called("Taylor").with(TP);
        var list = Hiring.from(avery, blake, ines, taylor).list();

        assertThat(list.placeOf(ines.id())).isEqualTo(1);
        assertThat(list.placeOf(taylor.id())).isEqualTo(2);
        assertThat(list.placeOf(blake.id())).isEqualTo(4);
        assertThat(list.placeOf(casey.id())).isZero();
        assertThat(list.withPriority()).extracting(ReferralList.Entry::id).containsExactly(ines.id());
        assertThat(list.preferred()).extracting(ReferralList.Entry::id).containsExactly(taylor.id());
    }

    @Test
    void whoever_stands_on_the_list_reads_why() {
        var hiring = Hiring.from(
                avery, blake, casey, called("Morgan").rated(BEST_QUALIFIED).with(CPS));

        assertThat(hiring.entry(avery).why()).isEqualTo("Best qualified.");
        assertThat(hiring.list()).hasToString("[Morgan, Avery, Blake, Casey]");
    }

    @Test
    void whoever_stands_on_the_list_reads_why_in_a_few_words() {
        var morgan = called("Morgan").rated(QUALIFIED).with(CPS);
        var ines = called("Ines").rated(WELL_QUALIFIED).displaced(ICTAP, DENVER, "EPA");
        var hiring = Hiring.from(avery, blake, casey, morgan, ines);

        assertThat(hiring.entry(avery).whyInShort()).isEqualTo("Best qualified");
        assertThat(hiring.entry(morgan).whyInShort())
                .isEqualTo("Qualified \u00b7 10-point preference, 30 percent or more");
        assertThat(hiring.entry(ines).whyInShort()).isEqualTo("ICTAP priority \u00b7 Well qualified");
        assertThat(Hiring.from(avery, morgan).direct().entry(morgan).whyInShort())
                .isEqualTo("Not ranked");
        assertThat(Hiring.from(called("Casey").scored("89.5"))
                        .byScoreDownTo("80")
                        .list()
                        .entries())
                .extracting(ReferralList.Entry::whyInShort)
                .containsExactly("Score 89.5");
    }

    @Test
    void a_person_with_two_records_stands_on_the_list_once_in_the_better_place() {
        var vic = called("Vic").with(TP);
        var again = called("Vic again").with(TP).rated(WELL_QUALIFIED).sameAs(vic);
        var hiring = Hiring.from(again, vic, called("Avery"), called("Blake"));

        assertThat(hiring.list().entries())
                .extracting(ReferralList.Entry::id)
                .containsOnlyOnce(vic.id())
                .doesNotContain(again.id());
        assertThat(hiring.list().preferred()).extracting(ReferralList.Entry::id).containsExactly(vic.id());
    }
}
