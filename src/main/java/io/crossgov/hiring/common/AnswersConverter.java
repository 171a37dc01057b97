package io.crossgov.hiring.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.stereotype.Component;

/** JSON to and from our API: bodies are read by {@link JsonAnswers}, with everything that is wrong said at once. */
@Component
class AnswersConverter extends MappingJackson2HttpMessageConverter {

    private final JsonAnswers answers;
    private final Validator validator;

    AnswersConverter(ObjectMapper json, Validator validator) {
        // The application's own mapper stays as it is: it reads what we have written.
        super(json);
        this.answers =
                new JsonAnswers(json.copy().registerModule(PlainTextModule.ofBodies()), JsonAnswers.Sender.PROGRAM);
        this.validator = validator;
    }

    /** @throws Refusal 400 for a body with answers that cannot be read or are not known */
    @Override
    public Object read(Type type, Class<?> contextClass, HttpInputMessage body) throws IOException {
        var faults = new Faults();
        var javaType = getJavaType(type, contextClass);
        try {
            Object sent = answers.read(answers.parser(body.getBody()), javaType, faults);
            if (!faults.isEmpty() && sent != null) {
                // Who has to mend one answer reads of the others, too; what could be read is checked again when all can
                // be.
                Violations.faults(validator.validate(sent)).stream()
                        .filter(fault -> !faults.isAt(fault.field()))
                        .forEach(faults::add);
            }
            faults.refuseInOrderOf(javaType.getRawClass());
            return sent;
        } catch (JsonProcessingException unreadable) {
            throw new HttpMessageNotReadableException("The body is no JSON.", unreadable, body);
        }
    }
}
