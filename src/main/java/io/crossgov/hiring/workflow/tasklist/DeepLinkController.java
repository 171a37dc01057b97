package io.crossgov.hiring.workflow.tasklist;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.task.RoutingVariable;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Links in mails: to the task in Tasklist while it is open for the reader, and there to a candidate; to the case's page otherwise. */
@Controller
class DeepLinkController {

    private final TaskService taskService;
    private final EngineAccess engine;

    DeepLinkController(TaskService taskService, EngineAccess engine) {
        this.taskService = taskService;
        this.engine = engine;
    }

    @GetMapping("/go/task")
    String go(
            @CurrentActor Actor actor,
            @RequestParam("case") CaseNumber number,
            @RequestParam String task,
            @RequestParam(required = false) String selection,
            @RequestParam(required = false) String passOver,
            @RequestParam(required = false) UUID candidate) {
        return engine.as(actor, () -> {
            var query = taskService
                    .createTaskQuery()
                    .processInstanceBusinessKey(number.value())
                    .taskDefinitionKey(task);
            if (selection != null && !selection.isBlank()) {
                query.processVariableValueEquals(RoutingVariable.SELECTION_ID.variableName(), selection);
            }
            if (passOver != null && !passOver.isBlank()) {
                query.processVariableValueEquals(RoutingVariable.PASS_OVER_ID.variableName(), passOver);
            }
            return query.listPage(0, 1).stream()
                    .findFirst()
                    .map(open -> "redirect:/camunda/app/tasklist/default/#/?task=" + open.getId()
                            + inTheWorkbench(number, candidate))
                    .orElse("redirect:/cases/" + number);
        });
    }

    /** The workbench shows the candidate whom its address names: see address.js. */
    private static String inTheWorkbench(CaseNumber number, UUID candidate) {
        return candidate == null ? "" : "&workbench=" + number + "/candidate/" + candidate;
    }
}
