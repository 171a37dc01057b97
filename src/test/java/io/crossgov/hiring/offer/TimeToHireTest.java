package io.crossgov.hiring.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeToHireTest {

    private static final LocalDate NEED = LocalDate.of(2026, 1, 30);

    @Test
    void L19_counts_calendar_days_across_months_weekends_and_holidays() {
        var time = TimeToHire.between(NEED, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 5, 4), null, null);

        assertThat(time.daysToTentativeAcceptance()).isEqualTo(31);
        assertThat(time.daysToEntryOnDuty()).isEqualTo(94);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-18, 16, true", "2026-02-19, 17, false", "2026-02-02, 0, true"})
    void L19_a_certificate_review_has_a_goal_of_16_days(LocalDate returned, long days, boolean inGoal) {
        var time = TimeToHire.between(NEED, null, null, LocalDate.of(2026, 2, 2), returned);

        assertThat(time.daysOfCertificateReview()).isEqualTo(days);
        assertThat(time.certificateReviewInGoal()).isEqualTo(inGoal);
    }

    @Test
    void L19_what_is_not_known_yet_is_not_counted() {
        assertThat(TimeToHire.between(NEED, null, null, NEED, null)).isEqualTo(new TimeToHire(null, null, null, null));
        assertThat(TimeToHire.between(null, NEED, NEED, null, NEED)).isEqualTo(new TimeToHire(null, null, null, null));
    }
}
