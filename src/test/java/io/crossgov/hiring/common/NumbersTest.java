package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers people quote: of cases and of announcements. */
class NumbersTest {

    @Test
    void a_case_number_names_year_and_sequence() {
        assertThat(CaseNumber.of(2026, 42)).hasToString("XGH-2026-000042");
    }

    @Property
    void every_case_number_given_out_can_be_quoted_back(
            @ForAll @IntRange(min = 2000, max = 2999) int year, @ForAll @LongRange(min = 1, max = 999_999) long n) {
        var number = CaseNumber.of(year, n);
        assertThat(new CaseNumber(number.value())).isEqualTo(number);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"XGH-2026-42", "XGH-2026-0000421", "XGH 2026 000042", "XGH-2026-00004\u0000", "1"})
    void what_is_no_case_number_is_a_case_that_does_not_exist(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new CaseNumber(text))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xgh-2026-000042",
                "XGH-2026-000042 ",
                "XGH\u20132026\u2013000042",
                "\u00A0XGH\u20112026-000042\u200B"
            })
    void a_case_number_is_found_however_it_is_typed(String text) {
        assertThat(new CaseNumber(text)).hasToString("XGH-2026-000042");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cga-de-12339419-24-ms",
                "CGA\u2013DE\u201312339419\u201324\u2013MS",
                " CGA-DE-12339419-24-MS\u00A0"
            })
    void an_announcement_is_found_however_its_number_is_typed(String text) {
        assertThat(new AnnouncementNumber(text)).hasToString("CGA-DE-12339419-24-MS");
    }

    @Test
    void the_announcement_of_the_customer_experience_strategists_is_an_announcement_number() {
        assertThat(new AnnouncementNumber("CGA-DE-12339419-24-MS")).hasToString("CGA-DE-12339419-24-MS");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"CGA DE 1", "-CGA", "CGA-", "AB", "CGA/1", "CGA\n1"})
    void what_is_no_announcement_number_is_refused_with_an_example(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new AnnouncementNumber(text))
                .withMessageContaining("CGA-DE-12339419-24-MS")
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                    assertThat(refusal.field()).contains("announcement");
                });
    }
}
