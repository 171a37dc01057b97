package io.crossgov.hiring.workflow.tasklist;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.task.OpenTask;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the task lists show of each task, what a search finds, and what comes next. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Tasks")
class TaskListController {

    /** Tasks told of at once. */
    private static final int LONGEST = 100;

    /**
     * What somebody looks for. In a body and not in the address: it may be a candidate's name.
     *
     * @param words of a case's number, a position's title or, for people who may know it, a candidate's name
     */
    record Search(String words) {}

    private final TaskService taskService;
    private final OpenTaskFacts facts;
    private final TaskSearch search;
    private final NextTasks next;
    private final EngineAccess engine;

    TaskListController(
            TaskService taskService, OpenTaskFacts facts, TaskSearch search, NextTasks next, EngineAccess engine) {
        this.taskService = taskService;
        this.facts = facts;
        this.search = search;
        this.next = next;
        this.engine = engine;
    }

    @GetMapping("/facts")
    @Operation(summary = "What each of these tasks is about, who has it and until when; those you may see")
    List<OpenTask> facts(@CurrentActor Actor actor, @RequestParam Set<String> ids) {
        if (ids.size() > LONGEST) {
            throw Refusal.invalid("ids", "Ask for at most " + LONGEST + " tasks at once.");
        }
        return ids.isEmpty()
                ? List.of()
                : engine.as(
                        actor,
                        () -> facts.of(
                                taskService
                                        .createTaskQuery()
                                        .taskIdIn(ids.toArray(String[]::new))
                                        .listPage(0, LONGEST),
                                actor));
    }

    @PostMapping("/search")
    @Operation(
            summary =
                    "The cases that words are about: a number, a position's title, or a candidate's name if you may know it")
    TaskSearch.Found search(@CurrentActor Actor actor, @RequestBody Search wanted) {
        return search.of(wanted.words(), actor);
    }

    @GetMapping("/next")
    @Operation(summary = "What you can do next: in this case, else what is due first of all that is yours")
    NextTasks.Next next(
            @CurrentActor Actor actor,
            @RequestParam(name = "case", required = false) String caseNumber,
            @RequestParam(required = false) String process) {
        if (caseNumber == null && process == null) {
            throw Refusal.invalid("case", "Name the case.");
        }
        return next.of(caseNumber == null ? next.caseOf(process) : new CaseNumber(caseNumber), actor);
    }
}
