package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {

    @ParameterizedTest
    @CsvSource({"1, day, 1 day", "5, day, 5 days", "0, message, 0 messages", "21, candidate, 21 candidates"})
    void words_agree_with_their_number(long count, String one, String said) {
        assertThat(Counted.of(count, one)).isEqualTo(said);
    }
}
