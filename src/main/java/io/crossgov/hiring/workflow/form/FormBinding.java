package io.crossgov.hiring.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.JsonAnswers;
import io.crossgov.hiring.common.PlainTextModule;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.Violations;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Binds the one JSON object {@code form} of a task form to its record, and back. */
@Component
public class FormBinding {

    /** The only variable a form may submit. */
    public static final String FORM = "form";

    private final ObjectMapper json;
    private final JsonAnswers answers;
    private final Validator validator;

    FormBinding(ObjectMapper json, Validator validator) {
        // A blank is no answer.
        this.json = json.copy()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .registerModule(PlainTextModule.ofForms());
        this.json
                .coercionConfigDefaults()
                .setAcceptBlankAsEmpty(true)
                .setCoercion(
                        com.fasterxml.jackson.databind.cfg.CoercionInputShape.EmptyString,
                        com.fasterxml.jackson.databind.cfg.CoercionAction.AsNull);
        this.answers = new JsonAnswers(this.json, JsonAnswers.Sender.PERSON);
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
     * Reads and validates what was submitted, and lets the feature look through it, too, so that everything is said at once.
     *
     * @param more what the feature finds wrong with the answers; some of them may be missing
     * @throws Refusal 400 with one sentence for each answer that is missing, wrong or not known, in the order of the record
     */
    <R> R read(VariableMap submitted, Class<R> type, BiConsumer<R, Faults> more) {
        var faults = new Faults();
        for (var name : submitted.keySet()) {
            if (!FORM.equals(name)) {
                faults.add(name, "This form does not take the answer \"" + name + "\".");
            }
        }
        R given = parse(text(submitted.getValueTyped(FORM)), type, faults);
        if (given != null) {
            faults.addAll(Violations.faults(validator.validate(given)));
            more.accept(given, faults);
        }
        faults.refuseInOrderOf(type);
        return given;
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

    private <R> R parse(String text, Class<R> type, Faults faults) {
        try {
            R given = answers.read(answers.parser(text), answers.typeOf(type), faults);
            if (given == null && faults.isEmpty()) {
                throw Refusal.invalid(FORM, "The form is empty.");
            }
            return given;
        } catch (IOException wrong) {
            throw Refusal.invalid(FORM, "The form's answers are not readable. Please reload the task and try again.");
        }
    }
}
