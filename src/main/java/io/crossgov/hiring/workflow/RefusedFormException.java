package io.crossgov.hiring.workflow;

import io.crossgov.hiring.common.Refusal;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * A refusal on its way through the engine: the engine answers 400 with our sentence and rolls back. Of all the engine's exceptions this
 * is the one that its API takes for the person's and not for its own failure: others it logs, with the sentence and the names in it.
 */
final class RefusedFormException extends FormFieldValidationException {

    private final transient Refusal refusal;

    RefusedFormException(Refusal refusal) {
        super(null, refusal.sentence(), refusal);
        EngineErrorFilter.refused(refusal);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
