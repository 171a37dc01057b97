package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that is wrong with JSON that was sent is found at once, named by its path, and nothing is left out in silence. */
class JsonAnswersTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    enum Source {
        NEW,
        EXISTING
    }

    record Row(int number, Source source, String note, List<String> tags) {}

    record Sent(
            String title,
            LocalDate day,
            Integer vacancies,
            boolean agreed,
            List<Row> rows,
            Row one,
            UUID file,
            List<LocalDate> days,
            Map<String, Set<String>> grades) {}

    @Test
    void what_can_be_read_is_read_whole() throws IOException {
        var faults = new Faults();
        var sent = read(
                """
                {"title": "A", "day": "2026-11-18", "vacancies": 2, "agreed": true,
                 "rows": [{"number": 1, "source": "NEW"}], "one": null, "days": ["2026-01-02"]}""",
                faults);
        assertThat(faults.isEmpty()).isTrue();
        assertThat(sent.day()).isEqualTo("2026-11-18");
        assertThat(sent.rows()).containsExactly(new Row(1, Source.NEW, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \"A\", \"title\": \"B\"} | title",
                "{\"title\": \"A\", \"ti\\u0074le\": null} | title",
                "{\"rows\": [{\"number\": 1, \"note\": \"x\", \"note\": \"x\"}]} | note"
            })
    void two_values_under_one_name_are_not_one(String sent, String name) throws IOException {
        var faults = new Faults();
        read(sent, faults);
        assertThatThrownBy(faults::refuse)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).contains(name))
                .hasMessageContaining("is there twice");
    }

    @Test
    void all_that_cannot_be_read_is_said_at_once_in_the_order_of_the_record() {
        assertThat(
                        faults(
                                """
                        {"file": "no-id", "days": ["2026-01-02", "2026-13-45"], "agreed": "perhaps", "vacancies": "many",
                         "rows": [{"number": 1, "source": "NEW"}, {"number": "x", "source": "OLD"}], "day": "11/18/2025",
                         "one": {"source": []}}"""))
                .extracting(Fault::field)
                .containsExactly(
                        "day",
                        "vacancies",
                        "agreed",
                        "rows[1].number",
                        "rows[1].source",
                        "one.source",
                        "file",
                        "days[1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"titel": "A"}                                              | titel
            {"one": {"number": 1, "nmae": {"a": [1]}}}                  | one.nmae
            {"one": {"nmae": 1, "number": 1, "source": "NEW"}}          | one.nmae
            {"one": {"nmae": 1, "number": 1, "source": "NEW", "note": "a"}} | one.nmae
            {"rows": [{"number": 1}, {"x": 1, "number": 2}]}            | rows[1].x
            {"rows": [{"number": 1, "source": "NEW", "note": "b", "x": 1}, {"number": 2}]} | rows[0].x
            """)
    void an_unknown_property_is_named_with_its_path(String sent, String path) {
        assertThat(faults(sent)).containsExactly(new Fault(path, "\"" + path + "\" is not known here."));
    }

    @Test
    void a_part_of_a_whole_number_hides_nothing_else_that_is_wrong() {
        assertThat(faults("{\"vacancies\": 1.5, \"day\": \"soon\", \"rows\": [{\"number\": 0.5}], \"x\": 1}"))
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("vacancies", "day", "rows[0].number", "x");
    }

    @Test
    void a_number_that_there_is_no_room_for_hides_nothing_else_that_is_wrong() {
        assertThat(
                        faults(
                                "{\"vacancies\": 99999999999, \"day\": \"soon\", \"rows\": [{\"number\": 12345678901234567890}]}"))
                .extracting(Fault::field, Fault::sentence)
                .containsExactly(
                        tuple("day", "\"day\" must be a date, for example 2025-03-31."),
                        tuple("vacancies", "\"vacancies\" is a larger number than there can be."),
                        tuple("rows[0].number", "\"rows[0].number\" is a larger number than there can be."));
    }

    @Test
    void unknown_and_unreadable_ones_are_said_together() {
        assertThat(faults("{\"x\": 1, \"day\": \"soon\", \"title\": {\"y\": 2}}"))
                .extracting(Fault::field)
                .contains("day", "title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"day": "soon"}        | "day" must be a date, for example 2025-03-31.
            {"vacancies": "many"}  | "vacancies" must be a whole number.
            {"vacancies": 2.7}     | "vacancies" must be a whole number.
            {"vacancies": "2.7"}   | "vacancies" must be a whole number.
            {"rows": [{"number": 1.5}]} | "rows[0].number" must be a whole number.
            {"agreed": "perhaps"}  | "agreed" must be true or false.
            {"one": {"source": 7}} | "one.source" must be one of NEW, EXISTING.
            {"file": "no-id"}      | "file" cannot be read. Look at its description.
            {"rows": "none"}       | "rows" cannot be read. Look at its description.
            {"grades": {"GS-13": null}}           | "grades.GS-13" has no value (null). Give one, or leave it out.
            {"grades": {"GS-13": ["NH-03", null]}} | "grades.GS-13[1]" has no value (null). Give one, or leave it out.
            {"days": [null]}       | "days[0]" has no value (null). Give one, or leave it out.
            {"rows": [{"number": 1}, null]} | "rows[1]" has no value (null). Give one, or leave it out.
            {"rows": [{"number": 1, "tags": [null]}]} | "rows[0].tags[0]" has no value (null). Give one, or leave it out.
            """)
    void a_sentence_says_what_is_expected(String sent, String sentence) {
        assertThat(faults(sent)).extracting(Fault::sentence).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"rows": [{"number": 1, "source": 0}]} | "rows[0].source" must be one of NEW, EXISTING.
            {"title": true}                        | "title" must be text.
            {"title": 1e308}                       | "title" must be text.
            {"rows": [{"number": 1, "note": -1}]}  | "rows[0].note" must be text.
            {"agreed": 1}                          | "agreed" must be true or false.
            """)
    void nothing_is_taken_for_something_else(String sent, String sentence) {
        assertThat(faults(sent)).extracting(Fault::sentence).containsExactly(sentence);
    }

    @Test
    void what_is_no_json_is_no_answer() {
        for (var sent : List.of("{", "{\"title\": \"A\"} {\"title\": \"B\"}", "A")) {
            assertThatThrownBy(() -> read(sent, new Faults())).isInstanceOf(JsonProcessingException.class);
        }
    }

    private static List<Fault> faults(String sent) {
        var faults = new Faults();
        try {
            read(sent, faults);
            faults.refuseInOrderOf(Sent.class);
        } catch (Refusal refusal) {
            return refusal.faults();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return List.of();
    }

    private static Sent read(String sent, Faults faults) throws IOException {
        var answers = new JsonAnswers(JSON, JsonAnswers.Sender.PROGRAM);
        return answers.read(answers.parser(sent), answers.typeOf(Sent.class), faults);
    }
}
