package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** D1, L18: when selections may be made from a pool. */
class CertificateWindowTest {

    private static final LocalDate ISSUED = LocalDate.of(2025, 3, 1);

    @Test
    void D1_a_shared_certificate_is_open_for_240_days_and_its_issue_date_is_day_1() {
        var window = CertificateWindow.of(PoolType.CSA, ISSUED, null);

        assertThat(window.lastDay()).isEqualTo(LocalDate.of(2025, 10, 26));
        assertThat(window.isOpenOn(ISSUED.minusDays(1))).isFalse();
        assertThat(window.isOpenOn(ISSUED)).isTrue();
        assertThat(window.isOpenOn(LocalDate.of(2025, 10, 26))).isTrue();
        assertThat(window.isOpenOn(LocalDate.of(2025, 10, 27))).isFalse();
    }

    @Test
    void D1_nobody_extends_a_shared_certificate() {
        var extended = CertificateWindow.of(PoolType.CSA, ISSUED, ISSUED.plusYears(1));
        var shortened = CertificateWindow.of(PoolType.CSA, ISSUED, ISSUED.plusDays(10));

        assertThat(extended.lastDay()).isEqualTo(LocalDate.of(2025, 10, 26));
        assertThat(shortened.lastDay()).isEqualTo(LocalDate.of(2025, 10, 26));
    }

    @Test
    void D1_a_cross_government_action_is_open_for_12_months_until_the_day_before_the_anniversary() {
        var window = CertificateWindow.of(PoolType.CGA, ISSUED, null);

        assertThat(window.lastDay()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(window.isOpenOn(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(window.isOpenOn(LocalDate.of(2026, 3, 1))).isFalse();
        assertThat(window.isOverOn(LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(window.isOverOn(LocalDate.of(2026, 3, 1))).isTrue();
    }

    @Test
    void D1_a_year_that_begins_on_29_February_ends_on_28_February() {
        assertThat(CertificateWindow.of(PoolType.CGA, LocalDate.of(2024, 2, 29), null)
                        .lastDay())
                .isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(CertificateWindow.of(PoolType.CGA, LocalDate.of(2023, 3, 1), null)
                        .lastDay())
                .isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void D1_an_extension_never_reaches_past_one_year_from_issue() {
        assertThat(CertificateWindow.of(PoolType.CGA, ISSUED, LocalDate.of(2025, 9, 30))
                        .lastDay())
                .isEqualTo(LocalDate.of(2025, 9, 30));
        assertThat(CertificateWindow.of(PoolType.CGA, ISSUED, LocalDate.of(2026, 6, 30))
                        .lastDay())
                .isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Property
    void D1_a_shared_certificate_has_exactly_240_open_days(@ForAll("days") LocalDate issued) {
        var window = CertificateWindow.of(PoolType.CSA, issued, null);

        assertThat(ChronoUnit.DAYS.between(window.issuedOn(), window.lastDay()) + 1)
                .isEqualTo(240);
    }

    @Property
    void D1_no_decision_opens_a_cross_government_action_for_more_than_a_year(
            @ForAll("days") LocalDate issued, @ForAll("days") LocalDate extendedUntil, @ForAll("days") LocalDate day) {
        var window = CertificateWindow.of(PoolType.CGA, issued, extendedUntil);

        assertThat(window.lastDay()).isBefore(issued.plusYears(1).plusDays(1));
        assertThat(ChronoUnit.DAYS.between(issued, window.lastDay()) + 1).isLessThanOrEqualTo(366);
        assertThat(window.isOpenOn(day))
                .isEqualTo(!day.isBefore(issued) && !day.isAfter(extendedUntil) && !day.isAfter(window.lastDay()));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2023, 1, 1).toEpochDay(),
                        LocalDate.of(2030, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }
}
