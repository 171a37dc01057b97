package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.PriorityStatus.CTAP;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.QUALIFIED;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.Exit.Way;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L16: displaced employees are taken first in their commuting area (5 CFR part 330, subparts F and G). */
class PriorityFirstTest {

    private final Applicant avery = called("Avery");
    private final Applicant blake = called("Blake");
    private final Applicant casey = called("Casey");
    private final Applicant ines = called("Ines").displaced(ICTAP, DENVER, "EPA");
    private final Applicant owen = called("Owen").displaced(CTAP, DENVER, "GSA");

    // 5 CFR 330.705.
    @Test
    void L16_others_wait_for_a_well_qualified_ICTAP_candidate_of_the_commuting_area() {
        var hiring = Hiring.from(avery, ines);

        var refused = hiring.refusalOf(avery);
        assertThat(refused.rule()).isEqualTo(Rule.L16);
        assertThat(refused.exits())
                .containsExactly(
                        Exit.to(Way.ELECT_FIRST, ines.id()),
                        Exit.to(Way.RECORD_ANSWER, ines.id()),
                        Exit.to(Way.SECOND_REVIEW, ines.id()));
        assertThat(hiring.sentence(refused))
                .isEqualTo(
                        "Ines has ICTAP priority in Denver, CO and must be taken first (5 CFR 330.607, 330.705). Elect Ines; or record that Ines"
                                + " declined, with what the candidate wrote, or did not answer in the days there were; or have a second person find in writing that"
                                + " Ines is not well-qualified, which counts once the candidate was sent the result.");
        assertThat(hiring.electing(ines)).isEqualTo(ALLOWED);
    }

    // 5 CFR 330.607, 330.705: before preference eligibles too; 330.707 knows an exception for 10 points, before ICTAP
    // only.
    @ParameterizedTest
    @CsvSource({"TP, true", "SSP, true", "XP, false", "CP, false", "CPS, false"})
    void L16_a_preference_eligible_waits_for_the_displaced_employee_but_with_10_points_not_for_one_of_another_agency(
            VeteransPreference preference, boolean waits) {
        var taylor = called("Taylor").with(preference);

        assertThat(Hiring.from(taylor, ines).electing(taylor) instanceof Ruling.Refused)
                .isEqualTo(waits);
        assertThat(Hiring.from(taylor, owen).refusalOf(taylor).rule()).isEqualTo(Rule.L16);
        assertThat(Hiring.from(taylor, ines, owen).refusalOf(taylor).named())
                .hasSameElementsAs(waits ? List.of(owen.id(), ines.id()) : List.of(owen.id()));
    }

    // 5 CFR 330.607, 330.705: CTAP before ICTAP.
    @Test
    void L16_the_agencys_own_displaced_employee_comes_before_one_of_another_agency() {
        var hiring = Hiring.from(avery, ines, owen);

        assertThat(hiring.electing(owen)).isEqualTo(ALLOWED);
        assertThat(hiring.refusalOf(ines).named()).containsOnly(owen.id());
        assertThat(hiring.sentence(hiring.electing(ines))).startsWith("Owen has CTAP priority in Denver, CO");
        var refused = hiring.refusalOf(avery);
        assertThat(refused.exits())
                .contains(Exit.to(Way.ELECT_FIRST, owen.id()), Exit.to(Way.RECORD_ANSWER, ines.id()))
                .doesNotContain(Exit.to(Way.ELECT_FIRST, ines.id()));
        assertThat(hiring.sentence(refused))
                .isEqualTo(
                        "Owen has CTAP priority and Ines has ICTAP priority in Denver, CO and must be taken first, in this order"
                                + " (5 CFR 330.607, 330.705). For each of them: elect the person; or record that he or she declined,"
                                + " with what the candidate wrote, or did not answer in the days there were; or have a second person find in writing that he or she is not"
                                + " well-qualified, which counts once the result was sent.");
    }

    // 5 CFR 330.705 and 5 U.S.C. 3319(c)(7): both come before the choice, so both are named at once.
    @Test
    void L16_displaced_employees_and_preference_eligibles_who_come_first_are_named_in_one_refusal() {
        var taylor = called("Taylor").with(VeteransPreference.TP);
        var refused = Hiring.from(avery, ines, taylor).refusalOf(avery);

        assertThat(refused.rule()).isEqualTo(Rule.L16);
        assertThat(refused.named()).contains(ines.id(), taylor.id());
        assertThat(refused.exits())
                .contains(Exit.to(Way.SECOND_REVIEW, ines.id()), Exit.to(Way.ASK_TO_PASS_OVER, taylor.id()));
        assertThat(Hiring.from(avery, ines, taylor).sentence(refused))
                .contains(
                        "must be taken first (5 CFR 330.607, 330.705)",
                        "Taylor is a preference eligible and comes first (5 U.S.C. 3318(c), 3319(c)).");
    }

    // 5 CFR 330.705: any of several.
    @Test
    void L16_of_two_displaced_employees_with_the_same_priority_either_is_elected() {
        var ida = called("Ida").displaced(ICTAP, DENVER, "DOL");

        assertThat(Hiring.from(ida, ines).electing(ida)).isEqualTo(ALLOWED);
        assertThat(Hiring.from(ida, ines).electing(ines)).isEqualTo(ALLOWED);
    }

    // 5 CFR 330.607: the plan of an agency reaches its own vacancies.
    @Test
    void L16_CTAP_holds_only_at_the_agency_that_displaced_the_employee() {
        var others = called("Owen").displaced(CTAP, DENVER, "EPA");
        var unknown = called("Owen").displaced(CTAP, DENVER, null);

        assertThat(Hiring.from(avery, others).electing(avery)).isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery, unknown).electing(avery)).isEqualTo(ALLOWED);
    }

    // 5 CFR 330.602: nobody loses a right because an agency is misspelled or left out; OPM is told.
    @Test
    void L16_a_displaced_employee_whose_agency_is_not_the_cases_as_it_is_written_is_told() {
        var misspelled = called("Milo").displaced(CTAP, DENVER, "Genral Services");
        var unnamed = called("Uma").displaced(CTAP, DENVER, null);
        var distant = called("Dee").displaced(CTAP, "Topeka, KS", "EPA").in(DENVER);
        var list = Hiring.from(avery, misspelled, unnamed, distant, owen, ines)
                .situation()
                .list();

        assertThat(list.elsewhere())
                .extracting(ReferralList.Elsewhere::agency)
                .containsExactlyInAnyOrder("Genral Services", null);
        assertThat(list.elsewhere()).allMatch(displaced -> displaced.isAt(DENVER));
    }

    @Test
    void L16_the_agency_is_known_by_its_name_as_well_as_by_its_code() {
        var byName = called("Owen").displaced(CTAP, " denver,  co", "general services  administration");

        assertThat(Hiring.from(avery, byName).refusalOf(avery).rule()).isEqualTo(Rule.L16);
    }

    // 5 CFR 330.602, 330.702: the local commuting area of the position lost.
    @Test
    void L16_priority_holds_only_in_the_commuting_area_and_elsewhere_the_candidate_competes_like_others() {
        var distant = called("Ines").displaced(ICTAP, "Topeka, KS", "EPA").in(DENVER);

        assertThat(Hiring.from(avery, distant).electing(avery)).isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery, distant).electing(distant)).isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Denver, Colorado", "DENVER CO, United States", "Denver, CO 80225"})
    void L16_the_commuting_area_is_the_same_place_however_it_is_written(String area) {
        var displaced = called("Ines").displaced(ICTAP, area, "EPA");

        assertThat(Hiring.from(avery, displaced).refusalOf(avery).rule()).isEqualTo(Rule.L16);
    }

    // Positions that can be done from anywhere are subject to priority too (OPM's guidance on remote positions): every
    // area holds them.
    @Test
    void L16_for_a_remote_position_a_displaced_employee_of_any_area_comes_first() {
        var distant = called("Ines").displaced(ICTAP, "Topeka, KS", "EPA").in("Remote", DENVER);
        var wanted = called("Avery").in("Remote", DENVER);
        var hiring = Hiring.from(wanted, distant).in("Remote", DENVER);

        assertThat(hiring.refusalOf(wanted, "Remote").rule()).isEqualTo(Rule.L16);
        assertThat(hiring.electing(distant, "Remote")).isEqualTo(ALLOWED);
        assertThat(hiring.electing(wanted, DENVER)).isEqualTo(ALLOWED);
    }

    // 5 CFR 330.705.
    @Test
    void L16_priority_at_one_location_of_the_case_holds_up_nobody_at_another() {
        var wanted = called("Avery").in(DENVER, WASHINGTON);
        var hiring = Hiring.from(wanted, ines).in(DENVER, WASHINGTON);

        assertThat(hiring.electing(wanted, WASHINGTON)).isEqualTo(ALLOWED);
        assertThat(hiring.refusalOf(wanted, DENVER).rule()).isEqualTo(Rule.L16);
    }

    // 5 CFR 330.710 (application for the vacancy): nobody is owed a position where he or she would not work.
    @Test
    void L16_priority_does_not_hold_at_a_location_where_the_employee_would_not_work() {
        var elsewhere = called("Ines").displaced(ICTAP, DENVER, "EPA").in(WASHINGTON);
        var hiring = Hiring.from(avery, elsewhere).in(DENVER, WASHINGTON);

        assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
        assertThat(hiring.entry(elsewhere).priority()).isEmpty();
    }

    // 5 CFR 330.602, 330.702: well-qualified.
    @ParameterizedTest
    @EnumSource(Rating.class)
    void L16_only_a_well_qualified_displaced_employee_has_priority(Rating rating) {
        var hiring = Hiring.from(avery, called("Ines").rated(rating).displaced(ICTAP, DENVER, "EPA"));

        assertThat(hiring.electing(avery) instanceof Ruling.Refused).isEqualTo(rating != QUALIFIED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AVAILABLE")
    void L16_a_displaced_employee_who_is_gone_holds_up_nobody(Availability gone) {
        assertThat(Hiring.from(avery, ines.nowIs(gone)).electing(avery)).isEqualTo(ALLOWED);
    }

    // 5 CFR 330.705, 330.709.
    @Test
    void L16_a_documented_declination_or_silence_opens_the_way() {
        assertThat(Hiring.from(avery, ines)
                        .record(ines, CaseStanding::asDeclinedOrSilent)
                        .electing(avery))
                .isEqualTo(ALLOWED);
    }

    // 5 CFR 330.605(b), 330.703(b).
    @Test
    void L16_a_second_review_in_writing_opens_the_way_and_ends_the_priority() {
        var hiring = Hiring.from(avery, ines, owen).record(owen, CaseStanding::asNotWellQualified);

        assertThat(hiring.refusalOf(avery).named()).containsOnly(ines.id());
        assertThat(hiring.refusalOf(owen).named()).containsOnly(ines.id());
        assertThat(hiring.electing(ines)).isEqualTo(ALLOWED);
    }

    @Test
    void L16_once_the_displaced_employee_is_elected_the_next_vacancy_is_open_to_others() {
        assertThat(Hiring.from(avery, ines).vacancies(2).elected(ines).electing(avery))
                .isEqualTo(ALLOWED);
    }

    // 5 CFR 330.602, 330.702: a vacancy lasts 121 days or more.
    @Test
    void L16_an_appointment_for_less_than_121_days_is_exempt() {
        assertThat(Hiring.from(avery, ines, owen).forAShortTime().electing(avery))
                .isEqualTo(ALLOWED);
    }

    // 5 CFR 330.602, 330.702: the total with extensions counts.
    @ParameterizedTest
    @CsvSource({"60, true", "120, true", "121, false", "130, false", "365, false"})
    void L16_an_appointment_is_short_below_121_days(int days, boolean isShort) {
        assertThat(Situation.isShort(days)).isEqualTo(isShort);
    }

    // 5 CFR 330 subparts F and G hold for direct hire; 5 U.S.C. 3304(a)(3) sets aside preference only.
    @Test
    void L17_under_direct_hire_the_displaced_employee_still_comes_first() {
        assertThat(Hiring.from(avery, ines).direct().refusalOf(avery).rule()).isEqualTo(Rule.L16);
    }

    @Test
    void L16_by_score_the_displaced_employee_comes_first_even_below_the_cut_off() {
        var low = called("Ines").scored("71").displaced(ICTAP, DENVER, "EPA");
        var high = called("Avery").scored("99");

        assertThat(Hiring.from(low, high).byScoreDownTo("80").refusalOf(high).rule())
                .isEqualTo(Rule.L16);
        assertThat(Hiring.from(low, high).byScoreDownTo("80").electing(low)).isEqualTo(ALLOWED);
    }

    // L11 and 5 CFR 330.705: below the referred categories only the priority refers somebody.
    @Test
    void L11_who_is_referred_for_a_priority_only_is_elected_only_where_it_holds() {
        var lower = called("Ines")
                .rated(WELL_QUALIFIED)
                .displaced(ICTAP, DENVER, "EPA")
                .in(DENVER, WASHINGTON);
        var hiring = Hiring.from(avery, blake, casey, lower).in(DENVER, WASHINGTON);

        assertThat(hiring.electing(lower, DENVER)).isEqualTo(ALLOWED);
        var refused = hiring.refusalOf(lower, WASHINGTON);
        assertThat(refused.rule()).isEqualTo(Rule.L11);
        assertThat(refused.exits()).containsExactly(Exit.to(Way.CHOOSE_COMMON_LOCATION));
        assertThat(hiring.sentence(refused)).endsWith("The duty location must be: Denver, CO.");
    }

    // L11, 5 CFR 330.602 and 330.605(b).
    @Test
    void L11_who_is_referred_for_a_priority_only_is_not_elected_once_it_is_lost_or_for_a_short_appointment() {
        var lower = called("Ines").rated(WELL_QUALIFIED).displaced(ICTAP, DENVER, "EPA");
        var reviewed = Hiring.from(avery, blake, casey, lower).record(lower, CaseStanding::asNotWellQualified);
        var shortTime = Hiring.from(avery, blake, casey, lower).forAShortTime();

        for (var hiring : new Hiring[] {reviewed, shortTime}) {
            var refused = hiring.refusalOf(lower);
            assertThat(refused.rule()).isEqualTo(Rule.L11);
            assertThat(refused.exits()).containsExactly(Exit.to(Way.CHOOSE_FROM_LIST));
            assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
        }
    }

    @Test
    void L16_a_location_is_named_as_the_pool_writes_it_whatever_signs_it_holds() {
        var place = "Anywhere (100% remote, %s)";
        var hiring = Hiring.from(
                        called("Avery").in(place),
                        called("Ines").displaced(ICTAP, place, "EPA").in(place))
                .in(place);

        assertThat(hiring.sentence(hiring.electing(called("Avery"), place)))
                .startsWith("Ines has ICTAP priority in Anywhere (100% remote, %s) and must");
        assertThat(hiring.sentence(hiring.electing(called("Avery"), DENVER)))
                .endsWith("of your case: Anywhere (100% remote, %s).");
    }
}
