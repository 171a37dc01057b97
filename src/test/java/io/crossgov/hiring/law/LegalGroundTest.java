package io.crossgov.hiring.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People read citations and words, never the ids by which rules are called in here. */
class LegalGroundTest {

    /** An id of a rule in brackets, as it would stand in a sentence; lines of comments may name them. */
    private static final Pattern ID_IN_A_SENTENCE =
            Pattern.compile("(?m)^(?!\\s*(?:\\*|/\\*|//)).*[\"'`>][^\\n]*\\((?:[LD]\\d+)(?:, [LD]\\d+)*\\)");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L14 | 5 U.S.C. 3318(c), 3319(c)",
                "L16 | 5 CFR 330.607, 330.705",
                "D1  | 5 U.S.C. 3318(b)",
                "L8  | Cross-government hiring procedure"
            })
    void a_rule_is_told_by_where_it_is_written(String rule, String told) {
        assertThat(LegalGround.of(rule)).isEqualTo(told);
    }

    @Test
    void no_sentence_names_a_rule_by_our_own_id() throws IOException {
        for (var root : List.of("src/main/java", "src/main/resources", "forms", "bpmn")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (var file : files.filter(path -> path.toString().matches(".*\\.(java|js|html|form|txt|bpmn)"))
                        .toList()) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(ID_IN_A_SENTENCE);
                }
            }
        }
    }
}
