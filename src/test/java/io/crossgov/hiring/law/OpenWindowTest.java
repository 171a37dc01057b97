package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.Applicant.called;
import static io.crossgov.hiring.law.Hiring.ALLOWED;
import static io.crossgov.hiring.law.Hiring.ISSUED;
import static io.crossgov.hiring.law.Hiring.LAST_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.Exit.Way;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** L18: elected, and told to OPM, while the pool is open (D1; 5 U.S.C. 3318(b)(1), 5 CFR 332.408). */
class OpenWindowTest {

    private final Applicant avery = called("Avery");

    // 5 U.S.C. 3318(b)(1): the 240 days of a certificate issued on Mar 2, 2026 end on October 27.
    @Test
    void L18_a_shared_certificate_is_elected_from_on_its_240th_day_and_not_on_the_next() {
        assertThat(Hiring.from(avery).on(LAST_DAY).electing(avery)).isEqualTo(ALLOWED);

        var late = Hiring.from(avery).on(LAST_DAY.plusDays(1));
        assertThat(late.refusalOf(avery).rule()).isEqualTo(Rule.L18);
        assertThat(late.refusalOf(avery).exits()).containsExactly(Exit.to(Way.USE_ANOTHER_POOL));
        assertThat(late.sentence(late.electing(avery)))
                .isEqualTo("The pool is open for selections from Mar 2, 2026 until Oct 27, 2026."
                        + " Outside these days you need another pool.");
    }

    @Test
    void L18_nobody_is_elected_before_the_certificate_is_issued() {
        assertThat(Hiring.from(avery).on(ISSUED).electing(avery)).isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery).on(ISSUED.minusDays(1)).refusalOf(avery).exits())
                .containsExactly(Exit.on(ISSUED));
    }

    @Test
    void L18_a_selection_elected_and_told_to_OPM_in_time_stays_allowed_and_one_told_late_does_not() {
        assertThat(Hiring.from(avery).on(LAST_DAY).opmToldOn(LAST_DAY).electing(avery))
                .isEqualTo(ALLOWED);
        assertThat(Hiring.from(avery)
                        .on(LAST_DAY)
                        .opmToldOn(LAST_DAY.plusDays(1))
                        .refusalOf(avery)
                        .rule())
                .isEqualTo(Rule.L18);
    }

    @Test
    void what_forbids_every_election_of_a_case_is_known_before_anybody_is_chosen() {
        assertThat(OrderOfSelection.checkCase(Hiring.from().on(LAST_DAY).situation()))
                .isEqualTo(ALLOWED);
        assertThat(OrderOfSelection.checkCase(
                        Hiring.from().on(LAST_DAY.plusDays(1)).situation()))
                .isInstanceOf(Ruling.Refused.class);
    }

    @Property
    void L18_the_answer_depends_on_the_days_of_election_and_of_telling_OPM_and_the_window_alone(
            @ForAll @IntRange(min = -400, max = 800) int elected, @ForAll @IntRange(max = 60) int later) {
        var day = ISSUED.plusDays(elected);
        var told = day.plusDays(later);
        var inWindow = !day.isBefore(ISSUED) && !told.isAfter(LAST_DAY);
        var anybody = called("Avery");

        assertThat(Hiring.from(anybody).on(day).opmToldOn(told).electing(anybody) instanceof Ruling.Allowed)
                .isEqualTo(inWindow);
    }
}
