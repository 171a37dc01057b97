package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossgov.hiring.common.LawFile;
import io.crossgov.hiring.common.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

/** L12: professional and scientific positions at GS-9 and above (5 U.S.C. 3319(b)), and the file that lists their series. */
class ProfessionalSeriesTest {

    private static final ProfessionalSeries LAW = LawFile.read(
            "crossgov.law.professional-series",
            new ClassPathResource("law/professional-series.yaml"),
            ProfessionalSeries.class);

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
        "0060, GS-12, true", // chaplain: ordained by a recognized body
        "0638, GS-11, true", // recreation and creative arts therapist
        "1008, GS-11, true", // interior design
        "1412, GS-12, true", // technical information services
        "1540, GS-12, true", // cryptography
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
                new Assessment(RankingMethod.CATEGORY, List.of(Rating.values()), WellQualified.NOT_SAID),
                HiringAuthority.DELEGATED_EXAMINING,
                Optional.empty(),
                LAW.includes(series, grade),
                Optional.empty());

        assertThat(ranking.category(Rating.WELL_QUALIFIED, VeteransPreference.CPS))
                .isEqualTo(lifted ? Rating.BEST_QUALIFIED : Rating.WELL_QUALIFIED);
    }

    @Test
    void L12_the_file_begins_at_GS_9_and_lists_the_series_in_order() {
        assertThat(LAW.lowestGrade()).isEqualTo(9);
        assertThat(LAW.series()).isNotEmpty().isSorted();
    }

    @Test
    void a_series_that_YAML_would_read_as_an_octal_number_keeps_its_zeros(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("series.yaml"), "lowestGrade: 9\nseries: [0020, 0101]");

        assertThat(LawFile.read("setting", new FileSystemResource(file), ProfessionalSeries.class))
                .isEqualTo(new ProfessionalSeries(9, List.of("0020", "0101")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    series: [0020]                       | lowestGrade is missing, or no number from 1 to 15
                    {lowestGrade: 16, series: [0020]}    | lowestGrade is missing, or no number from 1 to 15
                    {lowestGrade: nine, series: [0020]}  | lowestGrade "nine" is no whole number
                    lowestGrade: 9                       | series is missing
                    {lowestGrade: 9, series: 0020}       | series is no list
                    {lowestGrade: 9, series: [0020, ~]}  | series has an empty entry
                    {lowestGrade: 9, series: [20]}       | series 20 has not four digits
                    {lowestGrade: 9, series: [801, 801]} | 801 stands twice in series
                    {lowestGrade: 9, series: [{a: b}]}   | in entry 1 of series, it is no plain text
                    """)
    void a_list_that_cannot_be_is_refused(String content, String reason, @TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("series.yaml"), content);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> LawFile.read("setting", new FileSystemResource(file), ProfessionalSeries.class))
                .withMessage("The file of the setting setting, series.yaml, cannot be used: " + reason
                        + ". Correct it and start again.");
    }
}
