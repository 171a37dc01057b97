package io.crossgov.hiring.law;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** L12: professional and scientific positions at GS-9 and above (5 U.S.C. 3319(b)), and the file that lists their series. */
class ProfessionalSeriesTest {

    private static final Map<String, Object> FILE = file();
    private static final ProfessionalSeries LAW = new ProfessionalSeries((int) FILE.get("lowestGrade"), series());

    // 5 U.S.C. 3319(b): "GS-9 or above".
    @ParameterizedTest
    @CsvSource({
        "0401, GS-12, true", // general natural resources and biological science
        "0401, GS-09, true",
        "0401, GS-9, true",
        "0401, GS-7, false",
        "0401, GS-07, false",
        "0801, GS-15, true", // general engineering
        "0110, GS-13, true", // economist
        "1550, GS-11, true", // computer science
        "0301, GS-13, false", // miscellaneous administration and program: domain L12
        "0343, GS-14, false", // management and program analysis
        "2210, GS-13, false", // information technology management
        "0201, GS-12, false" // human resources management
    })
    void L12_a_position_is_professional_by_its_series_and_from_GS_9_on(
            String series, String grade, boolean professional) {
        assertThat(LAW.includes(series, grade)).isEqualTo(professional);
    }

    @Test
    void L12_a_grade_without_a_number_is_not_professional() {
        assertThat(LAW.includes("0801", "ES")).isFalse();
    }

    // 5 U.S.C. 3319(b).
    @ParameterizedTest
    @CsvSource({"0401, GS-12, false", "0401, GS-7, true", "0301, GS-13, true"})
    void L12_a_30_percent_disabled_veteran_is_lifted_for_other_positions_only(
            String series, String grade, boolean lifted) {
        var ranking = new Ranking(
                RankingMethod.CATEGORY,
                HiringAuthority.DELEGATED_EXAMINING,
                LAW.includes(series, grade),
                Optional.empty());

        assertThat(ranking.category(Rating.WELL_QUALIFIED, VeteransPreference.CPS))
                .isEqualTo(lifted ? Rating.BEST_QUALIFIED : Rating.WELL_QUALIFIED);
    }

    @Test
    void L12_the_file_names_each_series_once_by_its_four_digits_in_order() {
        assertThat(listed()).isNotEmpty().doesNotHaveDuplicates().isSorted().allSatisfy(series -> assertThat(series)
                .matches("\\d{4}"));
        assertThat(LAW.lowestGrade()).isEqualTo(9);
    }

    private static List<String> listed() {
        // A series without quotes would be read as an octal number.
        return ((List<?>) FILE.get("series"))
                .stream().map(ProfessionalSeriesTest::asText).toList();
    }

    private static Set<String> series() {
        return listed().stream().collect(toUnmodifiableSet());
    }

    private static String asText(Object series) {
        assertThat(series).as("a series in quotes").isInstanceOf(String.class);
        return (String) series;
    }

    private static Map<String, Object> file() {
        try (var yaml = ProfessionalSeriesTest.class.getResourceAsStream("/law/professional-series.yaml")) {
            return new Yaml().load(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
