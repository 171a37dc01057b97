package io.crossgov.hiring.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The log as it is written, by the very rules of the product. */
@ExtendWith(OutputCaptureExtension.class)
class OneLineTest {

    private static final Logger LOG = LoggerFactory.getLogger(OneLineTest.class);
    private static final String FORGED = "2026-11-28T13:45:00.000Z  INFO 2132 --- [main] audit : FORGED";

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "Zo\u00eb O\u2019Neill, 3 % of \u65e5\u672c \ud83d\ude00",
                        "Zo\u00eb O\u2019Neill, 3 % of \u65e5\u672c \ud83d\ude00"),
                Arguments.of("a\rb\nc\td", "a\\rb\\nc\\td"),
                Arguments.of("a\0b\033c\177", "a\\u0000b\\u001Bc\\u007F"),
                Arguments.of("a\u202eb\u2028c\ufeff\ud800", "a\\u202Eb\\u2028c\\uFEFF\\uD800"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void what_would_break_or_bend_a_line_is_written_out(String text, String line) {
        assertThat(OneLine.of(text)).isEqualTo(line);
    }

    @Test
    void nobody_begins_a_line_of_the_log(CapturedOutput log) {
        LOG.error("Could not read {}", "Olivia\r\n" + FORGED);
        LOG.error(
                "failed", new IllegalStateException("Olivia\n" + FORGED, new IllegalArgumentException("x\r" + FORGED)));

        assertThat(log.getAll().lines()).noneMatch(line -> line.startsWith(FORGED));
        assertThat(log.getAll()).contains("Olivia\\r\\n" + FORGED, "IllegalStateException: Olivia\\n", "\tat ");
    }

    @Test
    void a_failure_of_the_database_or_of_a_parser_is_told_without_what_it_quotes(CapturedOutput log) {
        var sql = new SQLException("Key (name)=(CANARY Marchand) already exists", "23505");
        sql.addSuppressed(new IllegalStateException("CANARY suppressed"));
        LOG.error("first", new IllegalStateException("insert into candidate CANARY", sql));
        try {
            new ObjectMapper().readValue("{\"a\":\"CANARY Marchand\"}", Numbers.class);
        } catch (JsonProcessingException wrong) {
            LOG.error("second", wrong);
        }

        assertThat(log.getAll())
                .doesNotContain("CANARY")
                .contains("SQL state 23505", "first", "second", "InvalidFormatException");
    }

    record Numbers(int a) {}
}
