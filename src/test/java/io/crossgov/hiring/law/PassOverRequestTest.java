package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.CaseStanding.PassOver.DENIED;
import static io.crossgov.hiring.law.CaseStanding.PassOver.PENDING;
import static io.crossgov.hiring.law.CaseStanding.PassOver.SUSTAINED;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.VeteransPreference.CPS;
import static io.crossgov.hiring.law.VeteransPreference.TP;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.Exit.Way;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** L15: asking OPM to pass over a preference eligible, and deciding it (5 U.S.C. 3318(c), 5 CFR 332.406). */
class PassOverRequestTest {

    private final Applicant avery = called("Avery");
    private final Applicant taylor = called("Taylor").with(TP);
    private final Applicant morgan = called("Morgan").with(CPS);

    // 5 U.S.C. 3318(c)(1).
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void L15_an_agency_may_ask_to_pass_over_a_preference_eligible_of_any_kind(VeteransPreference preference) {
        var xen = called("Xen").with(preference);

        assertThat(asking(Hiring.from(avery, xen), xen)).isEqualTo(ALLOWED);
    }

    // 5 CFR 332.406: passing over is about preference eligibles.
    @Test
    void L15_nobody_needs_to_be_passed_over_who_has_no_preference() {
        var refused = refusal(Hiring.from(avery, taylor), avery);

        assertThat(refused.rule()).isEqualTo(Rule.L15);
        assertThat(refused.words()).contains("You can elect others without asking");
        assertThat(refused.exits()).containsExactly(Exit.to(Way.CHOOSE_FROM_LIST));
    }

    // 5 U.S.C. 3304(a)(3).
    @Test
    void L17_under_direct_hire_nobody_needs_to_be_passed_over() {
        assertThat(refusal(Hiring.from(avery, morgan).direct(), morgan).rule()).isEqualTo(Rule.L15);
    }

    @Test
    void L11_nobody_is_passed_over_who_is_not_on_the_list() {
        assertThat(refusal(Hiring.from(avery), taylor).rule()).isEqualTo(Rule.L11);
    }

    @Test
    void L15_a_request_is_made_once() {
        var hiring = Hiring.from(avery, taylor).passOver(taylor, PENDING);

        assertThat(refusal(hiring, taylor).exits()).containsExactly(Exit.to(Way.AWAIT_PASS_OVER, taylor.id()));
        assertThat(hiring.sentence(asking(hiring, taylor)))
                .isEqualTo(
                        "A request about Taylor is under way already. Wait for the decision, or withdraw the request.");
    }

    // 5 U.S.C. 3318(c): nothing more is owed for the position.
    @Test
    void L15_what_was_sustained_needs_no_second_request() {
        var hiring = Hiring.from(avery, taylor).passOver(taylor, SUSTAINED);

        assertThat(hiring.sentence(asking(hiring, taylor)))
                .isEqualTo("Passing over Taylor for this position was sustained already. You can elect others.");
        assertThat(hiring.electing(avery)).isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3318(c): the agency complies with the findings.
    @Test
    void L15_what_was_denied_is_not_asked_again() {
        var hiring = Hiring.from(avery, taylor).passOver(taylor, DENIED);

        assertThat(refusal(hiring, taylor).exits())
                .containsExactly(Exit.to(Way.ELECT_FIRST, taylor.id()), Exit.to(Way.RECORD_ANSWER, taylor.id()));
        assertThat(hiring.sentence(asking(hiring, taylor)))
                .isEqualTo(
                        "The request about Taylor was denied for this position. Elect Taylor, record that Taylor declined or did not"
                                + " answer, or ask again with facts that were not known then.");
    }

    // 5 CFR 332.406: a request rests on its reasons; other reasons are another request.
    @Test
    void L15_what_was_denied_is_asked_again_with_facts_that_were_not_known_then_and_nothing_else_is() {
        assertThat(PassOverRequest.mayBeAsked(
                        Hiring.from(avery, taylor).passOver(taylor, DENIED).situation(), taylor.id(), true))
                .isEqualTo(ALLOWED);
        for (var where : new CaseStanding.PassOver[] {PENDING, SUSTAINED, CaseStanding.PassOver.REMOVED}) {
            assertThat(PassOverRequest.mayBeAsked(
                            Hiring.from(avery, taylor).passOver(taylor, where).situation(), taylor.id(), true))
                    .isNotEqualTo(ALLOWED);
        }
    }

    // 5 U.S.C. 3318(c): the request of one agency for its position binds no other case.
    @Test
    void L15_a_pass_over_sustained_in_one_case_opens_nothing_in_another_of_the_same_certificate() {
        assertThat(Hiring.from(avery, taylor).passOver(taylor, SUSTAINED).electing(avery))
                .isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery, taylor).refusalOf(avery).rule()).isEqualTo(Rule.L14);
    }

    // 5 U.S.C. 3318(c): 30 percent or more.
    @ParameterizedTest
    @EnumSource(VeteransPreference.class)
    void L15_only_a_30_percent_disabled_veteran_is_notified_and_heard_before_OPM_decides(
            VeteransPreference preference) {
        assertThat(PassOverRequest.mustBeHeard(preference)).isEqualTo(preference == CPS);
        assertThat(PassOverRequest.mayBeDecided(preference, Optional.empty(), Hiring.TODAY) instanceof Ruling.Allowed)
                .isEqualTo(preference != CPS);
    }

    // 5 U.S.C. 3318(c): 15 days from the date of the notification. The notice of November 2 is answered until November
    // 17.
    @ParameterizedTest
    @CsvSource({"2026-11-02, false", "2026-11-16, false", "2026-11-17, false", "2026-11-18, true", "2027-02-01, true"})
    void L15_OPM_decides_on_a_30_percent_disabled_veteran_from_the_sixteenth_day_after_the_notice(
            LocalDate today, boolean allowed) {
        var ruling = PassOverRequest.mayBeDecided(CPS, Optional.of(LocalDate.of(2026, 11, 2)), today);

        assertThat(ruling instanceof Ruling.Allowed).isEqualTo(allowed);
        if (ruling instanceof Ruling.Refused refused) {
            assertThat(refused.rule()).isEqualTo(Rule.L15);
            assertThat(refused.words())
                    .isEqualTo("The candidate may answer until Nov 17, 2026. OPM can decide from the next day on.");
            assertThat(refused.exits()).containsExactly(Exit.on(LocalDate.of(2026, 11, 18)));
        }
    }

    // 5 U.S.C. 3318(c): no decision without proof of timely notice.
    @Test
    void L15_nothing_is_decided_on_a_30_percent_disabled_veteran_who_was_not_notified() {
        var refused = (Ruling.Refused) PassOverRequest.mayBeDecided(CPS, Optional.empty(), Hiring.TODAY);

        assertThat(refused.exits()).containsExactly(Exit.to(Way.NOTIFY_CANDIDATE));
        assertThat(refused.words()).contains("is notified first and has 15 days to answer");
    }

    private static Ruling asking(Hiring hiring, Applicant applicant) {
        return PassOverRequest.mayBeAsked(hiring.situation(), applicant.id());
    }

    private static Ruling.Refused refusal(Hiring hiring, Applicant applicant) {
        return (Ruling.Refused) asking(hiring, applicant);
    }
}
