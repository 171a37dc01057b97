package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            (202) 555-0100 ext. 12 | (202) 555-0100 ext. 12
            +1 202.555.0100        | +1 202.555.0100
            202/555-0100 x7        | 202/555-0100 x7
            202\u2013555\u20130100     | 202-555-0100
            555-0100               | 555-0100
            """)
    void a_number_is_taken_as_people_write_it(String text, String kept) {
        assertThat(PhoneNumber.of(text)).contains(kept);
        assertThat(text).matches(PhoneNumber.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call me maybe",
                "12345",
                "202-555-0100 or 202-555-0101",
                "maria@gsa.example",
                "ext. 12",
                "-",
                "2025550100 work"
            })
    void what_nobody_can_dial_is_no_number(String text) {
        assertThat(PhoneNumber.of(text)).isEmpty();
        assertThat(text).doesNotMatch(PhoneNumber.PATTERN);
    }

    @ParameterizedTest
    @CsvSource({"(202) 555-0100 ext. 12, 2025550100", "+1 202.555.0100, 2025550100", "555-010,"})
    void one_number_is_known_in_every_way_of_writing_it(String text, String key) {
        assertThat(PhoneNumber.key(text)).isEqualTo(key);
    }
}
