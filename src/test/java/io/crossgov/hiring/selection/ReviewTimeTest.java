package io.crossgov.hiring.selection;

import static io.crossgov.hiring.common.HolidaysOnly.BUSINESS_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L19: the review is due within the 16 days of which its texts speak. */
class ReviewTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-18", // Monday to Wednesday
        "2026-12-09, 2026-12-24", // the 16th day is Christmas, a Friday
        "2026-12-18, 2026-12-31", // the 16th is a Sunday behind New Year's Day; ten business days end later, on January
        // 5
        "2027-02-28, 2027-03-16", // released on a Sunday
        "2026-07-17, 2026-07-31" // the 16th is a Sunday
    })
    void L19_it_is_due_on_the_last_of_them_on_which_offices_work(LocalDate releasedOn, LocalDate dueOn) {
        assertThat(ReviewTime.lastDay(releasedOn, BUSINESS_DAY)).isEqualTo(dueOn);
    }

    @Test
    void L19_in_no_year_is_it_due_later_or_on_a_day_off_or_before_ten_days_are_over() {
        LocalDate.of(2025, 1, 1).datesUntil(LocalDate.of(2036, 1, 1)).forEach(releasedOn -> {
            assertThat(ReviewTime.lastDay(releasedOn, BUSINESS_DAY))
                    .isBeforeOrEqualTo(releasedOn.plusDays(16))
                    .isAfter(releasedOn.plusDays(10))
                    .matches(BUSINESS_DAY::is);
        });
    }
}
