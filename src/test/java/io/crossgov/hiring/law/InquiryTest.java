package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** L14, L16: when silence is an answer. */
class InquiryTest {

    private static final LocalDate LEFT = LocalDate.of(2026, 2, 26);

    private final Inquiry inquiry = new Inquiry(LEFT, LocalDate.of(2026, 3, 3));

    @Test
    void L14_silence_counts_when_the_last_day_to_answer_is_over_in_full() {
        assertThat(inquiry.isSilenceOn(LEFT)).isFalse();
        assertThat(inquiry.isSilenceOn(LocalDate.of(2026, 3, 3))).isFalse();
        assertThat(inquiry.isSilenceOn(LocalDate.of(2026, 3, 4))).isTrue();
    }
}
