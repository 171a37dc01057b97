package io.crossgov.hiring.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;

/** The letters that both databases write without their accents. */
class NamesInCasesTest {

    @Test
    void each_letter_stands_where_its_accent_is_left_out() {
        assertThat(NamesInCases.WITHOUT).hasSameSizeAs(NamesInCases.ACCENTED).matches("[a-z]+");
        for (int place = 0; place < NamesInCases.ACCENTED.length(); place++) {
            var letter = NamesInCases.ACCENTED.substring(place, place + 1);
            assertThat(Normalizer.normalize(letter, Normalizer.Form.NFD).substring(0, 1))
                    .as(letter)
                    .isEqualTo(NamesInCases.WITHOUT.substring(place, place + 1));
        }
    }

    /** Otherwise PostgreSQL would read every candidate of the country. */
    @Test
    void the_index_is_of_what_is_asked_for() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/db/changelog/across.yaml")))
                .contains(NamesInCases.WITHOUT_ACCENTS.replace("c.name", "name"))
                .contains(NamesInCases.OTHER_LETTERS.replace("c.name", "name"));
    }
}
