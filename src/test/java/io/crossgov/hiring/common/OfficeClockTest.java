package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OfficeClockTest {

    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");

    @Test
    void late_in_the_evening_in_Washington_it_is_still_today() {
        assertThat(officeAt("2026-03-06T03:30:00Z").today()).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void a_due_date_ends_at_midnight_in_Washington_in_winter_and_in_summer() {
        var office = officeAt("2026-03-01T12:00:00Z");
        assertThat(office.endOf(LocalDate.of(2026, 3, 5))).isEqualTo(Instant.parse("2026-03-06T05:00:00Z"));
        assertThat(office.endOf(LocalDate.of(2026, 7, 5))).isEqualTo(Instant.parse("2026-07-06T04:00:00Z"));
    }

    @Test
    void days_and_times_read_alike_everywhere_and_a_time_names_its_zone() {
        var office = officeAt("2026-11-29T12:00:00Z");

        assertThat(office.dayInWords(LocalDate.of(2026, 3, 5))).isEqualTo("Mar 5, 2026");
        assertThat(office.dayInWords(Instant.parse("2026-03-06T03:30:00Z"))).isEqualTo("Mar 5, 2026");
        assertThat(office.timeInWords(Instant.parse("2026-03-05T19:07:00Z"))).isEqualTo("Mar 5, 2026, 2:07 PM EST");
        assertThat(office.timeInWords(Instant.parse("2026-07-05T18:07:00Z"))).isEqualTo("Jul 5, 2026, 2:07 PM EDT");
        assertThat(Dates.onWeekday(LocalDate.of(2026, 12, 4))).isEqualTo("Fri, Dec 4, 2026");
        assertThat(office.zoneInWords()).isEqualTo("Eastern Time");
    }

    private static OfficeClock officeAt(String instant) {
        return new OfficeClock(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC), WASHINGTON);
    }
}
