package io.crossgov.hiring.workflow.engine;

import io.crossgov.hiring.common.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A refusal on its way through the engine: the engine answers 400 with our sentence and rolls back. Of all the engine's exceptions this
 * is the one that its API takes for the person's and not for its own failure: others it logs, with the sentence and the names in it.
 */
public final class RefusedFormException extends FormFieldValidationException {

    private static final String REFUSAL = RefusedFormException.class.getName() + ".refusal";

    private final transient Refusal refusal;

    public RefusedFormException(Refusal refusal) {
        super(null, refusal.sentence(), refusal);
        remember(refusal);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /** Why the request is refused, if it is: it is answered with that and not with the engine's words. */
    public static Optional<Refusal> whyRefused(HttpServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(REFUSAL));
    }

    private static void remember(Refusal refusal) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFUSAL, refusal, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
