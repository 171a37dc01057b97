package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L17: the cut-off of a numeric pool (5 U.S.C. 3317(a), 5 CFR 332.402). */
class CutOffTest {

    private static final List<BigDecimal> EIGHT = scores("99 96 94 90 90 85 80 71");

    // 5 U.S.C. 3317(a): never fewer than three names.
    @ParameterizedTest
    @CsvSource({
        "95, 2, false",
        "94, 3, true",
        "94.01, 2, false",
        "90, 5, true",
        "90.00, 5, true",
        "70, 8, true",
        "100, 0, false"
    })
    void L17_a_cut_off_leaves_at_least_three_names(BigDecimal cutOff, long names, boolean lawful) {
        assertThat(CutOff.names(cutOff, EIGHT)).isEqualTo(names);
        assertThat(CutOff.isLawful(cutOff, EIGHT)).isEqualTo(lawful);
    }

    // 5 CFR 332.402: a minimum cannot create names.
    @Test
    void L17_where_there_are_fewer_than_three_a_cut_off_refers_them_all() {
        assertThat(CutOff.isLawful(new BigDecimal("80"), scores("92 80"))).isTrue();
        assertThat(CutOff.isLawful(new BigDecimal("81"), scores("92 80"))).isFalse();
        assertThat(CutOff.isLawful(new BigDecimal("81"), List.of())).isTrue();
    }

    // 5 CFR 332.402: who would be refused is told what would do.
    @ParameterizedTest
    @CsvSource({"99 96 94 90 90 85 80 71, 94", "90 90 90 90, 90", "92 80, 80", "71 99 94 96, 94"})
    void L17_the_highest_cut_off_is_lawful_and_none_above_it_is(String scores, BigDecimal highest) {
        assertThat(CutOff.highest(scores(scores))).hasValue(highest);
        assertThat(CutOff.isLawful(highest, scores(scores))).isTrue();
        assertThat(CutOff.isLawful(highest.add(new BigDecimal("0.01")), scores(scores)))
                .isFalse();
    }

    @Test
    void L17_without_a_score_there_is_no_cut_off() {
        assertThat(CutOff.highest(List.of())).isEmpty();
    }

    // 5 CFR 332.402: the same demand in words.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "95     | 95 leaves 2 names. 94 or lower would do: it leaves 3 names.",
                "99.00  | 99 leaves one name. 94 or lower would do: it leaves 3 names.",
                "100    | 100 leaves none. 94 or lower would do: it leaves 3 names."
            })
    void L17_a_cut_off_that_leaves_too_few_is_told_with_one_that_would_do(BigDecimal cutOff, String told) {
        assertThat(CutOff.fault(cutOff, EIGHT))
                .hasValue(
                        "A cut-off must leave at least three names, or everybody where there are fewer (5 CFR 332.402): "
                                + told);
        assertThat(CutOff.fault(CutOff.highest(EIGHT).orElseThrow(), EIGHT)).isEmpty();
    }

    @Test
    void L17_where_nobody_has_a_score_no_cut_off_can_be_set() {
        assertThat(CutOff.fault(BigDecimal.ZERO, List.of()))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("Nobody in this pool has a score"));
    }

    @Test
    void L17_nobody_is_referred_without_a_score_or_before_there_is_a_cut_off() {
        assertThat(CutOff.refers(Optional.of(BigDecimal.ZERO), null)).isFalse();
        assertThat(CutOff.refers(Optional.empty(), new BigDecimal("99"))).isFalse();
    }

    private static List<BigDecimal> scores(String scores) {
        return Arrays.stream(scores.split(" ")).map(BigDecimal::new).toList();
    }
}
