package io.crossgov.hiring.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crossgov.hiring.law.Assessment;
import io.crossgov.hiring.law.Points;
import io.crossgov.hiring.law.PriorityStatus;
import io.crossgov.hiring.law.RankingMethod;
import io.crossgov.hiring.law.Rating;
import io.crossgov.hiring.law.VeteransPreference;
import io.crossgov.hiring.law.WellQualified;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a candidate file may hold, and what is said about what it may not. */
class CandidateFileTest {

    private static final String HEADER = "applicant_number,name,email,phone,duty_locations,rating,score,preference,"
            + "priority_status,commuting_area,opted_in,federal_agency,resume_file\n";
    private static final String ROW =
            "A-1,Ada Ames,ada@mail.example,+1 202-555-0101,Remote;denver  co,BEST_QUALIFIED,97.5,CPS,ICTAP,"
                    + "\"Denver, CO\",yes,Department of Ferries,ames.pdf\n";

    private final List<CandidateLine> rows = new ArrayList<>();
    private final List<ImportFault> faults = new ArrayList<>();

    @Test
    void a_complete_row_is_a_candidate() throws IOException {
        read(HEADER + ROW);

        assertThat(faults).isEmpty();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.applicantNumber()).isEqualTo("A-1");
            assertThat(row.name()).isEqualTo("Ada Ames");
            assertThat(row.dutyLocations()).containsExactly("Denver CO", "Remote");
            assertThat(row.rating()).isEqualTo(Rating.BEST_QUALIFIED);
            assertThat(row.score()).isEqualTo(new BigDecimal("97.50"));
            assertThat(row.preference()).isEqualTo(VeteransPreference.CPS);
            assertThat(row.priorityStatus()).isEqualTo(PriorityStatus.ICTAP);
            assertThat(row.commutingArea()).isEqualTo("Denver, CO");
            assertThat(row.optedIn()).isTrue();
            assertThat(row.federalAgency()).isEqualTo("Department of Ferries");
            assertThat(row.resumeFile()).isEqualTo("ames.pdf");
        });
    }

    @Test
    void empty_cells_are_no_preference_no_priority_and_no_federal_service() throws IOException {
        read(HEADER + "A-1,Ada Ames,ada@mail.example,,Remote,QUALIFIED,,,,,no,,\n");

        assertThat(faults).isEmpty();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.preference()).isEqualTo(VeteransPreference.NONE);
            assertThat(row.priorityStatus()).isEqualTo(PriorityStatus.NONE);
            assertThat(row.phone()).isNull();
            assertThat(row.score()).isNull();
            assertThat(row.federalAgency()).isNull();
            assertThat(row.optedIn()).isFalse();
        });
    }

    @Test
    void columns_come_in_any_order_with_a_byte_order_mark_and_windows_line_ends_and_empty_lines() throws IOException {
        read("\uFEFFName,EMAIL,applicant_number,opted_in,phone,rating,score,preference,priority_status,commuting_area,"
                + "federal_agency,resume_file,duty_locations\r\n"
                + "\r\n"
                + "Zoë Ångström,zoe@mail.example,A-2,YES,,well_qualified,,none,,,,,remote\r\n"
                + "\r\n");

        assertThat(faults).isEmpty();
        assertThat(rows).extracting(CandidateLine::name).containsExactly("Zoë Ångström");
        assertThat(rows).extracting(CandidateLine::line).containsExactly(3L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            applicant_number | A-1                  | A 1                 | The cell must be 1 to 40 letters, digits, dots, hyphens or underscores, beginning with a letter or digit.
            applicant_number | A-1                  | ``                  | The cell is empty.
            name             | Ada Ames             | ``                  | The cell is empty.
            name             | Ada Ames             | =HYPERLINK(1)       | The cell begins with "=", which spreadsheets take for a formula.
            name             | Ada Ames             | @ada                | The cell begins with "@", which spreadsheets take for a formula.
            email            | ada@mail.example     | ada at mail         | This is not an e-mail address.
            email            | ada@mail.example     | -ada@mail.example   | The cell begins with "-", which spreadsheets take for a formula.
            phone            | +1 202-555-0101      | +SUM(A1)            | This is not a phone number. Write one number, for example (202) 555-0100 ext. 12.
            phone            | +1 202-555-0101      | 202-555-0100 or 0101 | This is not a phone number. Write one number, for example (202) 555-0100 ext. 12.
            duty_locations   | Remote;denver  co    | Boise               | The location “Boise” is not one of the pool's: Denver CO; Remote.
            duty_locations   | Remote;denver  co    | Remote;Denver       | The location “Denver” is not one of the pool's: Denver CO; Remote.
            duty_locations   | Remote;denver  co    | Multiple Locations  | “Multiple Locations” does not say which: name each of the pool's, Denver CO; Remote, separated by semicolons.
            duty_locations   | Remote;denver  co    | ;                   | The cell is empty.
            rating           | BEST_QUALIFIED       | BEST                | The cell must be one of BEST_QUALIFIED, WELL_QUALIFIED, QUALIFIED.
            rating           | BEST_QUALIFIED       | ``                  | This pool is ranked by category: each candidate needs a rating.
            score            | 97.5                 | 1e3                 | A score is a number from 0 to 999.99.
            preference       | CPS                  | 10-point            | The cell must be one of NONE, TP, XP, CP, CPS, SSP.
            priority_status  | ICTAP                | yes                 | The cell must be one of NONE, CTAP, ICTAP.
            commuting_area   | "Denver, CO"         | ``                  | A priority status needs its commuting area.
            opted_in         | yes                  | maybe               | The cell must be yes or no.
            opted_in         | yes                  | ``                  | The cell is empty.
            """)
    void what_is_wrong_is_named_by_line_and_column(String column, String right, String wrong, String reason)
            throws IOException {
        var marked = "," + ROW.strip() + ",";
        var row = marked.replace("," + right + ",", "," + wrong + ",");
        read(HEADER + ROW.replace("A-1", "A-0") + row.substring(1, row.length() - 1) + "\n");

        assertThat(rows).hasSize(1);
        assertThat(faults).containsExactly(new ImportFault(3, column, reason));
    }

    @Test
    void a_commuting_area_without_priority_is_named() throws IOException {
        read(HEADER + ROW.replace("ICTAP", ""));

        assertThat(faults)
                .containsExactly(new ImportFault(
                        2, "commuting_area", "A commuting area needs a priority status: CTAP or ICTAP."));
    }

    // 5 CFR 330.602, 330.605: the priority is at the own agency only.
    @Test
    void L16_an_agencys_own_displaced_employee_names_that_agency() throws IOException {
        read(HEADER + ROW.replace("ICTAP", "CTAP").replace("Department of Ferries", ""));

        assertThat(faults).extracting(ImportFault::column).containsExactly("federal_agency");
    }

    @Test
    void a_pool_ranked_by_score_needs_scores_and_no_categories() throws IOException {
        var byScore = new CandidateFile(List.of("Remote"), assessed(RankingMethod.NUMERIC));
        byScore.read(
                utf8(HEADER.replace("score,", "augmented_score,")
                        + "A-1,Ada Ames,ada@mail.example,,Remote,,88,,,,yes,,\n"
                        + "A-2,Bo Burr,bo@mail.example,,Remote,QUALIFIED,,,,,yes,,\n"),
                null,
                rows::add,
                faults::add);

        assertThat(rows).extracting(CandidateLine::applicantNumber).containsExactly("A-1");
        assertThat(faults)
                .containsExactly(new ImportFault(
                        3, "augmented_score", "This pool is ranked by score: each candidate needs a score."));
    }

    @Test
    void everything_that_is_wrong_in_a_row_is_said_at_once() throws IOException {
        read(HEADER + "A-1,,ada,x,Boise,,,,,,,,\n");

        assertThat(faults)
                .extracting(ImportFault::column)
                .containsExactly("name", "email", "phone", "duty_locations", "rating", "opted_in");
    }

    @Test
    void an_applicant_number_stands_once_in_a_file() throws IOException {
        read(HEADER + ROW + ROW.replace("Ada", "Eve"));

        assertThat(rows).hasSize(1);
        assertThat(faults)
                .containsExactly(
                        new ImportFault(3, "applicant_number", "The applicant number stands on line 2 already."));
    }

    @Test
    void lines_are_counted_as_an_editor_counts_them_also_within_quoted_cells() throws IOException {
        read(HEADER + ROW.replace("Ada Ames", "\"Ada\nAmes\"") + "A-2\n");

        assertThat(faults)
                .containsExactly(
                        new ImportFault(2, "name", "The cell has a line break or another control character."),
                        new ImportFault(4, null, "The header has 13 columns, but the row has 1."));
    }

    @Test
    void a_header_with_missing_doubled_or_foreign_columns_is_refused_before_any_row() throws IOException {
        read("applicant_number,name,name,age,email,phone,duty_locations,rating,score,preference,priority_status,"
                + "commuting_area,opted_in,resume_file\n" + ROW);

        assertThat(rows).isEmpty();
        assertThat(faults).extracting(ImportFault::line).containsOnly(1L);
        assertThat(faults)
                .extracting(ImportFault::column, ImportFault::reason)
                .contains(
                        tuple("name", "The column stands twice in the header."),
                        tuple("federal_agency", "The column is missing in the header."));
        assertThat(faults.get(1).reason()).startsWith("Column 4 of the header is none of applicant_number, name,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void an_empty_file_is_told_what_its_first_line_should_be(String nothing) throws IOException {
        read(nothing);

        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.reason())
                .startsWith("The file is empty. Its first line names the columns: applicant_number, name,"));
    }

    @Test
    void a_broken_quotation_ends_the_reading_at_its_line() throws IOException {
        read(HEADER + ROW + ROW.replace("A-1", "\"A-2\"x") + ROW.replace("A-1", "A-3"));

        assertThat(rows).hasSize(1);
        assertThat(faults)
                .containsExactly(new ImportFault(
                        3,
                        null,
                        "The row cannot be read: check its quotation marks. The rows after it were not read."));
    }

    @Test
    void a_missing_quotation_mark_does_not_swallow_the_rest_of_a_large_file() throws IOException {
        read(HEADER + ROW + "\"A-2,Bo" + ROW.replace("\"", "").repeat(2_000));

        assertThat(faults)
                .containsExactly(new ImportFault(
                        3, null, "The row has more than 100000 characters. Probably a quotation mark is missing."));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, 4, name",
        "x-MacRoman,   4, name",
        "ISO-8859-1,   4, name",
        "Big5,         4, name",
    })
    void a_file_in_an_old_encoding_is_told_by_line_and_column_and_never_guessed(
            String encoding, long line, String column) throws IOException {
        var name = encoding.equals("Big5") ? "\u738B\u5C0F\u660E" : "Zo\u00EB Ames";
        var file =
                HEADER + ROW + "\n" + ROW.replace("A-1", "A-2").replace("Ada Ames", name) + ROW.replace("A-1", "A-3");
        reader().read(new ByteArrayInputStream(file.getBytes(Charset.forName(encoding))), null, rows::add, faults::add);

        assertThat(rows).extracting(CandidateLine::applicantNumber).containsExactly("A-1");
        assertThat(faults)
                .containsExactly(
                        new ImportFault(
                                line,
                                column,
                                "A character here is not in UTF-8: the file was saved in another encoding. Save it again as \"CSV UTF-8\"."
                                        + " Nothing is guessed, so that no name comes out wrong. The rows after it were not read."));
    }

    @Test
    void the_place_of_a_wrong_byte_is_true_also_far_down_a_file_and_within_the_header() throws IOException {
        var many = HEADER + numbered(5_000) + ROW.replace("Department of Ferries", "D\u00E9partement");
        reader().read(
                        new ByteArrayInputStream(many.getBytes(StandardCharsets.ISO_8859_1)),
                        null,
                        rows::add,
                        faults::add);
        reader().read(
                        new ByteArrayInputStream(
                                HEADER.replace("email", "\u00E9mail").getBytes(StandardCharsets.ISO_8859_1)),
                        null,
                        rows::add,
                        faults::add);

        assertThat(rows).hasSize(5_000);
        assertThat(faults)
                .extracting(ImportFault::line, ImportFault::column)
                .containsExactly(tuple(5_002L, "federal_agency"), tuple(1L, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "x-MacRoman", "UTF-8"})
    void an_encoding_that_the_sender_names_is_read(String encoding) throws IOException {
        var file = HEADER + ROW.replace("Ada Ames", "Zo\u00EB Ames");
        reader().read(
                        new ByteArrayInputStream(file.getBytes(Charset.forName(encoding))),
                        Charset.forName(encoding),
                        rows::add,
                        faults::add);

        assertThat(faults).isEmpty();
        assertThat(rows).extracting(CandidateLine::name).containsExactly("Zo\u00EB Ames");
    }

    static List<Arguments> whatSpreadsheetsLeaveBehind() {
        var file = HEADER + ROW;
        var commas = ",".repeat(12) + "\n";
        return List.of(
                arguments("rows of commas at the end", file + commas.repeat(12)),
                arguments("rows of commas and spaces between", HEADER + commas + " , ,\u00A0,,,,,,,,,,\n" + ROW),
                arguments("a last row of commas without a line end", file + commas.strip()),
                arguments("empty columns at the end", HEADER.replace("\n", ",,,\n") + ROW.replace("\n", ",,,\n")),
                arguments("empty columns in rows only", HEADER + ROW.replace("\n", ", ,\n")),
                arguments("empty columns in the header only", HEADER.replace("\n", ",,\n") + ROW),
                arguments("lines before the header", "\n,,,,\n" + file),
                arguments("semicolons", separatedBy(';', file)),
                arguments(
                        "semicolons and decimal commas", separatedBy(';', file).replace("97.5", "97,5")),
                arguments("semicolons, rows of them at the end", separatedBy(';', file + commas)),
                arguments("tabs", separatedBy('\t', file)),
                arguments("bars", separatedBy('|', file)),
                arguments("sep=, before the header", "sep=,\n" + file),
                arguments("sep=; before the header", "SEP=;\r\n" + separatedBy(';', file)),
                arguments("sep= in quotation marks", "\"sep=\t\"\n" + separatedBy('\t', file)),
                arguments("Ctrl-Z at the end", file + "\u001A"),
                arguments("Ctrl-Z in the last cell", file.strip() + "\u001A"),
                arguments("U+0000 at the end", file + "\u0000".repeat(20_000)),
                arguments(
                        "a header in words",
                        file.replace("applicant_number", "Applicant Number").replace("opted_in", "Opted-in")),
                arguments("lines that end in CR", file.replace('\n', '\r')));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatSpreadsheetsLeaveBehind")
    void what_spreadsheets_leave_behind_is_forgiven(String what, String file) throws IOException {
        read(file);

        assertThat(faults).as(what).isEmpty();
        isAda();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, true, ','",
        "UTF-16BE, true, ';'",
        "UTF-16LE, false, ','",
        "UTF-16BE, false, ','",
        "UTF-8, true, ';'"
    })
    void what_a_byte_order_mark_says_is_believed_and_so_is_what_the_header_shows(
            String encoding, boolean marked, char separator) throws IOException {
        var file = (marked ? "\uFEFF" : "") + separatedBy(separator, HEADER + ROW);
        reader().read(new ByteArrayInputStream(file.getBytes(Charset.forName(encoding))), null, rows::add, faults::add);

        assertThat(faults).isEmpty();
        isAda();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            PK\\3\\4....[Content_Types].xml....xl/workbook.xml            | This is an Excel workbook, not a CSV file. Open it in Excel, choose
            PK\\3\\4....mimetypeapplication/vnd.oasis.opendocument.spreadsheet | This is an OpenDocument spreadsheet, not a CSV file.
            PK\\3\\4....Index/Document.iwa                                 | This is a Numbers spreadsheet, not a CSV file.
            PK\\3\\4....[Content_Types].xml....word/document.xml           | This is a Word document, not a CSV file.
            PK\\3\\4....candidates.csv                                     | This is a ZIP file. Unpack it,
            \\320\\317\\021\\340\\241\\261                                    | This is a workbook of an old Excel, or one that is protected by a password
            \\037\\213\\010                                               | This is a compressed file.
            %PDF-1.7                                                     | This is a PDF document
            <html><table>                                                | This is a web page or an XML file, not a CSV file, whatever its name says.
            [{"applicantNumber":"A-1"}]                                  | This is JSON, not a CSV file.
            """)
    void what_is_no_text_is_called_what_it_is(String beginning, String told) throws IOException {
        var bytes = beginning.translateEscapes().getBytes(StandardCharsets.ISO_8859_1);
        reader().read(new ByteArrayInputStream(bytes), null, rows::add, faults::add);

        assertThat(rows).isEmpty();
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(1);
            assertThat(fault.reason()).startsWith(told);
        });
    }

    @Test
    void a_file_without_a_header_is_told_once() throws IOException {
        read(ROW + ROW.replace("A-1", "A-2"));

        assertThat(faults)
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.reason())
                                .startsWith(
                                        "This line names no column of a candidate file. The first line names the columns: applicant_number,"));
    }

    @Test
    void lines_are_counted_from_the_top_of_the_file_whatever_stands_before_the_header() throws IOException {
        read("sep=;\n\n" + separatedBy(';', HEADER + ROW + ROW.replace("A-1", "A 2") + ROW.replace("A-1", "A-3"))
                + "x;y\n");

        assertThat(rows).extracting(CandidateLine::line).containsExactly(4L, 6L);
        assertThat(faults).extracting(ImportFault::line).containsExactly(5L, 7L);
    }

    @Test
    void a_cell_too_many_is_told_with_what_it_comes_from() throws IOException {
        read(HEADER + ROW.replace("Ada Ames", "Ames, Ada"));

        assertThat(faults)
                .containsExactly(new ImportFault(
                        2,
                        null,
                        "The header has 13 columns, but the row has 14. A cell with the separator of the columns in it needs"
                                + " quotation marks around it."));
    }

    @ParameterizedTest
    @CsvSource({
        "(202) 555-0100 ext. 12,      (202) 555-0100 ext. 12",
        "(202) 555-0100 X12,          (202) 555-0100 X12",
        "202.555.0100 extension 4521, 202.555.0100 extension 4521",
        "'202-555-0100, ext 7',       '202-555-0100, ext 7'",
        "202\u2011555\u20110100 #3,   202-555-0100 #3",
        "+1 202 555 0100x12,          +1 202 555 0100x12",
        "\u200E+49 30 1234567\u200F,  +49 30 1234567",
    })
    void a_phone_number_may_have_an_extension(String phone, String kept) throws IOException {
        read(HEADER + ROW.replace("+1 202-555-0101", "\"" + phone + "\""));

        assertThat(faults).isEmpty();
        assertThat(rows).extracting(CandidateLine::phone).containsExactly(kept);
    }

    @Test
    void an_extension_does_not_make_another_person_of_the_same_name_and_number() throws IOException {
        read(HEADER + ROW.replace("+1 202-555-0101", "(202) 555-0101 ext. 12"));

        assertThat(rows).extracting(row -> row.keys().phone()).containsExactly("2025550101");
    }

    private void isAda() {
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.applicantNumber()).isEqualTo("A-1");
            assertThat(row.name()).isEqualTo("Ada Ames");
            assertThat(row.dutyLocations()).containsExactly("Denver CO", "Remote");
            assertThat(row.score()).isEqualTo(new BigDecimal("97.50"));
            assertThat(row.commutingArea()).isEqualTo("Denver, CO");
            assertThat(row.resumeFile()).isEqualTo("ames.pdf");
        });
    }

    /** As a program saves it: a cell with the separator in it is quoted. */
    private static String separatedBy(char separator, String file) {
        return file.replace("\"Denver, CO\"", "Denver\u0001 CO")
                .replace("Remote;denver  co", separator == ';' ? "\"Remote;denver  co\"" : "Remote;denver  co")
                .replace(',', separator)
                .replace("Denver\u0001 CO", separator == ',' ? "\"Denver, CO\"" : "Denver, CO");
    }

    private static String numbered(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(number -> ROW.replace("A-1", "N-" + number))
                .collect(Collectors.joining());
    }

    @Test
    void a_broken_connection_is_no_fault_of_the_file() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> reader().read(broken, null, rows::add, faults::add))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Property(tries = 300)
    void no_text_whatever_breaks_the_reading_and_no_formula_gets_in(@ForAll @StringLength(max = 60) String anything)
            throws IOException {
        var taken = new ArrayList<CandidateLine>();
        var wrong = new ArrayList<ImportFault>();
        reader().read(utf8(HEADER + ROW.replace("Ada Ames", anything)), null, taken::add, wrong::add);

        assertThat(taken).noneMatch(row -> "=+-@".indexOf(row.name().charAt(0)) >= 0);
        assertThat(taken.isEmpty()).isEqualTo(!wrong.isEmpty());
    }

    // 5 U.S.C. 3309, 5 CFR 332.401(a): the order is that of augmented scores.
    @Test
    void L17_a_score_says_whether_preference_points_are_in_it() throws IOException {
        var byScore = new CandidateFile(List.of("Remote"), assessed(RankingMethod.NUMERIC));
        byScore.read(
                utf8(HEADER.replace("score,", "score,points,")
                        + "A-1,Ada Ames,ada@mail.example,,Remote,,86,5,TP,,,yes,,\n"
                        + "A-2,Bo Burr,bo@mail.example,,Remote,,88,0,,,,yes,,\n"
                        + "A-3,Cy Cole,cy@mail.example,,Remote,,80,10,CPS,,,yes,,\n"
                        + "A-4,Di Dunn,di@mail.example,,Remote,,80,5,CPS,,,yes,,\n"
                        + "A-5,Ed East,ed@mail.example,,Remote,,80,,,,,yes,,\n"),
                null,
                rows::add,
                faults::add);

        assertThat(rows)
                .extracting(CandidateLine::applicantNumber, CandidateLine::score, row -> row.points()
                        .number())
                .containsExactly(
                        tuple("A-1", new BigDecimal("91.00"), new BigDecimal("5.00")),
                        tuple("A-2", new BigDecimal("88.00"), new BigDecimal("0.00")),
                        tuple("A-3", new BigDecimal("90.00"), new BigDecimal("10.00")));
        assertThat(faults)
                .containsExactly(
                        new ImportFault(
                                5,
                                "points",
                                "TP adds 5 points, XP, CP and CPS add 10, and nothing else adds any (5 U.S.C. 3309)."),
                        new ImportFault(
                                6,
                                "points",
                                "This pool is ranked by score: say how many preference points are added to the score, 0 for"
                                        + " none, or give an augmented_score, which has them in it."));
    }

    @Test
    void L17_an_augmented_score_has_the_points_in_it_and_stands_alone() throws IOException {
        var byScore = new CandidateFile(List.of("Remote"), assessed(RankingMethod.NUMERIC));
        byScore.read(
                utf8(HEADER.replace("score,", "score,points,augmented_score,")
                        + "A-1,Ada Ames,ada@mail.example,,Remote,,,,91,TP,,,yes,,\n"
                        + "A-2,Bo Burr,bo@mail.example,,Remote,,86,5,91,TP,,,yes,,\n"),
                null,
                rows::add,
                faults::add);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.score()).isEqualTo(new BigDecimal("91.00"));
            assertThat(row.points()).isEqualTo(Points.INCLUDED);
        });
        assertThat(faults)
                .containsExactly(new ImportFault(
                        3,
                        "augmented_score",
                        "Give the augmented score, which has the preference points in it, or the score and its points: not"
                                + " both."));
    }

    // 5 U.S.C. 3319(a): a pool may use two categories only.
    @Test
    void L12_a_rating_is_one_of_the_pools_categories() throws IOException {
        var two = new Assessment(
                RankingMethod.CATEGORY,
                List.of(Rating.BEST_QUALIFIED, Rating.QUALIFIED),
                new WellQualified(Rating.BEST_QUALIFIED, null));
        new CandidateFile(List.of("Remote"), two)
                .read(
                        utf8(HEADER + "A-1,Ada Ames,ada@mail.example,,Remote,QUALIFIED,,,,,yes,,\n"
                                + "A-2,Bo Burr,bo@mail.example,,Remote,WELL_QUALIFIED,,,,,yes,,\n"),
                        null,
                        rows::add,
                        faults::add);

        assertThat(rows).extracting(CandidateLine::applicantNumber).containsExactly("A-1");
        assertThat(faults)
                .containsExactly(new ImportFault(
                        3, "rating", "This pool has no category WELL_QUALIFIED, but BEST_QUALIFIED and QUALIFIED."));
    }

    // 5 CFR 330.702: whoever is displaced comes first under direct hire, too, if well-qualified.
    @Test
    void L16_in_a_pool_that_ranks_nobody_a_displaced_employee_needs_what_says_whether_well_qualified()
            throws IOException {
        var byRating =
                new Assessment(RankingMethod.UNRANKED, List.of(), new WellQualified(Rating.WELL_QUALIFIED, null));
        new CandidateFile(List.of("Remote"), byRating)
                .read(
                        utf8(HEADER + "A-1,Ada Ames,ada@mail.example,,Remote,,,,ICTAP,Remote,yes,,\n"
                                + "A-2,Bo Burr,bo@mail.example,,Remote,QUALIFIED,,,ICTAP,Remote,yes,,\n"
                                + "A-3,Cy Cole,cy@mail.example,,Remote,,,,,,yes,,\n"),
                        null,
                        rows::add,
                        faults::add);

        assertThat(rows).extracting(CandidateLine::applicantNumber).containsExactly("A-2", "A-3");
        assertThat(faults)
                .containsExactly(new ImportFault(
                        2,
                        "rating",
                        "A priority status needs a rating: it says whether the candidate is well-qualified."));
    }

    private void read(String file) throws IOException {
        reader().read(utf8(file), null, rows::add, faults::add);
    }

    private static CandidateFile reader() {
        return new CandidateFile(List.of("Denver CO", "Remote"), assessed(RankingMethod.CATEGORY));
    }

    private static Assessment assessed(RankingMethod method) {
        return new Assessment(method, List.of(Rating.values()), WellQualified.NOT_SAID);
    }

    private static InputStream utf8(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
