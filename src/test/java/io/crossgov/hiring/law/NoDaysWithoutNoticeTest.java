package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * L15: the 15 days of somebody with a compensable disability of 30 percent or more are days from a notice that was sent (5 U.S.C. 3318(c)(2)):
 * whatever passes before, none of them runs.
 */
class NoDaysWithoutNoticeTest {

    private static final LocalDate FILED = LocalDate.of(2026, 3, 2);

    /** A day in the life of a request: nothing happens, a letter is tried in vain, or it leaves. */
    private enum Day {
        NOTHING,
        TRIED_IN_VAIN,
        LEAVES
    }

    @Property
    void L15_no_15_days_run_for_a_notice_that_was_not_sent(
            @ForAll @Size(min = 1, max = 90) List<Day> days, @ForAll @IntRange(max = 400) int later) {
        var today = FILED;
        Optional<LocalDate> left = Optional.empty();
        for (var day : days) {
            left = left.isEmpty() && day == Day.LEAVES ? Optional.of(today) : left;
            mayBeDecidedOnlyAfterTheDays(left, today);
            today = today.plusDays(1);
        }
        mayBeDecidedOnlyAfterTheDays(left, today.plusDays(later));
    }

    private static void mayBeDecidedOnlyAfterTheDays(Optional<LocalDate> left, LocalDate today) {
        var daysOver = left.filter(day -> today.isAfter(day.plusDays(15))).isPresent();
        assertThat(PassOverRequest.mayBeDecided(VeteransPreference.CPS, left, today) instanceof Ruling.Allowed)
                .as("left %s, today %s", left, today)
                .isEqualTo(daysOver);
    }
}
