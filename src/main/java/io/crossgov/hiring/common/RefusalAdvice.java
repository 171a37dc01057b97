package io.crossgov.hiring.common;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolationException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says refusals as problem details (RFC 9457), with the field and the rule where there is one. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        var problem = problem(refusal.kind().status(), refusal.sentence());
        refusal.field().ifPresent(field -> problem.setProperty("field", field));
        refusal.rule().ifPresent(rule -> problem.setProperty("rule", rule));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException invalid) {
        List<FieldError> errors = invalid.getBindingResult().getFieldErrors();
        var problem = problem(
                400,
                errors.stream()
                        .map(error -> sentence(error.getField(), error.getDefaultMessage()))
                        .collect(Collectors.joining(" ")));
        if (!errors.isEmpty()) {
            problem.setProperty("field", errors.get(0).getField());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(ConstraintViolationException invalid) {
        var first = invalid.getConstraintViolations().stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .orElseThrow();
        var problem = problem(
                400,
                invalid.getConstraintViolations().stream()
                        .map(violation -> sentence(violation.getPropertyPath().toString(), violation.getMessage()))
                        .sorted()
                        .collect(Collectors.joining(" ")));
        problem.setProperty("field", first.getPropertyPath().toString());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getMostSpecificCause() instanceof Refusal refusal) {
            return refused(refusal);
        }
        if (unreadable.getCause() instanceof JsonMappingException wrong
                && !wrong.getPath().isEmpty()) {
            return unreadable(wrong);
        }
        return problem(400, "The request body is not the JSON this address expects.");
    }

    private static ProblemDetail unreadable(JsonMappingException wrong) {
        var field = wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        var problem = problem(400, "\"" + field + "\" " + expectation(wrong) + ".");
        problem.setProperty("field", field);
        return problem;
    }

    private static String expectation(JsonMappingException wrong) {
        var type = wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type != null && type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (LocalDate.class.equals(type)) {
            return "must be a date, for example 2025-03-31";
        }
        return "has a value that cannot be read";
    }

    /** A part of the address that cannot be what it should be names nothing that exists; a value after "?" is merely wrong. */
    @ExceptionHandler
    ProblemDetail mismatched(MethodArgumentTypeMismatchException mismatched) {
        if (mismatched.getMostSpecificCause() instanceof Refusal refusal) {
            return refused(refusal);
        }
        return mismatched.getParameter().hasParameterAnnotation(PathVariable.class)
                ? problem(404, "There is nothing at this address.")
                : problem(400, "\"" + mismatched.getName() + "\" has a value that cannot be read.");
    }

    @ExceptionHandler
    ProblemDetail overtaken(OptimisticLockingFailureException overtaken) {
        return problem(409, "Somebody changed this while you worked on it. Look at it again, then repeat your change.");
    }

    /** A message that is a sentence speaks for itself; a bare constraint message needs its field's name. */
    private static String sentence(String field, String message) {
        return message != null && message.endsWith(".") ? message : field + " " + message + ".";
    }

    private static ProblemDetail problem(int status, String sentence) {
        return ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), sentence);
    }
}
