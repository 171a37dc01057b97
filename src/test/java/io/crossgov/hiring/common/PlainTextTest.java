package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from people: the one form in which it is kept, and when two texts are the same. */
class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë O'Brien",
                "Zoe\u0308 O\u2019Brien",
                "Zoë O\u02BCBrien",
                "Zoë\u00A0O\u2019Brien",
                "  zoë   o\u2019brien ",
                "Zoë\u202FO\u2019Brien\u200B",
                "\u202AZoë O\u2019Brien\u202C",
                "Zoë O\u2019\u00ADBrien",
                "\uFF3Aoë O\uFF07Brien"
            })
    void a_signature_is_the_persons_name_however_it_is_typed(String signature) {
        assertThat(PlainText.same(signature, "Zoë O\u2019Brien")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoe O'Brien", "Zoë OBrien", "Zoë O'Brian", ""})
    void another_name_is_another_name(String signature) {
        assertThat(PlainText.same(signature, "Zoë O\u2019Brien")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Washington,\u00A0DC|Washington, DC",
                "Winston\u2013Salem, NC|Winston-Salem, NC",
                "Wilkes\u2011Barre, PA|Wilkes-Barre, PA",
                "COEUR D\u2019ALENE, ID|Coeur d'Alene, ID",
                "Strasse|Straße",
                "STRA\u1E9EE|Strasse",
                "\u0130ZM\u0130R|izmir",
                "I\u0307zmir|IZMIR",
                "D\u0131yarbak\u0131r|DIYARBAKIR",
                "\uFB01eld o\uFB03ce|Field Office",
                "\u1112\u1161\u11AB\u1100\u1173\u11AF|\uD55C\uAE00",
                "GS\u201113|GS-13",
                "\uFF21\uFF22\u2013\uFF11\uFF12|AB-12",
                "Den\u200Dver,\u200F CO |Denver, CO"
            })
    void places_read_alike_are_the_same(String both) {
        var parts = both.split("\\|");
        assertThat(PlainText.same(parts[0], parts[1])).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "\u200B",
                "\u200B\uFEFF",
                "\u2060 \u00AD",
                "\u202E\u202C",
                "\u3164",
                "\u2800",
                "\u0301",
                "\t\n"
            })
    void what_nobody_can_see_is_empty(String nothing) {
        assertThat(PlainText.line("name", nothing)).isEmpty();
        assertThat(PlainText.isEmpty(nothing)).isTrue();
    }

    @Test
    void what_is_pasted_unseen_is_left_out_and_accents_are_composed() {
        assertThat(PlainText.line("phone", "\u202A202-555-0101\u202C")).isEqualTo("202-555-0101");
        assertThat(PlainText.line("name", "Test \u202Egnitset")).isEqualTo("Test gnitset");
        assertThat(PlainText.line("title", "Re\u0301sume\u0301 Reviewer\r\n")).isEqualTo("Résumé Reviewer");
        assertThat(PlainText.lines("note", " one\r\ntwo\rthree\u00A0\n")).isEqualTo("one\ntwo\nthree");
        assertThat(PlainText.line("name", "Sean O\u2019Neil"))
                .as("as the person writes it")
                .isEqualTo("Sean O\u2019Neil");
    }

    @Test
    void joiners_stay_where_a_script_is_spelled_with_them_and_go_elsewhere() {
        assertThat(PlainText.of("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"))
                .contains("\u200C");
        assertThat(PlainText.of("An\u200Dna")).isEqualTo("Anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ro\u0000bin",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "bell\u0007",
                "\u001B[31mred",
                "half \uD83D",
                "\uDC00half",
                "a\uFFFFb",
                "a\u007Fb"
            })
    void what_nobody_can_keep_is_refused_by_the_name_of_the_field(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PlainText.lines("positionTitle", text))
                .withMessageStartingWith("\"position title\" has a character that cannot be kept (U+")
                .satisfies(refusal -> assertThat(refusal.field()).contains("positionTitle"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x", "a\nb", "a\rb"})
    void a_line_has_no_line_break(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PlainText.line("recipients[1].name", text))
                .withMessage("\"name\" has a line break. Write it in one line.");
    }

    @Property
    void what_is_kept_stays_as_it_is_and_can_be_kept(@ForAll("anything") String text) {
        var kept = PlainText.of(text);
        assertThat(PlainText.of(kept)).isEqualTo(kept);
        assertThat(PlainText.flaw(kept, true)).isEmpty();
        assertThat(Normalizer.isNormalized(kept, Normalizer.Form.NFC)).isTrue();
        assertThat(PlainText.same(text, kept)).isTrue();
    }

    @Property
    void ways_of_writing_the_same_are_the_same(@ForAll("names") String name) {
        assertThat(PlainText.same(name, Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isTrue();
        assertThat(PlainText.same(
                        name,
                        name.replace('\'', '\u2019').replace('-', '\u2013').replace(' ', '\u00A0')))
                .isTrue();
        assertThat(PlainText.same(name, "\u200B " + name.toUpperCase(Locale.ROOT) + "\uFEFF"))
                .isTrue();
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().all().ofMaxLength(12).flatMap(text -> Arbitraries.of(
                        "\u200D",
                        "\u0301",
                        "\u00A0",
                        "\u202E",
                        "\r\n",
                        "'",
                        "\u2019",
                        "é",
                        "\u0915",
                        "\uFE0F",
                        "\uD83D\uDC69")
                .list()
                .ofMaxSize(4)
                .map(more -> text + String.join("", more) + text));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcxyzABCéÉüßñçøåŁ '-.")
                .ofMinLength(1)
                .ofMaxLength(20);
    }
}
