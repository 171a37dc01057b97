package io.crossgov.hiring.workflow;

import io.crossgov.hiring.casefile.CaseClosed;
import io.crossgov.hiring.casefile.PriorityExtensionAsked;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.selection.CandidateElected;
import io.crossgov.hiring.selection.PassOverAsked;
import io.crossgov.hiring.selection.PassOverFellAway;
import io.crossgov.hiring.selection.SelectionLost;
import io.crossgov.hiring.task.RoutingVariable;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns what features publish into messages to running processes, in the same transaction. */
@Component
class ProcessMessages {

    private final RuntimeService runtimeService;
    private final EngineAccess engine;

    ProcessMessages(RuntimeService runtimeService, EngineAccess engine) {
        this.runtimeService = runtimeService;
        this.engine = engine;
    }

    /** Steps 5 to 8 start for this selectee, beside reviewing. */
    @EventListener
    void on(CandidateElected elected) {
        engine.asItself(() -> runtimeService
                .createMessageCorrelation("candidate-elected")
                .processInstanceBusinessKey(elected.caseNumber().value())
                .setVariable(
                        RoutingVariable.ELECTED_SELECTION_ID.variableName(),
                        elected.selectionId().toString())
                .correlateWithResult());
    }

    /** The selection stops wherever it stands. */
    @EventListener
    void on(SelectionLost lost) {
        engine.asItself(() -> runtimeService
                .createMessageCorrelation("candidate-withdrawn")
                .processInstanceBusinessKey(lost.caseNumber().value())
                .processInstanceVariableEquals(
                        RoutingVariable.SELECTION_ID.variableName(),
                        lost.selectionId().toString())
                .correlateAllWithResult());
    }

    /** Passing over a preference eligible starts beside reviewing. */
    @EventListener
    void on(PassOverAsked asked) {
        try {
            engine.asItself(() -> runtimeService
                    .createMessageCorrelation("pass-over-asked")
                    .processInstanceBusinessKey(asked.caseNumber().value())
                    .setVariable(
                            RoutingVariable.ASKED_PASS_OVER_ID.variableName(),
                            asked.passOverId().toString())
                    .correlateWithResult());
        } catch (MismatchingMessageCorrelationException nobodyReviews) {
            throw Refusal.conflict("Reviewing has ended in this case, or began under an earlier version of the process:"
                    + " OPM cannot be asked from here.");
        }
    }

    /** OPM decides on the pool's reserved days beside whatever the case is doing. */
    @EventListener
    void on(PriorityExtensionAsked asked) {
        engine.asItself(() -> runtimeService
                .createMessageCorrelation("priority-extension-asked")
                .processInstanceBusinessKey(asked.caseNumber().value())
                .correlateWithResult());
    }

    /** The request needs no decision any more. */
    @EventListener
    void on(PassOverFellAway gone) {
        engine.asItself(() -> runtimeService
                .createMessageCorrelation("pass-over-fell-away")
                .processInstanceBusinessKey(gone.caseNumber().value())
                .processInstanceVariableEquals(
                        RoutingVariable.PASS_OVER_ID.variableName(),
                        gone.passOverId().toString())
                .correlateWithResult());
    }

    /** A person closed the case: its process and every selection of it end. */
    @EventListener
    void on(CaseClosed closed) {
        if (closed.byPerson()) {
            engine.asItself(() -> runtimeService
                    .createMessageCorrelation("case-cancelled")
                    .processInstanceBusinessKey(closed.caseNumber().value())
                    .correlateWithResult());
        }
    }
}
