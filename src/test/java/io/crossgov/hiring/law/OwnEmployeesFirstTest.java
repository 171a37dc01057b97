package io.crossgov.hiring.law;

import static io.crossgov.hiring.common.HolidaysOnly.BUSINESS_DAY;
import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.Exit.Way;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** D1: own employees come before another agency's certificate (5 U.S.C. 3318(b)(4), 5 CFR 332.408). */
class OwnEmployeesFirstTest {

    private final Applicant avery = called("Avery");

    // 5 U.S.C. 3318(b)(4).
    @Test
    void D1_from_another_agencys_certificate_nobody_is_elected_before_own_employees_are_told() {
        var hiring = Hiring.from(avery).ownEmployeesNotTold();

        assertThat(hiring.refusalOf(avery).rule()).isEqualTo(Rule.D1);
        assertThat(hiring.refusalOf(avery).exits()).containsExactly(Exit.to(Way.TELL_OWN_EMPLOYEES));
        assertThat(hiring.sentence(hiring.electing(avery)))
                .isEqualTo("Your agency\u2019s own employees must be told of the vacancy first: HR completes the task"
                        + " \u201c4 Notify Own Employees\u201d.");
        assertThat(OrderOfSelection.checkCase(hiring.situation())).isInstanceOf(Ruling.Refused.class);
    }

    // 5 U.S.C. 3318(b)(4), 6103: ten business days from the day after the notice of Monday, May 11; Memorial Day does
    // not count.
    @Test
    void D1_own_employees_told_on_May_11_2026_may_apply_until_May_26_and_others_are_elected_from_the_27th() {
        var until = BUSINESS_DAY.after(LocalDate.of(2026, 5, 11), 10);
        var hiring = Hiring.from(avery).ownEmployeesApplyUntil(until);

        var refused = hiring.on(LocalDate.of(2026, 5, 26)).refusalOf(avery);
        assertThat(refused.rule()).isEqualTo(Rule.D1);
        assertThat(refused.exits()).containsExactly(Exit.on(LocalDate.of(2026, 5, 27)));
        assertThat(refused.words())
                .isEqualTo(
                        "Your agency\u2019s own employees may apply until May 26, 2026. You can elect from the next day on, once"
                                + " HR has reviewed who applied.");
        assertThat(hiring.on(LocalDate.of(2026, 5, 27)).electing(avery)).isEqualTo(ALLOWED);
    }

    // 5 U.S.C. 3318(b)(4): notice, time to apply, and the qualifications of who applies are reviewed.
    @Test
    void D1_own_employees_who_applied_are_reviewed_before_others_are_elected() {
        var until = LocalDate.of(2026, 5, 26);
        var hiring = Hiring.from(avery)
                .ownEmployeesApplyUntil(until)
                .ownEmployeesToReview()
                .on(until.plusDays(1));

        assertThat(hiring.refusalOf(avery).rule()).isEqualTo(Rule.D1);
        assertThat(hiring.refusalOf(avery).exits()).containsExactly(Exit.to(Way.REVIEW_OWN_EMPLOYEES));
        assertThat(hiring.sentence(hiring.electing(avery)))
                .isEqualTo(
                        "Your agency\u2019s own employees could apply until May 26, 2026; the qualifications of those who"
                                + " did are reviewed first: HR completes the task \u201c4 Review Own Employees\u201d.");
    }

    @Test
    void D1_from_the_governments_own_action_people_are_elected_without_telling_own_employees() {
        assertThat(Hiring.from(avery).electing(avery)).isEqualTo(ALLOWED);
    }
}
