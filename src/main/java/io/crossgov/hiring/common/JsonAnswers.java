package io.crossgov.hiring.common;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the JSON that people's forms and programs send, and finds everything at once that cannot be read. Nothing that is sent is left
 * out in silence: what the type has no place for is a fault, and so are two values under one name.
 */
public final class JsonAnswers {

    /** Who sends: the same fault is put into other words for somebody at a form than for a program. */
    public enum Sender {
        /** Names answers by their labels' words as near as property names come. */
        PERSON(
                path -> "The answer to \"" + PlainText.inWords(path) + "\"",
                "Please enter it again",
                "11/18/2026",
                "This form does not take the answer \"%s\"."),
        /** Names properties as they are written. */
        PROGRAM(path -> "\"" + path + "\"", "Look at its description", "2025-03-31", "\"%s\" is not known here.");

        private final UnaryOperator<String> name;
        private final String advice;
        private final String day;
        private final String unknown;

        Sender(UnaryOperator<String> name, String advice, String day, String unknown) {
            this.name = name;
            this.advice = advice;
            this.day = day;
            this.unknown = unknown;
        }
    }

    /** What a program's property may be called in a sentence, so that an answer does not grow with the question. */
    private static final int LONGEST_NAME = 60;

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    /** How Jackson says it; it tells the name in no other way. */
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

    private final ObjectMapper json;
    private final Sender sender;

    /** @param json how values are read; copied, so that reading what we stored ourselves stays as it is */
    public JsonAnswers(ObjectMapper json, Sender sender) {
        this.json = json.copy()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                // 2.7 vacancies are not 2.
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // Nor is 0 whichever of the words we happen to have written first.
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .registerModule(WholeNumber.everywhere())
                .addHandler(new UnreadableAnswers(this));
        // true is no text, and 1 is not true.
        this.json
                .coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        this.json
                .coercionConfigFor(LogicalType.Boolean)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        // A key without a value is somebody's mistake, as a hole in a list is: see HolesInLists.
        this.json.configOverride(Map.class).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        this.sender = sender;
    }

    /** The type that {@link #read} takes for a class. */
    public JavaType typeOf(Class<?> type) {
        return json.constructType(type);
    }

    /**
     * What was sent, as far as it can be read; unreadable answers are null, zero or false in it.
     *
     * @param faults takes a sentence for each answer that cannot be read or is not known
     * @return null when nothing at all could be read
     * @throws JsonProcessingException when it is no JSON
     */
    public <R> R read(JsonParser sent, JavaType type, Faults faults) throws IOException {
        try {
            return json.readerFor(type)
                    .withAttribute(Faults.class, faults)
                    .readValue(new HolesInLists(sent, path -> faults.add(path, hole(path))));
        } catch (JsonProcessingException unreadable) {
            var twice = saidTwice(unreadable);
            if (twice.isPresent()) {
                faults.add(twice.get(), sender.name.apply(twice.get()) + " is there twice, and only one would count.");
            } else {
                note(unreadable, faults);
            }
            return null;
        }
    }

    private void note(JsonProcessingException unreadable, Faults faults) throws JsonProcessingException {
        if (!faults.isEmpty()
                && unreadable instanceof JsonMappingException
                && !(unreadable instanceof MismatchedInputException)) {
            // A record may stumble over what is missing in it because it could not be read.
            return;
        }
        if (!(unreadable instanceof JsonMappingException wrong)
                || wrong.getPath().isEmpty()) {
            throw unreadable;
        }
        if (wrong instanceof InvalidNullException) {
            // What cannot be read is null as well, and was said.
            if (!faults.isAt(pathOf(wrong))) {
                faults.add(pathOf(wrong), hole(pathOf(wrong)));
            }
            return;
        }
        faults.addAll(UnreadableAnswers.refusalIn(wrong)
                .map(Refusal::faults)
                .orElseGet(() -> List.of(unreadable(
                        pathOf(wrong),
                        wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null))));
    }

    /** The name under which an object says two things. */
    private static Optional<String> saidTwice(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamReadException unreadable) {
                var name = TWICE.matcher(unreadable.getOriginalMessage());
                if (name.matches()) {
                    return Optional.of(shortened(name.group(1)));
                }
            }
        }
        return Optional.empty();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    /** A parser over what was sent, by the rules of this reader. */
    public JsonParser parser(InputStream sent) throws IOException {
        return json.createParser(sent);
    }

    /** A parser over what was sent, by the rules of this reader. */
    public JsonParser parser(String sent) throws IOException {
        return json.createParser(sent);
    }

    private String hole(String path) {
        return sender.name.apply(path) + " has no value (null). Give one, or leave it out.";
    }

    /** @param path empty for the whole of what was sent */
    Fault unreadable(String path, Class<?> expected) {
        if (path.isEmpty()) {
            return new Fault(null, "What was sent is not the one JSON object that is expected here.");
        }
        return new Fault(path, sender.name.apply(path) + " " + expectation(expected));
    }

    Fault tooLarge(String path) {
        return new Fault(path, sender.name.apply(path) + " is a larger number than there can be.");
    }

    Fault unknown(String path) {
        return new Fault(path, String.format(Locale.ROOT, sender.unknown, shortened(path)));
    }

    private String expectation(Class<?> type) {
        if (type != null && type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (LocalDate.class.equals(type)) {
            return "must be a date, for example " + sender.day + ".";
        }
        if (type != null && WHOLE.contains(type)) {
            return "must be a whole number.";
        }
        if (type != null && (type.isPrimitive() && type != boolean.class || Number.class.isAssignableFrom(type))) {
            return "must be a number.";
        }
        if (Boolean.class.equals(type) || boolean.class.equals(type)) {
            return "must be true or false.";
        }
        if (String.class.equals(type)) {
            return "must be text.";
        }
        return "cannot be read. " + sender.advice + ".";
    }

    private static String pathOf(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
