package io.crossgov.hiring.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayGradeTest {

    @ParameterizedTest
    @ValueSource(strings = {"GS-09", "gs 9", "GS9", "GS-9"})
    void a_grade_is_the_same_however_it_is_written(String written) {
        assertThat(PayGrade.of(written)).isEqualTo(new PayGrade("GS", "09")).hasToString("GS-09");
    }

    @Test
    void only_the_General_Schedule_has_steps() {
        assertThat(PayGrade.of("GS-13").hasSteps()).isTrue();
        assertThat(PayGrade.of("NH-03").hasSteps()).isFalse();
    }

    @Test
    void a_grade_that_cannot_be_read_is_left_open() {
        assertThat(PayGrade.of("")).isEqualTo(new PayGrade("", ""));
    }
}
