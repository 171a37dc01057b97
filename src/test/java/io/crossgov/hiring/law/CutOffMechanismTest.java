package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.law.CutOffMechanism.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L17: the mechanisms by which a pool ranked by score refers (5 CFR 332.402, 90 FR 43135), and the score that each comes to. */
class CutOffMechanismTest {

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 4, 96 94 92 90 88 80, 90",
        // Whoever has the same score as the last one is referred, too.
        "NUMBER, 3, 96 94 90 90 88, 90",
        "RANK, 3, 96 96 94 94 90 85, 90",
        "PERCENTAGE, 50, 96 94 92 90 88 86 84 82, 90",
        // Of eight names 3.6: never fewer than what was fixed.
        "PERCENTAGE, 45, 96 94 92 90 88 86 84 82, 90",
        "SCORE, 90, 96 94 80, 90",
        // At least three names, or everybody.
        "NUMBER, 1, 96 94 90 85, 90",
        "PERCENTAGE, 1, 96 94 90 85, 90",
        "RANK, 1, 96 94 90 85, 90",
        "NUMBER, 10, 96 94, 94"
    })
    void L17_a_mechanism_comes_to_a_score(Kind kind, String value, String scores, String lowest) {
        assertThat(new CutOffMechanism(kind, new BigDecimal(value)).lowest(of(scores)))
                .hasValueSatisfying(score -> assertThat(score).isEqualByComparingTo(lowest));
    }

    @Test
    void L17_where_nobody_has_a_score_only_a_fixed_score_is_one() {
        assertThat(new CutOffMechanism(Kind.NUMBER, BigDecimal.TEN).lowest(List.of()))
                .isEmpty();
        assertThat(new CutOffMechanism(Kind.SCORE, BigDecimal.TEN).lowest(List.of()))
                .contains(BigDecimal.TEN);
    }

    @Property
    void L17_what_a_mechanism_comes_to_is_a_lawful_cut_off(
            @ForAll @NotEmpty List<@IntRange(min = 70, max = 80) Integer> points,
            @ForAll Kind kind,
            @ForAll @IntRange(min = 1, max = 100) int value) {
        if (kind == Kind.SCORE) {
            return;
        }
        var scores = points.stream().map(BigDecimal::valueOf).toList();
        var lowest = new CutOffMechanism(kind, BigDecimal.valueOf(value))
                .lowest(scores)
                .orElseThrow();

        assertThat(CutOff.isLawful(lowest, scores)).isTrue();
        assertThat(scores).contains(lowest);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 10, true",
        "NUMBER, 0, false",
        "NUMBER, 2.5, false",
        "RANK, 3, true",
        "RANK, 3.5, false",
        "PERCENTAGE, 12.5, true",
        "PERCENTAGE, 100, true",
        "PERCENTAGE, 100.5, false",
        "PERCENTAGE, 0, false",
        "SCORE, 0, true"
    })
    void L17_a_mechanism_counts_what_there_can_be(Kind kind, String value, boolean possible) {
        assertThat(new CutOffMechanism(kind, new BigDecimal(value)).isPossible())
                .isEqualTo(possible);
    }

    private static List<BigDecimal> of(String scores) {
        return Arrays.stream(scores.split(" ")).map(BigDecimal::new).toList();
    }
}
