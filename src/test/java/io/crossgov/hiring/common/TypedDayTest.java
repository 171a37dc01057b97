package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days typed into pages: what can be meant in one way only is that day, and nothing else is one. */
class TypedDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11/18/2026",
                "11-18-2026",
                "2026-11-18",
                " 11/18/2026 ",
                "Nov 18, 2026",
                "nov. 18 2026",
                "November 18, 2026"
            })
    void what_people_write_for_one_day_is_that_day(String typed) {
        assertThat(TypedDay.of("on", typed)).isEqualTo(LocalDate.of(2026, 11, 18));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18/11/2026",
                "2/30/2026",
                "11/18/26",
                "11182026",
                "11/18-2026",
                "0001-11-18",
                "2026-11-18T00:00",
                "Novo 18, 2026",
                "tomorrow"
            })
    void what_could_be_another_day_or_is_none_is_refused_with_what_was_typed(String typed) {
        assertThatThrownBy(() -> TypedDay.of("on", typed))
                .hasMessage("“" + typed + "” is not a date. Enter month, day and year, for example 11/18/2026.")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains("on"));
    }

    @Test
    void a_page_of_text_is_refused_without_being_said_again() {
        assertThatThrownBy(() -> TypedDay.of("on", "x".repeat(5000)))
                .hasMessage("This is not a date. Enter month, day and year, for example 11/18/2026.");
    }

    @Test
    void nothing_typed_is_no_day_and_a_day_reads_back_as_it_is_typed() {
        assertThat(TypedDay.of("on", null)).isNull();
        assertThat(TypedDay.of("on", " \u00A0")).isNull();
        assertThat(TypedDay.of("on", TypedDay.inField(LocalDate.of(2027, 1, 2))))
                .isEqualTo(LocalDate.of(2027, 1, 2));
    }
}
