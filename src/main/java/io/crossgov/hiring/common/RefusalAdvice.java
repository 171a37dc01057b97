package io.crossgov.hiring.common;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says refusals as problem details (RFC 9457): all that is wrong as {@code errors}, and the first of it as the problem itself. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAdvice {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        var problem = problem(refusal.kind().status(), refusal.sentence());
        refusal.field().ifPresent(field -> problem.setProperty("field", field));
        refusal.rule().ifPresent(rule -> problem.setProperty("rule", rule));
        problem.setProperty("errors", refusal.faults());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException invalid) {
        return refused(Violations.refusal(
                invalid.getBindingResult().getAllErrors(),
                invalid.getParameter().getParameterType()));
    }

    @ExceptionHandler
    ProblemDetail invalid(ConstraintViolationException invalid) {
        return refused(Violations.refusal(invalid));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return problem(400, "The request body is not the JSON this address expects.");
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

    /** A unique key that is taken in the same instant is a lost race; what else the database finds wrong is a failure. */
    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ProblemDetail overtaken(DataAccessException overtaken, HttpServletRequest request) {
        return LostRace.in(overtaken).map(this::refused).orElseGet(() -> FailureAdvice.failed(overtaken, request));
    }

    private static ProblemDetail problem(int status, String sentence) {
        return ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), sentence);
    }
}
