package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HowManyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0     | 0 cases
                    1     | 1 case
                    2     | 2 cases
                    10000 | 10,000 cases
                    10001 | More than 10,000 cases
                    """)
    void a_number_is_told_as_far_as_it_is_counted(long rows, String told) {
        assertThat(HowMany.of(rows, HowMany.COUNTED).of("case")).isEqualTo(told);
    }

    @Test
    void a_page_tells_which_of_them_it_shows() {
        assertThat(new HowMany(1_234, false).range(1_226, 9)).isEqualTo("1,226\u20131,234 of 1,234");
        assertThat(new HowMany(10_000, true).range(1, 25)).isEqualTo("1\u201325 of more than 10,000");
    }
}
