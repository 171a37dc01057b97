package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.ReemploymentList.Demand;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** L7: what an exception from the Reemployment Priority List covers (5 CFR 330.211). */
class ReemploymentListTest {

    private static final Optional<String> NO_EMPLOYEE = Optional.empty();

    @ParameterizedTest
    @EnumSource(VeteransPreference.class)
    void L7_a_list_that_was_cleared_or_has_all_declined_lets_anybody(VeteransPreference preference) {
        assertThat(ReemploymentList.lets(Optional.empty(), preference, NO_EMPLOYEE))
                .isEqualTo(ALLOWED);
        assertThat(ReemploymentList.lets(Optional.of(Demand.ANYBODY), preference, NO_EMPLOYEE))
                .isEqualTo(ALLOWED);
    }

    // 5 CFR 330.211(b).
    @ParameterizedTest
    @EnumSource(VeteransPreference.class)
    void L7_the_exception_for_a_10_point_preference_eligible_lets_those_only(VeteransPreference preference) {
        var tenPoints =
                switch (preference) {
                    case CPS, CP, XP -> true;
                    case TP, SSP, NONE -> false;
                };

        var ruling = ReemploymentList.lets(Optional.of(Demand.TEN_POINT_PREFERENCE), preference, Optional.of("EPA"));
        assertThat(ruling instanceof Ruling.Allowed).isEqualTo(tenPoints);
    }

    // 5 CFR 330.211(c), (d).
    @Test
    void L7_the_exceptions_for_who_comes_back_let_current_and_former_employees_only() {
        var exception = Optional.of(Demand.REEMPLOYMENT_RIGHT);
        assertThat(ReemploymentList.lets(exception, VeteransPreference.CPS, Optional.of("EPA")))
                .isEqualTo(ALLOWED);
        assertThat(ReemploymentList.lets(exception, VeteransPreference.CPS, NO_EMPLOYEE))
                .isInstanceOf(Ruling.Refused.class);
    }

    /** The last day of the agency's thirty is the last on which nothing is asked. */
    @ParameterizedTest
    @CsvSource({"2026-03-02, false", "2026-04-01, false", "2026-04-02, true", "2027-03-02, true"})
    void L7_a_clearance_is_confirmed_again_when_more_than_the_agencys_days_have_gone_by(
            LocalDate today, boolean asked) {
        assertThat(ReemploymentList.isToBeConfirmed(LocalDate.of(2026, 3, 2), 30, today))
                .isEqualTo(asked);
    }

    @Test
    void L7_a_refusal_says_whom_the_exception_is_for() {
        var refused = (Ruling.Refused)
                ReemploymentList.lets(Optional.of(Demand.TEN_POINT_PREFERENCE), VeteransPreference.TP, NO_EMPLOYEE);

        assertThat(refused.rule()).isEqualTo(Rule.L7);
        assertThat(refused.words())
                .isEqualTo("The Reemployment Priority List was not cleared for this position: the request went on by an"
                        + " exception for the appointment of a 10-point preference eligible (5 CFR 330.211(b)). It covers"
                        + " nobody else. Choose such a candidate from the list.");
    }
}
