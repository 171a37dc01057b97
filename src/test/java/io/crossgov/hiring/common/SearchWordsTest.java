package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found by words: each of them, in whichever order. */
class SearchWordsTest {

    @Test
    void every_word_is_a_condition_of_its_own_and_stands_for_itself() {
        assertThat(new SearchWords("Data\tScientist 100%  data").patterns())
                .containsExactly("%data%", "%scientist%", "%100\\%%");
        assertThat(new SearchWords("O\u2019Brien gs\u201313").patterns()).containsExactly("%o_brien%", "%gs_13%");
        assertThat(new SearchWords("-").patterns()).containsExactly("%-%");
        assertThat(new SearchWords("").patterns()).containsExactly("%%");
    }

    @Test
    void of_very_many_words_the_last_are_one_condition_in_their_order() {
        assertThat(new SearchWords("a b c d e f g h i j k l  m").patterns())
                .hasSize(12)
                .endsWith("%k%", "%l%m%");
    }

    @Test
    void the_conditions_have_the_names_of_their_values() {
        var held = new SearchWords("lee ann").in("lower(c.name)", "word");
        assertThat(held.sql()).isEqualTo("(lower(c.name) like :word0 and lower(c.name) like :word1)");
        assertThat(held.parameters()).containsOnly(entry("word0", "%lee%"), entry("word1", "%ann%"));
    }

    @ParameterizedTest
    @CsvSource({
        "lee jordan, true",
        "Renee, true",
        "renée, true",
        "rene\u0301e lee, true",
        "RENEE A-7, true",
        "Łukasz, true",
        "lee kim, false",
        "'', true"
    })
    void a_text_holds_words_in_any_order_and_letters_without_accents_find_those_with(String typed, boolean found) {
        assertThat(SearchWords.standIn("Jordan Renée Lee Łukasz A-7", new SearchWords(typed).keys()))
                .isEqualTo(found);
    }

    @Test
    void signs_of_other_scripts_are_no_accents() {
        assertThat(SearchWords.standIn("\u304C", new SearchWords("\u304B").keys()))
                .isFalse();
    }
}
