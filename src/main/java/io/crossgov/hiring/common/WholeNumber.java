package io.crossgov.hiring.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/**
 * Reads what is counted in wholes as Jackson does, but for a part of one and for more than there is room for: there Jackson would stop, and
 * what else is wrong would be told only after the person has mended this (2.7 vacancies are not 2).
 */
final class WholeNumber<T> extends JsonDeserializer<T> {

    /** Told to whoever handles the number that it is a whole one. */
    static final String TOO_LARGE = "too large";

    private final Class<T> type;
    private final JsonDeserializer<?> whole;

    private WholeNumber(Class<T> type) {
        this.type = type;
        this.whole = NumberDeserializers.find(type, type.getName());
    }

    /** For every type of whole numbers that answers are made of. */
    static Module everywhere() {
        var module = new SimpleModule(WholeNumber.class.getName());
        add(module, int.class);
        add(module, Integer.class);
        add(module, long.class);
        add(module, Long.class);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type) {
        module.addDeserializer(type, new WholeNumber<>(type));
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            return (T) context.handleWeirdNumberValue(type, parser.getNumberValue(), "not a whole number");
        }
        try {
            return (T) whole.deserialize(parser, context);
        } catch (InputCoercionException tooLarge) {
            return (T) context.handleWeirdNumberValue(type, parser.getNumberValue(), TOO_LARGE);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public T getNullValue(DeserializationContext context) throws JsonMappingException {
        return (T) whole.getNullValue(context);
    }
}
