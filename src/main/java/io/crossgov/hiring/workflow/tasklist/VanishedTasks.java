package io.crossgov.hiring.workflow.tasklist;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.selection.LostReason;
import io.crossgov.hiring.selection.Selections;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/** Says why a task is gone that somebody was just working on: its candidate was lost meanwhile (L8). */
@Component
public class VanishedTasks {

    private final TaskService taskService;
    private final HistoryService historyService;
    private final Selections selections;
    private final EngineAccess engine;

    VanishedTasks(TaskService taskService, HistoryService historyService, Selections selections, EngineAccess engine) {
        this.taskService = taskService;
        this.historyService = historyService;
        this.selections = selections;
        this.engine = engine;
    }

    /** Why, for somebody who may know; empty when there was no such task, or it was simply done. */
    public Optional<Refusal> why(String taskId, Actor actor) {
        return selectionOf(taskId)
                .flatMap(selectionId -> selections.find(selectionId, actor))
                .flatMap(selection -> selection.lostBecause())
                .filter(Predicate.isEqual(LostReason.CASE_ENDED).negate())
                .map(lost -> lost == LostReason.CANNOT_BE_SELECTED
                        ? Refusal.conflict("This selection has ended: OPM found that the candidate cannot be selected.")
                        : Refusal.conflictByRule("L8", "This candidate is no longer available."));
    }

    /**
     * Whether the task is done, or no longer needed. What was submitted in the very moment then failed of that, however the engine puts it:
     * it looks at the task first, and at its process, which has gone on or ended meanwhile, afterwards.
     */
    public boolean isGone(String taskId) {
        return engine.asItself(
                () -> taskService.createTaskQuery().taskId(taskId).count() == 0);
    }

    private Optional<UUID> selectionOf(String taskId) {
        return engine.asItself(() -> Optional.ofNullable(historyService
                        .createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .finished()
                        .singleResult())
                .map(task -> historyService
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .variableName(RoutingVariable.SELECTION_ID.variableName())
                        .singleResult())
                .map(HistoricVariableInstance::getValue)
                .map(String.class::cast)
                .map(UUID::fromString));
    }
}
