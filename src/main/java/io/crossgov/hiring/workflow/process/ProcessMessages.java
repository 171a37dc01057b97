package io.crossgov.hiring.workflow.process;

import io.crossgov.hiring.casefile.CaseClosed;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.reserved.PriorityExtensionAsked;
import io.crossgov.hiring.selection.CandidateElected;
import io.crossgov.hiring.selection.PassOverAsked;
import io.crossgov.hiring.selection.PassOverFellAway;
import io.crossgov.hiring.selection.SelectionLost;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import io.crossgov.hiring.workflow.engine.EngineWords;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns what features publish into messages to running processes, in the same transaction: the one door to them. A process that has
 * moved on meanwhile, or is being moved in the same instant, refuses with 409.
 */
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
        one(
                "candidate-elected",
                elected.caseNumber(),
                message -> message.setVariable(
                        RoutingVariable.ELECTED_SELECTION_ID.variableName(),
                        elected.selectionId().toString()),
                "Reviewing has ended in this case: nobody can be elected any more.");
    }

    /** The selection stops wherever it stands; it may have stopped already. */
    @EventListener
    void on(SelectionLost lost) {
        correlate(() -> message("candidate-withdrawn", lost.caseNumber())
                .processInstanceVariableEquals(
                        RoutingVariable.SELECTION_ID.variableName(),
                        lost.selectionId().toString())
                .correlateAllWithResult());
    }

    /** Passing over a preference eligible starts beside reviewing. */
    @EventListener
    void on(PassOverAsked asked) {
        one(
                "pass-over-asked",
                asked.caseNumber(),
                message -> message.setVariable(
                        RoutingVariable.ASKED_PASS_OVER_ID.variableName(),
                        asked.passOverId().toString()),
                "Reviewing has ended in this case, or began under an earlier version of the process:"
                        + " OPM cannot be asked from here.");
    }

    /** OPM decides on the pool's reserved days beside whatever the case is doing. */
    @EventListener
    void on(PriorityExtensionAsked asked) {
        one(
                "priority-extension-asked",
                asked.caseNumber(),
                message -> message,
                "This case has ended, or began under an earlier version of the process: OPM cannot be asked from here.");
    }

    /** The request needs no decision any more. */
    @EventListener
    void on(PassOverFellAway gone) {
        one(
                "pass-over-fell-away",
                gone.caseNumber(),
                message -> message.processInstanceVariableEquals(
                        RoutingVariable.PASS_OVER_ID.variableName(),
                        gone.passOverId().toString()),
                "This request has been decided already.");
    }

    /** A person closed the case: its process and every selection of it end. */
    @EventListener
    void on(CaseClosed closed) {
        if (closed.byPerson()) {
            one("case-cancelled", closed.caseNumber(), message -> message, "This case has ended already.");
        }
    }

    /** @param nobodyWaits what the person reads when the process has moved on from where the message was waited for */
    private void one(
            String name, CaseNumber caseNumber, UnaryOperator<MessageCorrelationBuilder> saying, String nobodyWaits) {
        try {
            correlate(() -> saying.apply(message(name, caseNumber)).correlateWithResult());
        } catch (MismatchingMessageCorrelationException late) {
            throw Refusal.conflict(nobodyWaits);
        }
    }

    private MessageCorrelationBuilder message(String name, CaseNumber caseNumber) {
        return runtimeService.createMessageCorrelation(name).processInstanceBusinessKey(caseNumber.value());
    }

    private void correlate(Supplier<?> correlation) {
        try {
            engine.asItself(correlation);
        } catch (OptimisticLockingException overtaken) {
            throw Refusal.conflict(EngineWords.OVERTAKEN);
        }
    }
}
