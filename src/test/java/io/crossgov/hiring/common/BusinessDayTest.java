package io.crossgov.hiring.common;

import static io.crossgov.hiring.common.HolidaysOnly.BUSINESS_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/** Federal business days, against the holiday lists OPM publishes for each year (5 U.S.C. 6103). */
class BusinessDayTest {

    private static final DayOfWeek[] OFFICE_DAYS = {
        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
    };

    // 2020 is before Juneteenth became a holiday; 2021 and 2027 hold the next year's New Year's Day too.
    @ParameterizedTest
    @CsvSource({
        "2020, 01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25",
        "2021, 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        "2022, 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26",
        "2023, 01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
        "2024, 01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
        "2025, 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25",
        "2026, 01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
        "2027, 01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31",
        "2028, 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"
    })
    void on_weekdays_offices_are_closed_on_the_published_holidays_and_no_others(int year, String holidays) {
        var published = Arrays.stream(holidays.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();

        assertThat(daysOf(year)
                        .filter(day -> Arrays.asList(OFFICE_DAYS).contains(day.getDayOfWeek()))
                        .filter(day -> !BUSINESS_DAY.is(day)))
                .containsExactlyElementsOf(published);
    }

    @Test
    void a_holiday_on_a_Saturday_is_observed_on_Friday_and_on_a_Sunday_on_Monday() {
        assertThat(LocalDate.of(2026, Month.JULY, 4).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(BUSINESS_DAY.is(LocalDate.of(2026, Month.JULY, 3))).isFalse();
        assertThat(LocalDate.of(2027, Month.JULY, 4).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(BUSINESS_DAY.is(LocalDate.of(2027, Month.JULY, 5))).isFalse();
        assertThat(BUSINESS_DAY.is(LocalDate.of(2027, Month.JULY, 6))).isTrue();
    }

    @Test
    void nobody_had_Juneteenth_off_before_it_became_law() {
        assertThat(BUSINESS_DAY.is(LocalDate.of(2020, Month.JUNE, 19))).isTrue();
        assertThat(BUSINESS_DAY.is(LocalDate.of(2021, Month.JUNE, 18))).isFalse();
    }

    // The 10 business days an agency gives its own employees for a shared certificate (5 U.S.C. 3318(b)).
    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 10, 2026-03-16", // no holiday between
        "2025-12-19, 10, 2026-01-06", // Christmas and New Year's Day
        "2026-06-26, 5, 2026-07-06", // Independence Day, observed on Friday
        "2026-03-07, 1, 2026-03-09", // from a Saturday
        "2026-03-02, 0, 2026-03-02"
    })
    void business_days_are_counted_from_the_day_after(LocalDate from, int count, LocalDate last) {
        assertThat(BUSINESS_DAY.after(from, count)).isEqualTo(last);
    }

    // Executive order of December 18, 2025: closed on December 24 and 26.
    @Test
    void a_day_on_which_an_order_closes_offices_is_no_business_day() {
        var ordered = new BusinessDay(new ClassPathResource("law/closed-days.yaml"));

        assertThat(ordered.is(LocalDate.of(2025, 12, 24))).isFalse();
        assertThat(ordered.is(LocalDate.of(2025, 12, 26))).isFalse();
        assertThat(ordered.is(LocalDate.of(2025, 12, 23))).isTrue();
        assertThat(ordered.after(LocalDate.of(2025, 12, 19), 10)).isEqualTo(LocalDate.of(2026, 1, 8));
    }

    @Test
    void an_agency_may_keep_a_file_of_closed_days_of_its_own(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("closed.yaml"), "days: [{day: 2026-07-02, source: An executive order}]");

        var ordered = new BusinessDay(new FileSystemResource(file));
        assertThat(ordered.is(LocalDate.of(2026, 7, 2))).isFalse();
        assertThat(ordered.is(LocalDate.of(2025, 12, 24))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {days: [], closed: []}                                           | closed is not known; known are days
                    {}                                                   | days is missing
                    days: [{source: order}]                              | in entry 1 of days, day is missing
                    days: [{day: 2026-13-01, source: order}]             | in entry 1 of days, day "2026-13-01" is no day written as 2025-01-31
                    days: [{day: 2026-07-02}]                            | in entry 1 of days, source is missing
                    days: [{day: 2026-07-02, source: a}, {day: 2026-07-02, source: b}] | 2026-07-02 stands twice in days
                    """)
    void a_file_of_closed_days_that_cannot_be_is_refused(String content, String reason, @TempDir Path folder)
            throws IOException {
        var file = Files.writeString(folder.resolve("closed.yaml"), content);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new BusinessDay(new FileSystemResource(file)))
                .withMessage("The file of the setting crossgov.law.closed-days, closed.yaml, cannot be used: " + reason
                        + ". Correct it and start again.");
    }

    @Property
    void the_last_counted_day_is_a_business_day_with_as_many_business_days_up_to_it(
            @ForAll("days") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int count) {
        var last = BUSINESS_DAY.after(from, count);

        assertThat(BUSINESS_DAY.is(last)).isTrue();
        assertThat(from.plusDays(1).datesUntil(last.plusDays(1)).filter(BUSINESS_DAY::is))
                .hasSize(count);
    }

    @Property
    void counting_on_is_the_same_as_counting_in_one_go(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(max = 30) int first,
            @ForAll @IntRange(max = 30) int second) {
        assertThat(BUSINESS_DAY.after(BUSINESS_DAY.after(from, first), second))
                .isEqualTo(BUSINESS_DAY.after(from, first + second));
    }

    @Property
    void a_year_has_ten_to_twelve_weekdays_off(@ForAll @IntRange(min = 2021, max = 2100) int year) {
        assertThat(daysOf(year)
                        .filter(day -> Arrays.asList(OFFICE_DAYS).contains(day.getDayOfWeek()))
                        .filter(day -> !BUSINESS_DAY.is(day))
                        .count())
                .isBetween(10L, 12L);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2015, 1, 1).toEpochDay(),
                        LocalDate.of(2060, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }
}
