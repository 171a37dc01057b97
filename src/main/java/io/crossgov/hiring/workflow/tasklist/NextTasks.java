package io.crossgov.hiring.workflow.tasklist;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.task.OpenTask;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** What somebody can go on with who has just finished something in a case. */
@Component
class NextTasks {

    /** Tasks of one case offered at most: as many as stand beside each other for one role, and some. */
    private static final int OFFERED = 20;

    /**
     * What comes next.
     *
     * @param open whether the case is open still
     * @param here what waits for the reader's roles in this case and nobody else has taken, soonest due first
     * @param waiting the others' tasks in the case: who has the ball meanwhile
     * @param elsewhere when nothing waits here: what is due first of what the reader has taken, else of what the reader may take; or null
     */
    record Next(
            CaseNumber caseNumber,
            String positionTitle,
            boolean open,
            List<OpenTask> here,
            List<OpenTask> waiting,
            OpenTask elsewhere) {}

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final OpenTaskFacts facts;
    private final Cases cases;
    private final EngineAccess engine;

    NextTasks(
            TaskService taskService,
            RuntimeService runtimeService,
            OpenTaskFacts facts,
            Cases cases,
            EngineAccess engine) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.facts = facts;
        this.cases = cases;
        this.engine = engine;
    }

    /** The case that a running process belongs to. @throws Refusal 404 when none runs */
    CaseNumber caseOf(String process) {
        return engine.asItself(() -> Optional.ofNullable(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(process)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .map(CaseNumber::new)
                .orElseThrow(() -> Refusal.unknown("There is no such case.")));
    }

    /** @throws Refusal 404 when the reader may not see the case */
    Next of(CaseNumber number, Actor reader) {
        var hiring = cases.visible(number, reader);
        var open = facts.of(List.of(number), reader).get(number);
        var mine = open.stream()
                .filter(task -> task.forReader() && (task.takenBy() == null || task.takenByReader()))
                .limit(OFFERED)
                .toList();
        return new Next(
                number,
                hiring.positionTitle(),
                hiring.isOpen(),
                mine,
                open.stream().filter(task -> !mine.contains(task)).toList(),
                mine.isEmpty() ? elsewhere(reader) : null);
    }

    private OpenTask elsewhere(Actor reader) {
        return engine.as(reader, () -> first(taskService.createTaskQuery().taskAssignee(reader.userId()), reader)
                .or(() -> first(
                        taskService
                                .createTaskQuery()
                                .taskCandidateGroupIn(reader.roles().stream()
                                        .map(Role::groupId)
                                        .toList())
                                .taskUnassigned(),
                        reader))
                .orElse(null));
    }

    private Optional<OpenTask> first(TaskQuery tasks, Actor reader) {
        return facts
                .of(
                        tasks.active()
                                .orderByDueDate()
                                .asc()
                                .orderByTaskCreateTime()
                                .asc()
                                .listPage(0, 1),
                        reader)
                .stream()
                .findFirst();
    }
}
