package io.crossgov.hiring.law;

import static io.crossgov.hiring.law.CaseStanding.CLEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.CaseStanding.PassOver;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a case has on record about one person who has two records. */
class CaseStandingTest {

    static List<UnaryOperator<CaseStanding>> whatOneRecordSays() {
        return List.of(
                CaseStanding::asElected,
                CaseStanding::asDeclinedOrSilent,
                CaseStanding::asNotWellQualified,
                CaseStanding::withVacancyHeld);
    }

    @ParameterizedTest
    @MethodSource("whatOneRecordSays")
    void what_one_record_says_is_said_of_the_person_and_nothing_else(UnaryOperator<CaseStanding> said) {
        var standing = said.apply(CLEAR);

        assertThat(standing.and(CLEAR)).isEqualTo(standing).isNotEqualTo(CLEAR);
        assertThat(CLEAR.and(standing)).isEqualTo(standing);
    }

    @Test
    void where_neither_record_says_anything_nothing_is_said() {
        assertThat(CLEAR.and(CLEAR)).isEqualTo(CLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, PENDING, PENDING",
        "NONE, DENIED, DENIED",
        "NONE, SUSTAINED, SUSTAINED",
        "PENDING, DENIED, DENIED",
        "PENDING, SUSTAINED, SUSTAINED",
        "DENIED, SUSTAINED, SUSTAINED"
    })
    void L15_what_OPM_sustained_stays_so_and_what_it_denied_is_not_asked_again(
            PassOver one, PassOver other, PassOver together) {
        assertThat(CLEAR.with(one).and(CLEAR.with(other)).passOver()).isEqualTo(together);
        assertThat(CLEAR.with(other).and(CLEAR.with(one)).passOver()).isEqualTo(together);
    }
}
