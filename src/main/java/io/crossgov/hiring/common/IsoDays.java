package io.crossgov.hiring.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.springframework.boot.jackson.JsonComponent;

/**
 * A day in what people and programs send: {@code 2026-11-18} and nothing else, a day that exists, in the years 1900 to 2199. What Jackson
 * would make a day of besides, such as a moment, a number or three numbers, is refused: no legal day may stand on record that nobody meant.
 */
@JsonComponent
class IsoDays extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    IsoDays() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        var text = parser.getText().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text, DAY);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // Told below, without the text: it may be anything.
        }
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day of the form 2026-11-18");
    }
}
