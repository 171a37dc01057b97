package io.crossgov.hiring.common;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Arrays;
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
        var javaType = getJavaType(type, contextClass);
        try {
            return read(answers.parser(body.getBody()), javaType, new Faults());
        } catch (JsonProcessingException unreadable) {
            throw new HttpMessageNotReadableException("The body is no JSON.", unreadable, body);
        }
    }

    /** As if it were a body. @param faults what is wrong with it already @throws Refusal 400 with these and all others */
    <R> R read(JsonNode sent, Class<R> type, Faults faults) throws IOException {
        return type.cast(read(answers.parser(sent.toString()), answers.typeOf(type), faults));
    }

    private Object read(JsonParser sent, JavaType type, Faults faults) throws IOException {
        Object read = answers.read(sent, type, faults);
        if (!faults.isEmpty() && read != null) {
            // Who has to mend one answer reads of the others, too; what could be read is checked again when all can be.
            var violations = validator.validate(read).stream()
                    .filter(violation -> !isLeftToTheAddress(violation))
                    .toList();
            Violations.faults(violations).stream()
                    .filter(fault -> !faults.isAt(fault.field()))
                    .forEach(faults::add);
        }
        faults.refuseInOrderOf(type.getRawClass());
        return read;
    }

    private static boolean isLeftToTheAddress(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() == null
                && violation.getRootBeanClass().isRecord()
                && Arrays.stream(violation.getRootBeanClass().getRecordComponents())
                        .anyMatch(answer -> answer.isAnnotationPresent(InAddress.class)
                                && answer.getName()
                                        .equals(violation.getPropertyPath().toString()));
    }
}
