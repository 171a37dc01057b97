package io.crossgov.hiring.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.common.PlainTextModule;
import io.crossgov.hiring.common.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Binds the one JSON object {@code form} of a task form to its record, and back. */
@Component
class FormBinding {

    /** The only variable a form may submit. */
    static final String FORM = "form";

    private final ObjectMapper json;
    private final Validator validator;

    FormBinding(ObjectMapper json, Validator validator) {
        // What a form shows comes back with what it asks; only the record's own properties count. A blank is no answer.
        this.json = json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .registerModule(PlainTextModule.ofForms());
        this.json
                .coercionConfigDefaults()
                .setAcceptBlankAsEmpty(true)
                .setCoercion(
                        com.fasterxml.jackson.databind.cfg.CoercionInputShape.EmptyString,
                        com.fasterxml.jackson.databind.cfg.CoercionAction.AsNull);
        this.validator = validator;
    }

    /** The value that reaches the browser as the variable {@code form}. */
    TypedValue show(Object view) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(view)).create();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A form's view is not JSON-able: " + view.getClass(), unwritable);
        }
    }

    /**
     * Reads and validates what was submitted.
     *
     * @throws Refusal 400 with one sentence for everything that is missing or wrong
     */
    <R> R read(VariableMap submitted, Class<R> type) {
        for (var name : submitted.keySet()) {
            if (!FORM.equals(name)) {
                throw Refusal.invalid(name, "This form does not take the answer \"" + name + "\".");
            }
        }
        R answers = parse(text(submitted.getValueTyped(FORM)), type);
        var violations = validator.validate(answers);
        if (!violations.isEmpty()) {
            var first = violations.stream().min(byPath()).orElseThrow();
            throw Refusal.invalid(
                    first.getPropertyPath().toString(),
                    violations.stream()
                            .sorted(byPath())
                            .map(ConstraintViolation::getMessage)
                            .distinct()
                            .collect(Collectors.joining(" ")));
        }
        return answers;
    }

    /** What was sent, as it was sent: the engine would fail on what is no JSON, before we could say so. */
    private static String text(TypedValue submitted) {
        var sent = submitted instanceof SerializableValue serializable ? serializable.getValueSerialized() : null;
        if (sent != null) {
            return sent;
        }
        var isThere = submitted != null && !(submitted instanceof SerializableValue hidden && !hidden.isDeserialized());
        return isThere && submitted.getValue() != null ? submitted.getValue().toString() : "{}";
    }

    private <R> R parse(String text, Class<R> type) {
        try {
            R answers = json.readValue(text, type);
            if (answers == null) {
                throw Refusal.invalid(FORM, "The form is empty.");
            }
            return answers;
        } catch (JsonMappingException wrong) {
            if (wrong.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            var field = wrong.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "row " + (step.getIndex() + 1) : step.getFieldName())
                    .collect(Collectors.joining("."));
            throw Refusal.invalid(
                    field, "The answer to \"" + PlainText.inWords(field) + "\" cannot be read. Please enter it again.");
        } catch (JsonProcessingException wrong) {
            throw Refusal.invalid(FORM, "The form's answers are not readable. Please reload the task and try again.");
        }
    }

    private static Comparator<ConstraintViolation<?>> byPath() {
        return Comparator.comparing(violation -> violation.getPropertyPath().toString());
    }
}
