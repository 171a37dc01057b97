package io.crossgov.hiring.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a candidate file may hold, and what is said about what it may not. */
class CandidateFileTest {

    private static final String HEADER = "applicant_number,name,email,phone,duty_locations,rating,score,preference,"
            + "priority_status,commuting_area,opted_in,federal_agency,resume_file\n";
    private static final String ROW =
            "A-1,Ada Ames,ada@mail.example,+1 202-555-0101,Remote;denver  co,BEST_QUALIFIED,97.5,CPS,ICTAP,"
                    + "\"Denver, CO\",yes,Department of Ferries,ames.pdf\n";

    private final List<CandidateRow> rows = new ArrayList<>();
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
        assertThat(rows).extracting(CandidateRow::name).containsExactly("Zoë Ångström");
        assertThat(rows).extracting(CandidateRow::line).containsExactly(3L);
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
            phone            | +1 202-555-0101      | +SUM(A1)            | This is not a phone number.
            duty_locations   | Remote;denver  co    | Boise               | The location “Boise” is not one of the pool's: Denver CO; Remote.
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

    @Test
    void a_pool_ranked_by_score_needs_scores_and_no_categories() throws IOException {
        var byScore = new CandidateFile(List.of("Remote"), RankingMethod.NUMERIC);
        byScore.read(
                utf8(HEADER + "A-1,Ada Ames,ada@mail.example,,Remote,,88,,,,yes,,\n"
                        + "A-2,Bo Burr,bo@mail.example,,Remote,QUALIFIED,,,,,yes,,\n"),
                rows::add,
                faults::add);

        assertThat(rows).extracting(CandidateRow::applicantNumber).containsExactly("A-1");
        assertThat(faults)
                .containsExactly(
                        new ImportFault(3, "score", "This pool is ranked by score: each candidate needs a score."));
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

    @Test
    void a_file_in_another_encoding_is_told_so() throws IOException {
        var latin1 = (HEADER + ROW.replace("Ames", "Åmes")).getBytes(StandardCharsets.ISO_8859_1);
        reader().read(new ByteArrayInputStream(latin1), rows::add, faults::add);

        assertThat(rows).isEmpty();
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.reason())
                .isEqualTo("The file is not UTF-8 text from about here. Save it as \"CSV UTF-8\"."));
    }

    @Test
    void a_broken_connection_is_no_fault_of_the_file() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatThrownBy(() -> reader().read(broken, rows::add, faults::add))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Property(tries = 300)
    void no_text_whatever_breaks_the_reading_and_no_formula_gets_in(@ForAll @StringLength(max = 60) String anything)
            throws IOException {
        var taken = new ArrayList<CandidateRow>();
        var wrong = new ArrayList<ImportFault>();
        reader().read(utf8(HEADER + ROW.replace("Ada Ames", anything)), taken::add, wrong::add);

        assertThat(taken).noneMatch(row -> "=+-@".indexOf(row.name().charAt(0)) >= 0);
        assertThat(taken.isEmpty()).isEqualTo(!wrong.isEmpty());
    }

    private void read(String file) throws IOException {
        reader().read(utf8(file), rows::add, faults::add);
    }

    private static CandidateFile reader() {
        return new CandidateFile(List.of("Denver CO", "Remote"), RankingMethod.CATEGORY);
    }

    private static InputStream utf8(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
