package io.crossgov.hiring.workflow.process;

import io.crossgov.hiring.offer.OfferLeft;
import io.crossgov.hiring.selection.PassOverNoticeLeft;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the timers that wait for an answer in step with the letter that asks for it: a letter that has not left lets nobody's time run
 * out, and when it leaves, the timer counts from that day.
 */
@Component
public class LetterTimers {

    /** When a timer is due whose letter has not left. The engine wants a date; Cockpit shows that it is none of this world. */
    static final Instant NOT_YET = Instant.parse("9999-01-01T00:00:00Z");

    private final RuntimeService runtimeService;
    private final ClockReaders readers;
    private final EngineAccess engine;

    LetterTimers(RuntimeService runtimeService, ClockReaders readers, EngineAccess engine) {
        this.runtimeService = runtimeService;
        this.readers = readers;
        this.engine = engine;
    }

    public static Date notYet() {
        return Date.from(NOT_YET);
    }

    @EventListener
    void on(PassOverNoticeLeft left) {
        readAgain("passOverClock", RoutingVariable.PASS_OVER_ID, left.passOverId());
    }

    @EventListener
    void on(OfferLeft left) {
        readAgain("offerClock", RoutingVariable.SELECTION_ID, left.selectionId());
    }

    private void readAgain(String clock, RoutingVariable key, UUID value) {
        engine.asItself(() -> {
            runtimeService
                    .createProcessInstanceQuery()
                    .variableValueEquals(key.variableName(), value.toString())
                    .list()
                    .forEach(running ->
                            readers.readAgain(clock, running.getProcessDefinitionId(), running.getProcessInstanceId()));
            return null;
        });
    }
}
