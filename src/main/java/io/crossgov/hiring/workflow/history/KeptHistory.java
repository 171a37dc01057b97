package io.crossgov.hiring.workflow.history;

import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_CREATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_DELETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_MIGRATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_RESOLVE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.INCIDENT_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.JOB_FAIL;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_END;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_MIGRATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_START;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.PROCESS_INSTANCE_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.TASK_INSTANCE_COMPLETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.TASK_INSTANCE_CREATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.TASK_INSTANCE_DELETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.TASK_INSTANCE_MIGRATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.TASK_INSTANCE_UPDATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.USER_OPERATION_LOG;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_CREATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_DELETE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE;
import static org.camunda.bpm.engine.impl.history.event.HistoryEventTypes.VARIABLE_INSTANCE_UPDATE;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;

/**
 * The engine's history as far as it is read: processes, tasks and the last value of each variable, and what went wrong. Left out are the
 * steps in between (gateways, messages, timers), each change of a variable and whom a task was offered to, which were four fifths of
 * its rows: what happened in a case, who did it and when is told by its decisions, which are kept with the case.
 */
public final class KeptHistory extends AbstractHistoryLevel {

    /** In {@code camunda.bpm.history-level}. */
    public static final String NAME = "as-read";

    /** Stands in the database; the engine starts with the level it finds there only (see {@code engine.yaml} of the changelog). */
    private static final int ID = 10;

    private static final Set<HistoryEventType> KEPT = Set.of(
            PROCESS_INSTANCE_START,
            PROCESS_INSTANCE_UPDATE,
            PROCESS_INSTANCE_MIGRATE,
            PROCESS_INSTANCE_END,
            TASK_INSTANCE_CREATE,
            TASK_INSTANCE_UPDATE,
            TASK_INSTANCE_MIGRATE,
            TASK_INSTANCE_COMPLETE,
            TASK_INSTANCE_DELETE,
            VARIABLE_INSTANCE_CREATE,
            VARIABLE_INSTANCE_UPDATE,
            VARIABLE_INSTANCE_MIGRATE,
            VARIABLE_INSTANCE_DELETE,
            INCIDENT_CREATE,
            INCIDENT_UPDATE,
            INCIDENT_MIGRATE,
            INCIDENT_RESOLVE,
            INCIDENT_DELETE,
            JOB_FAIL,
            // Less what OperationsOfNote leaves out.
            USER_OPERATION_LOG);

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        return KEPT.contains(event);
    }
}
