package io.crossgov.hiring.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/**
 * Lets JSON from people in: every text as {@link PlainText} keeps it, what nobody can keep refused by the name of the answer. Not for JSON
 * that we have written ourselves: what is stored is read as it is.
 */
public final class PlainTextModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private PlainTextModule(boolean emptyIsNoAnswer) {
        super("plain text, " + (emptyIsNoAnswer ? "empty is no answer" : "empty is empty"));
        addDeserializer(String.class, new Text(emptyIsNoAnswer, How.LINE));
        addKeyDeserializer(String.class, new Key());
    }

    /** For bodies of our API: what has nothing to see in it is empty. */
    public static PlainTextModule ofBodies() {
        return new PlainTextModule(false);
    }

    /** For forms, where a field that was left empty is no answer: null. */
    public static PlainTextModule ofForms() {
        return new PlainTextModule(true);
    }

    private enum How {
        LINE,
        SEVERAL_LINES,
        VERBATIM;

        static How of(BeanProperty property) {
            if (property == null) {
                return LINE;
            }
            if (property.getAnnotation(Verbatim.class) != null) {
                return VERBATIM;
            }
            return property.getAnnotation(SeveralLines.class) != null ? SEVERAL_LINES : LINE;
        }
    }

    private static final class Text extends StringDeserializer implements ContextualDeserializer {

        private static final long serialVersionUID = 1L;

        private final boolean emptyIsNoAnswer;
        private final How how;

        Text(boolean emptyIsNoAnswer, How how) {
            this.emptyIsNoAnswer = emptyIsNoAnswer;
            this.how = how;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Text(emptyIsNoAnswer, How.of(property));
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var field = path(parser.getParsingContext());
            var sent = super.deserialize(parser, context);
            try {
                var text = kept(field, sent);
                return emptyIsNoAnswer && text != null && text.isEmpty() ? null : text;
            } catch (Refusal flawed) {
                if (context.getAttribute(Faults.class) instanceof Faults faults) {
                    faults.addAll(flawed.faults());
                    return null;
                }
                throw flawed;
            }
        }

        private String kept(String field, String sent) {
            return switch (how) {
                case LINE -> PlainText.line(field, sent);
                case SEVERAL_LINES -> PlainText.lines(field, sent);
                case VERBATIM -> {
                    PlainText.line(field, sent);
                    yield sent;
                }
            };
        }
    }

    private static final class Key extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return PlainText.line(path(context.getParser().getParsingContext()), key);
        }
    }

    /** Where the parser stands, as a form names it: {@code recipients[1].name}. */
    private static String path(JsonStreamContext place) {
        if (place == null || place.inRoot()) {
            return "";
        }
        var above = path(place.getParent());
        if (place.inArray()) {
            return above + "[" + place.getCurrentIndex() + "]";
        }
        return place.getCurrentName() == null
                ? above
                : above.isEmpty() ? place.getCurrentName() : above + "." + place.getCurrentName();
    }
}
