package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.DENVER;
import static io.crossgov.hiring.law.Applicant.WASHINGTON;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.CaseStanding.PassOver.DENIED;
import static io.crossgov.hiring.law.CaseStanding.PassOver.PENDING;
import static io.crossgov.hiring.law.CaseStanding.PassOver.SUSTAINED;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.PriorityStatus.ICTAP;
import static io.crossgov.hiring.law.Rating.WELL_QUALIFIED;
import static io.crossgov.hiring.law.VeteransPreference.CP;
import static io.crossgov.hiring.law.VeteransPreference.CPS;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static io.crossgov.hiring.law.VeteransPreference.XP;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.Exit.Way;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** L14: nobody without preference is taken over a preference eligible (5 U.S.C. 3319(c)(7), 3318(c); 5 CFR 332.404, 332.406). */
class PreferenceFirstTest {

    private final Applicant avery = called("Avery");
    private final Applicant blake = called("Blake");
    private final Applicant casey = called("Casey");
    private final Applicant taylor = called("Taylor").with(TP);
    private final Applicant terry = called("Terry").with(TP);

    // 5 U.S.C. 3319(c)(7), 2108(3).
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void L14_a_non_preference_candidate_waits_for_the_preference_eligible_of_the_same_category(
            VeteransPreference preference) {
        var xen = called("Xen").with(preference);
        var hiring = Hiring.from(avery, blake, xen);

        var refused = hiring.refusalOf(avery);
        assertThat(refused.rule()).isEqualTo(Rule.L14);
        assertThat(refused.named()).containsOnly(xen.id());
        assertThat(refused.exits())
                .containsExactly(
                        Exit.to(Way.ELECT_FIRST, xen.id()),
                        Exit.to(Way.RECORD_ANSWER, xen.id()),
                        Exit.to(Way.ASK_TO_PASS_OVER, xen.id()));
        assertThat(hiring.sentence(refused))
                .isEqualTo(
                        "Xen is a preference eligible and comes first (5 U.S.C. 3318(c), 3319(c)). Elect Xen; or record that Xen declined,"
                                + " with what the candidate wrote, or did not answer in the days there were; or ask OPM to pass over Xen.");
    }

    // 5 U.S.C. 3319(c)(7): a preference eligible may be taken over another, and no kind of preference leads another.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void L14_a_preference_eligible_is_elected_over_any_other_without_a_pass_over(VeteransPreference preference) {
        var xen = called("Xen").with(preference);

        assertThat(Hiring.from(called("Morgan").with(CPS), xen).electing(xen)).isEqualTo(ALLOWED);
    }

    @Test
    void L14_where_nobody_has_preference_the_manager_chooses_freely() {
        for (var anyone : new Applicant[] {avery, blake, casey}) {
            assertThat(Hiring.from(avery, blake, casey).electing(anyone)).isEqualTo(ALLOWED);
        }
    }

    // 5 U.S.C. 3319(c)(7): "in the same category".
    @Test
    void L14_a_preference_eligible_of_a_lower_category_holds_up_nobody_of_a_higher_one() {
        var lower = called("Taylor").rated(WELL_QUALIFIED).with(TP);

        assertThat(Hiring.from(avery, blake, casey, lower).electing(avery)).isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery, blake, casey, lower)
                        .referredDownTo(WELL_QUALIFIED)
                        .electing(avery))
                .isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3319(b) and (c)(7).
    @Test
    void L14_for_a_professional_position_a_disabled_veteran_rated_lower_holds_up_nobody_of_the_highest_category() {
        var morgan = called("Morgan").rated(WELL_QUALIFIED).with(CPS);

        assertThat(Hiring.from(avery, blake, casey, morgan).professional().electing(avery))
                .isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery, blake, casey, morgan).refusalOf(avery).named())
                .containsOnly(morgan.id());
    }

    // 5 U.S.C. 3319(c)(7), (c)(1): selections go from the highest category down.
    @Test
    void L14_a_preference_eligible_of_a_higher_category_holds_up_those_of_a_lower_one() {
        var wells = called("Wells").rated(WELL_QUALIFIED);
        var hiring = Hiring.from(taylor, blake, casey, wells).referredDownTo(WELL_QUALIFIED);

        assertThat(hiring.refusalOf(wells).named()).containsOnly(taylor.id());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AVAILABLE")
    void L14_a_preference_eligible_who_is_gone_holds_up_nobody(Availability gone) {
        assertThat(Hiring.from(avery, taylor.nowIs(gone)).electing(avery)).isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3318(c): what is owed is consideration; who declines is no longer available.
    @Test
    void L14_a_documented_declination_or_silence_of_the_preference_eligible_opens_the_way() {
        assertThat(Hiring.from(avery, taylor)
                        .record(taylor, CaseStanding::asDeclinedOrSilent)
                        .electing(avery))
                .isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3318(c): a sustained pass-over owes no further consideration for the position.
    @Test
    void L14_a_sustained_pass_over_opens_the_way() {
        assertThat(Hiring.from(avery, taylor).passOver(taylor, SUSTAINED).electing(avery))
                .isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3319(c)(7): each of them comes before the choice, so all are named at once.
    @Test
    void L14_all_preference_eligibles_who_come_first_are_named_at_once() {
        var tracy = called("Tracy").with(XP);
        var hiring = Hiring.from(avery, taylor, terry, tracy);

        var refused = hiring.refusalOf(avery);
        assertThat(refused.named()).containsExactlyInAnyOrder(taylor.id(), terry.id(), tracy.id());
        assertThat(hiring.sentence(refused))
                .isEqualTo(
                        "Taylor, Terry and Tracy are preference eligibles and come first (5 U.S.C. 3318(c), 3319(c)). For each of them: elect the"
                                + " person; or record that he or she declined, with what the candidate wrote, or did not answer in the days"
                                + " there were; or ask OPM to"
                                + " pass over him or her.");
        assertThat(hiring.record(tracy, CaseStanding::asDeclinedOrSilent)
                        .refusalOf(avery)
                        .named())
                .containsExactlyInAnyOrder(taylor.id(), terry.id());
    }

    // 5 CFR 332.406: what each of them needs differs by where the request about that person stands.
    @Test
    void L14_of_several_who_come_first_each_way_out_names_whom_it_is_for() {
        var tracy = called("Tracy").with(XP);
        var hiring = Hiring.from(avery, taylor, terry, tracy)
                .vacancies(2)
                .passOver(terry, PENDING)
                .passOver(tracy, DENIED);

        assertThat(hiring.sentence(hiring.electing(avery)))
                .isEqualTo(
                        "Taylor is a preference eligible and comes first (5 U.S.C. 3318(c), 3319(c)). It is not decided yet whether to pass over Terry, a"
                                + " preference eligible (5 U.S.C. 3318(c), 3319(c)). The request about Tracy, a preference eligible who comes"
                                + " first (5 U.S.C. 3318(c), 3319(c)), was denied. For each of them: elect the person; or record that he or she declined,"
                                + " with what the candidate wrote, or did not answer in the days there were; or ask OPM to pass over Taylor; or wait for the decision on"
                                + " Terry; or hold another vacancy for Terry.");
    }

    // 5 U.S.C. 3318(c): the finding is about one person.
    @Test
    void L14_the_pass_over_of_one_opens_nothing_while_another_preference_eligible_is_available() {
        var hiring = Hiring.from(avery, taylor, terry).passOver(taylor, SUSTAINED);

        assertThat(hiring.refusalOf(avery).named()).containsOnly(terry.id());
    }

    // 5 CFR 332.406: nobody reachable only through a pending pass-over is appointed.
    @Test
    void L14_with_one_vacancy_a_pending_pass_over_holds_up_the_election_until_OPM_decides() {
        var hiring = Hiring.from(avery, taylor).passOver(taylor, PENDING);

        var refused = hiring.refusalOf(avery);
        assertThat(refused.exits())
                .containsExactly(
                        Exit.to(Way.ELECT_FIRST, taylor.id()),
                        Exit.to(Way.RECORD_ANSWER, taylor.id()),
                        Exit.to(Way.AWAIT_PASS_OVER, taylor.id()));
        assertThat(hiring.sentence(refused))
                .isEqualTo(
                        "It is not decided yet whether to pass over Taylor, a preference eligible (5 U.S.C. 3318(c), 3319(c)). Elect Taylor; or"
                                + " record that Taylor declined, with what the candidate wrote, or did not answer in the days there were; or wait for the"
                                + " decision.");
    }

    // 5 U.S.C. 3318(c): the agency must comply with OPM's findings.
    @Test
    void L14_a_denied_pass_over_blocks_and_cannot_be_asked_for_again() {
        var hiring = Hiring.from(avery, taylor).passOver(taylor, DENIED);

        var refused = hiring.refusalOf(avery);
        assertThat(refused.exits())
                .containsExactly(Exit.to(Way.ELECT_FIRST, taylor.id()), Exit.to(Way.RECORD_ANSWER, taylor.id()));
        assertThat(hiring.sentence(refused))
                .startsWith(
                        "The request about Taylor, a preference eligible who comes first (5 U.S.C. 3318(c), 3319(c)), was denied. Elect Taylor");
    }

    // 5 CFR 332.406: several vacancies, one of them held for the person whose pass-over is undecided.
    @Test
    void L14_with_three_vacancies_and_one_held_for_the_person_passed_over_two_others_are_elected_and_a_third_is_not() {
        var hiring = Hiring.from(avery, blake, casey, taylor)
                .vacancies(3)
                .passOver(taylor, PENDING)
                .record(taylor, CaseStanding::withVacancyHeld);

        assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
        assertThat(hiring.elected(avery).electing(blake)).isEqualTo(ALLOWED);
        var third = hiring.elected(blake).refusalOf(casey);
        assertThat(third.rule()).isEqualTo(Rule.L14);
        assertThat(third.exits()).containsExactly(Exit.to(Way.FREE_VACANCY));
        assertThat(hiring.sentence(third))
                .isEqualTo(
                        "The remaining vacancy is held for Taylor (5 CFR 332.406). Elect Taylor, or give up holding the vacancy.");
        assertThat(hiring.electing(taylor)).isEqualTo(ALLOWED);
    }

    // 5 CFR 332.406: one vacancy is held for one person.
    @Test
    void L14_a_vacancy_held_for_one_does_not_cover_another_whose_pass_over_is_pending_too() {
        var hiring = Hiring.from(avery, taylor, terry)
                .vacancies(2)
                .passOver(taylor, PENDING)
                .passOver(terry, PENDING)
                .record(taylor, CaseStanding::withVacancyHeld);

        assertThat(hiring.refusalOf(avery).named()).containsOnly(terry.id());
    }

    // 5 CFR 332.406.
    @Test
    void L14_holding_a_vacancy_is_a_way_out_only_when_one_is_left_for_the_choice_itself() {
        var hold = Exit.to(Way.HOLD_VACANCY, taylor.id());

        var two = Hiring.from(avery, taylor).vacancies(2).passOver(taylor, PENDING);
        assertThat(two.refusalOf(avery).exits()).contains(hold);
        assertThat(two.sentence(two.electing(avery))).endsWith("; or hold another vacancy for Taylor.");
        assertThat(Hiring.from(avery, taylor)
                        .passOver(taylor, PENDING)
                        .refusalOf(avery)
                        .exits())
                .doesNotContain(hold);
        assertThat(Hiring.from(avery, blake, taylor)
                        .vacancies(2)
                        .passOver(taylor, PENDING)
                        .elected(blake)
                        .refusalOf(avery)
                        .exits())
                .doesNotContain(hold);
    }

    // 5 CFR 332.406: only together with a request about that very person.
    @Test
    void L14_holding_a_vacancy_opens_nothing_before_OPM_is_asked_about_the_person() {
        var hiring = Hiring.from(avery, taylor).vacancies(2).record(taylor, CaseStanding::withVacancyHeld);

        assertThat(hiring.refusalOf(avery).exits())
                .containsExactly(
                        Exit.to(Way.ELECT_FIRST, taylor.id()),
                        Exit.to(Way.RECORD_ANSWER, taylor.id()),
                        Exit.to(Way.ASK_TO_PASS_OVER, taylor.id()));
        assertThat(hiring.passOver(taylor, PENDING).electing(avery)).isEqualTo(ALLOWED);
    }

    // What a choice does not need is not held for it: nobody was passed over at another place, nor from a higher
    // category.
    @Test
    void L14_a_choice_rests_on_a_held_vacancy_only_if_the_preference_eligible_comes_before_it_there() {
        var elsewhere = called("Remy").in(WASHINGTON);
        var terry = called("Terry").with(TP);
        var lower = called("Lee").rated(WELL_QUALIFIED).with(TP);
        var hiring = Hiring.from(avery, blake, taylor, terry, elsewhere, lower)
                .in(DENVER, WASHINGTON)
                .referredDownTo(WELL_QUALIFIED)
                .vacancies(6);
        for (var eligible : List.of(taylor, lower)) {
            hiring.passOver(eligible, PENDING).record(eligible, CaseStanding::withVacancyHeld);
        }

        assertThat(restsOn(hiring, avery, DENVER, taylor)).isTrue();
        assertThat(restsOn(hiring, elsewhere, WASHINGTON, taylor)).isFalse();
        assertThat(restsOn(hiring, terry, DENVER, taylor)).isFalse();
        assertThat(restsOn(hiring, avery, DENVER, lower)).isFalse();
        assertThat(restsOn(hiring, avery, DENVER, terry)).as("nothing is held").isFalse();
    }

    @Test
    void L14_a_choice_that_OPM_verified_and_that_stands_on_no_list_any_more_still_rests_on_the_vacancy() {
        var verified = called("Avery").nowIs(Availability.COMMITTED);
        var hiring = Hiring.from(verified, taylor)
                .vacancies(2)
                .elected(verified)
                .passOver(taylor, DENIED)
                .record(taylor, CaseStanding::withVacancyHeld);

        assertThat(restsOn(hiring, verified, DENVER, taylor)).isTrue();
        assertThat(restsOn(hiring.passOver(taylor, SUSTAINED), verified, DENVER, taylor))
                .isFalse();
    }

    // 5 U.S.C. 3318(c): who is with another agency for now, or withdrew by mistake, and comes back to the list, was
    // passed over all the same.
    @Test
    void L14_a_choice_still_rests_on_the_vacancy_while_the_preference_eligible_may_come_back() {
        var verified = called("Avery").nowIs(Availability.COMMITTED);
        for (var now : Availability.values()) {
            var away = called("Taylor").with(TP).nowIs(now);
            var hiring = Hiring.from(verified, away)
                    .vacancies(2)
                    .elected(verified)
                    .passOver(away, PENDING)
                    .record(away, CaseStanding::withVacancyHeld);

            assertThat(restsOn(hiring, verified, DENVER, away)).as("%s", now).isEqualTo(now != Availability.HIRED);
        }
    }

    @Test
    void L14_who_exercises_priority_rests_on_no_vacancy_held_for_preference() {
        var ines = called("Ines").displaced(ICTAP, DENVER, "EPA");
        var hiring = Hiring.from(ines, taylor)
                .vacancies(2)
                .passOver(taylor, PENDING)
                .record(taylor, CaseStanding::withVacancyHeld);

        assertThat(restsOn(hiring, ines, DENVER, taylor)).isFalse();
    }

    private static boolean restsOn(Hiring hiring, Applicant chosen, String location, Applicant eligible) {
        return OrderOfSelection.restsOnHoldFor(hiring.situation(), new Choice(chosen.id(), location), eligible.id());
    }

    @Test
    void L14_once_the_preference_eligible_is_elected_the_next_vacancy_is_open_to_others() {
        assertThat(Hiring.from(avery, taylor).vacancies(2).elected(taylor).electing(avery))
                .isEqualTo(ALLOWED);
    }

    // 5 CFR 332.404: only a lower-standing candidate is passed over a preference eligible.
    @Test
    void L14_by_score_who_stands_higher_than_the_preference_eligible_is_elected_freely() {
        var higher = called("Avery").scored("96");
        var eligible = called("Taylor").scored("92").with(TP);

        assertThat(Hiring.from(higher, eligible).byScoreDownTo("80").electing(higher))
                .isEqualTo(ALLOWED);
    }

    // 5 CFR 332.404, and 332.401 for the same score.
    @Test
    void L14_by_score_who_stands_lower_than_the_preference_eligible_or_equal_waits() {
        var eligible = called("Taylor").scored("92").with(TP);

        for (var score : new String[] {"91", "92.00"}) {
            var lower = called("Avery").scored(score);
            assertThat(Hiring.from(lower, eligible)
                            .byScoreDownTo("80")
                            .refusalOf(lower)
                            .named())
                    .containsOnly(eligible.id());
        }
    }

    // 5 CFR 332.401(b), 332.404: a compensably disabled veteran stands at the top whatever the score; not for a
    // professional position.
    @Test
    void
            L14_by_score_a_compensably_disabled_veteran_with_a_lower_score_comes_first_unless_the_position_is_professional() {
        var higher = called("Avery").scored("99");
        var disabled = called("Morgan").scored("78").with(CP);

        assertThat(Hiring.from(higher, disabled)
                        .byScoreDownTo("70")
                        .refusalOf(higher)
                        .named())
                .containsOnly(disabled.id());
        assertThat(Hiring.from(higher, disabled)
                        .byScoreDownTo("70")
                        .professional()
                        .electing(higher))
                .isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3304(a)(3), 5 CFR 337.202.
    @Test
    void L17_under_direct_hire_a_30_percent_disabled_veteran_holds_up_nobody() {
        var morgan = called("Morgan").with(CPS);

        assertThat(Hiring.from(avery, morgan).direct().electing(avery)).isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery, morgan).directByCategory().electing(avery))
                .isEqualTo(ALLOWED);
    }

    // 5 CFR 330.705: displaced employees are selected before anybody else, preference eligibles too.
    @Test
    void L16_a_displaced_employee_without_preference_comes_before_a_preference_eligible() {
        var ines = called("Ines").displaced(ICTAP, DENVER, "EPA");

        assertThat(Hiring.from(taylor, ines).electing(ines)).isEqualTo(ALLOWED);
    }

    // 5 CFR 330.702: priority holds in the commuting area, and for 121 days or more.
    @Test
    void L14_a_displaced_employee_waits_for_the_preference_eligible_where_the_priority_does_not_hold() {
        var ines = called("Ines").displaced(ICTAP, DENVER, "EPA").in(DENVER, WASHINGTON);
        var anywhere = called("Taylor").with(TP).in(DENVER, WASHINGTON);
        var elsewhere = Hiring.from(anywhere, ines).in(DENVER, WASHINGTON);

        assertThat(elsewhere.electing(ines, DENVER)).isEqualTo(ALLOWED);
        assertThat(elsewhere.refusalOf(ines, WASHINGTON).rule()).isEqualTo(Rule.L14);
        assertThat(Hiring.from(taylor, ines).forAShortTime().refusalOf(ines).rule())
                .isEqualTo(Rule.L14);
        assertThat(Hiring.from(taylor, ines)
                        .record(ines, CaseStanding::asNotWellQualified)
                        .refusalOf(ines)
                        .rule())
                .isEqualTo(Rule.L14);
    }

    // 5 U.S.C. 3318(b), 5 CFR 332.408: a certificate is for a duty location.
    @Test
    void L14_a_preference_eligible_who_would_work_in_Denver_only_is_not_passed_over_in_Washington() {
        var kim = called("Kim").in(DENVER, WASHINGTON);
        var hiring = Hiring.from(taylor, kim).in(DENVER, WASHINGTON);

        assertThat(hiring.refusalOf(kim, DENVER).rule()).isEqualTo(Rule.L14);
        assertThat(hiring.electing(kim, WASHINGTON)).isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3319(c)(7): who is referred for a priority only does not compete in the category.
    @Test
    void L14_a_preference_eligible_referred_for_a_priority_only_holds_up_nobody_where_it_does_not_hold() {
        var ines = called("Ines")
                .rated(WELL_QUALIFIED)
                .with(XP)
                .displaced(ICTAP, DENVER, "EPA")
                .in(DENVER, WASHINGTON);
        var wanted = called("Avery").in(WASHINGTON);
        var hiring = Hiring.from(wanted, blake, casey, ines).in(DENVER, WASHINGTON);

        assertThat(hiring.electing(wanted, WASHINGTON)).isEqualTo(ALLOWED);
        assertThat(hiring.record(ines, CaseStanding::asNotWellQualified).electing(blake))
                .isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3319(c)(7): the selection from the category as it was stays valid.
    @Test
    void L13_an_election_before_OPM_referred_the_next_category_stays_allowed_after_it() {
        var lower = called("Taylor").rated(WELL_QUALIFIED).with(CP);
        var decided = Hiring.from(avery, blake, casey).professional().categories();
        var later = Hiring.from(avery, blake, casey, lower).professional().referred(decided);

        assertThat(later.referredDownTo(WELL_QUALIFIED).elected(avery).situation())
                .satisfies(situation -> assertThat(OrderOfSelection.findings(situation, new Choice(avery.id(), DENVER)))
                        .allMatch(OrderOfSelection.Finding::holds));
    }
}
