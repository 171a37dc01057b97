package io.crossgov.hiring.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.io.IOException;
import java.util.Optional;

/** Lets Jackson go on reading behind an answer that it cannot read, and notes what was wrong and where. */
final class UnreadableAnswers extends DeserializationProblemHandler {

    private final JsonAnswers words;

    UnreadableAnswers(JsonAnswers words) {
        this.words = words;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object bean, String name)
            throws IOException {
        var within = pathOf(around(context, parser));
        faults(context).add(words.unknown(within.isEmpty() ? name : within + "." + name));
        parser.skipChildren();
        return true;
    }

    /** The place of the object that holds the unknown property: records are built when Jackson has read past them or part of them. */
    private static JsonStreamContext around(DeserializationContext context, JsonParser parser) {
        var sent = context.getParser();
        var here = sent.getParsingContext();
        return sent != parser && sent.currentToken() == JsonToken.END_OBJECT ? here : holder(here);
    }

    /** A context that has been entered a moment ago has no name of its own yet. */
    private static JsonStreamContext holder(JsonStreamContext here) {
        return here.hasPathSegment() ? here.getParent() : here.getParent().getParent();
    }

    @Override
    public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String failure) {
        return note(context, type);
    }

    @Override
    public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String failure) {
        if (WholeNumber.TOO_LARGE.equals(failure)) {
            faults(context).add(words.tooLarge(pathOf(context.getParser().getParsingContext())));
            return type.isPrimitive() ? ClassUtil.defaultValue(type) : null;
        }
        return note(context, type);
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String failure)
            throws IOException {
        var raw = type.getRawClass();
        var isScalar = raw.isPrimitive() || raw.getName().startsWith("java.lang.");
        if (token == JsonToken.START_OBJECT && isScalar || parser != context.getParser()) {
            return NOT_HANDLED;
        }
        var noted = note(context, raw);
        parser.skipChildren();
        return noted;
    }

    @Override
    public Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable failure) {
        var refusal = refusalIn(failure);
        refusal.ifPresent(found -> faults(context).addAll(found.faults()));
        return refusal.isPresent() ? null : NOT_HANDLED;
    }

    private Object note(DeserializationContext context, Class<?> type) {
        faults(context).add(words.unreadable(pathOf(context.getParser().getParsingContext()), type));
        return type.isPrimitive() ? ClassUtil.defaultValue(type) : null;
    }

    private static Faults faults(DeserializationContext context) {
        return (Faults) context.getAttribute(Faults.class);
    }

    /** The sentence of a value type, which knows better than Jackson what is wrong with its text. */
    static Optional<Refusal> refusalIn(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    static String pathOf(JsonStreamContext place) {
        var path = new StringBuilder();
        for (var at = place; at != null && !at.inRoot(); at = at.getParent()) {
            if (at.inArray() && at.hasCurrentIndex()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            } else if (at.inObject() && at.hasCurrentName()) {
                path.insert(0, "." + at.getCurrentName());
            }
        }
        return path.toString().replaceFirst("^\\.", "");
    }
}
