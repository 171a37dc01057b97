package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** A day is the day that was written, or it is refused. */
class IsoDaysTest {

    /** As the application's, whose own modules come after the well-known ones. */
    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .modulesToInstall(new SimpleModule().addDeserializer(LocalDate.class, new IsoDays()))
            .build();

    @Test
    void a_day_that_exists_is_that_day() throws Exception {
        assertThat(JSON.readValue("\"2026-11-18\"", LocalDate.class)).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(JSON.readValue("\"2028-02-29\"", LocalDate.class)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(JSON.readValue("\" \"", LocalDate.class)).isNull();
        assertThat(JSON.readValue("null", LocalDate.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"18/11/2025\"",
                "\"11/18/2025\"",
                "\"2025-02-30\"",
                "\"2026-13-01\"",
                "\"2026-1-1\"",
                "\"2026-11-18T00:00:00Z\"",
                "\"2026-11-18T23:30:00\"",
                "\"20261118\"",
                "\"61118-02-02\"",
                "\"1899-12-31\"",
                "\"2200-01-01\"",
                "\"-2026-11-18\"",
                "20261118",
                "20780",
                "[2026, 11, 18]",
                "{\"year\": 2026}",
                "true"
            })
    void whatever_else_could_be_taken_for_a_day_is_refused(String sent) {
        assertThatThrownBy(() -> JSON.readValue(sent, LocalDate.class)).isInstanceOf(JsonMappingException.class);
    }
}
