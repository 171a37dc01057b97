package io.crossgov.hiring.workflow.tasklist;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.casefile.MessagePreview;
import io.crossgov.hiring.casefile.MessagePreviews;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import io.crossgov.hiring.workflow.engine.EngineWords;
import io.crossgov.hiring.workflow.form.FormBinding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Tasks for scripts: the same forms and rules as in Tasklist. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Tasks")
public class TaskController {

    /**
     * A task the person may work on.
     *
     * @param id the task's own id
     * @param task task id in the model, for example {@code complete-talent-pool-request}
     * @param takenBy user name of who has taken it, or null
     */
    record OpenTask(
            String id, String task, String name, String caseNumber, String agency, String takenBy, Instant due) {}

    /** A task with what its form shows. */
    record TaskWithForm(OpenTask task, @JsonRawValue String form) {}

    private static final int LARGEST_PAGE = 200;

    private final Cases cases;
    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final FormService formService;
    private final VanishedTasks vanishedTasks;
    private final MessagePreviews previews;
    private final EngineAccess engine;

    public TaskController(
            Cases cases,
            TaskService taskService,
            RuntimeService runtimeService,
            FormService formService,
            VanishedTasks vanishedTasks,
            MessagePreviews previews,
            EngineAccess engine) {
        this.cases = cases;
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.formService = formService;
        this.vanishedTasks = vanishedTasks;
        this.previews = previews;
        this.engine = engine;
    }

    @GetMapping
    @Operation(
            summary =
                    "The tasks your roles may work on, soonest due first; of one case if you name it. When there are more than"
                            + " a page holds, the header Link leads to the next one")
    ResponseEntity<List<OpenTask>> mine(
            @CurrentActor Actor actor,
            @RequestParam(name = "case", required = false) String caseNumber,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + LARGEST_PAGE) int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw Refusal.invalid("page", "Pages begin with 0 and have 1 to " + LARGEST_PAGE + " tasks.");
        }
        var ofCase = Optional.ofNullable(caseNumber)
                .map(number -> cases.visible(new CaseNumber(number), actor).number());
        return engine.as(actor, () -> {
            var query = taskService
                    .createTaskQuery()
                    .taskCandidateGroupIn(groups(actor))
                    .includeAssignedTasks();
            ofCase.map(CaseNumber::value).ifPresent(query::processInstanceBusinessKey);
            // As the lists in Tasklist do, by an index.
            query.orderByDueDate().asc().orderByTaskCreateTime().asc();
            // One more than the page holds tells that there is another page.
            var first = (int) Math.min((long) page * size, Integer.MAX_VALUE);
            var found = query.listPage(first, size + 1);
            var answer = ResponseEntity.ok();
            if (found.size() > size) {
                answer.header(HttpHeaders.LINK, "<" + nextPage(ofCase, page, size) + ">; rel=\"next\"");
            }
            return answer.body(open(found.stream().limit(size).toList()));
        });
    }

    private static String nextPage(Optional<CaseNumber> ofCase, int page, int size) {
        return UriComponentsBuilder.fromPath("/api/tasks")
                .queryParamIfPresent("case", ofCase)
                .queryParam("page", page + 1)
                .queryParam("size", size)
                .toUriString();
    }

    @GetMapping("/{id}")
    @Operation(summary = "A task and what its form shows you")
    TaskWithForm one(@CurrentActor Actor actor, @PathVariable String id) {
        return engine.as(actor, () -> {
            var form = formService.getTaskFormVariables(id, List.of(FormBinding.FORM), false);
            var task = taskService.createTaskQuery().taskId(id).singleResult();
            return new TaskWithForm(open(List.of(task)).get(0), String.valueOf(form.get(FormBinding.FORM)));
        });
    }

    @PostMapping("/{id}/take")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a task, so that others see that you work on it")
    void take(@CurrentActor Actor actor, @PathVariable String id) {
        engine.as(actor, () -> {
            taskService.claim(id, actor.userId());
            return null;
        });
    }

    @PostMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Complete a task by submitting its form's answers")
    void submit(@CurrentActor Actor actor, @PathVariable String id, @RequestBody JsonNode answers) {
        complete(actor, id, answers);
    }

    public @PostMapping("/{id}/messages") @Operation(
            summary =
                    "The messages that completing a task with these answers would send; nothing is done and none is sent")
    List<MessagePreview> messages(@CurrentActor Actor actor, @PathVariable String id, @RequestBody JsonNode answers) {
        try {
            return previews.of(actor, () -> complete(actor, id, answers));
        } catch (Refusal overtaken) {
            if (overtaken.kind() != Refusal.Kind.CONFLICT) {
                throw overtaken;
            }
            // Mostly the person's own taking of the task, a moment ago. What changes nothing cannot come too late.
            return previews.of(actor, () -> complete(actor, id, answers));
        }
    }

    private void complete(Actor actor, String id, JsonNode answers) {
        try {
            engine.as(actor, () -> {
                formService.submitTaskForm(
                        id,
                        Map.of(
                                FormBinding.FORM,
                                SpinValues.jsonValue(answers.toString()).create()));
                return null;
            });
        } catch (RuntimeException failure) {
            throw isOfAVanishedTask(failure, id)
                    ? vanishedTasks.why(id, actor).orElseGet(() -> Refusal.unknown(EngineWords.NO_SUCH_TASK))
                    : failure;
        }
    }

    /**
     * In the very moment a task goes, the engine finds no task any more, or no right to it, or fails at a process that has gone on; or the
     * answers are wrong by what whoever was first has changed.
     */
    private boolean isOfAVanishedTask(RuntimeException failure, String id) {
        var isAboutTheTask = !(failure instanceof Refusal refusal) || refusal.kind() != Refusal.Kind.CONFLICT;
        return isAboutTheTask && vanishedTasks.isGone(id);
    }

    private List<OpenTask> open(List<Task> tasks) {
        var instances = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        var caseNumbers = instances.isEmpty()
                ? Map.<String, String>of()
                : engine.asItself(
                        () -> runtimeService.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey)));
        return tasks.stream()
                .map(task -> new OpenTask(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        caseNumbers.get(task.getProcessInstanceId()),
                        task.getTenantId(),
                        task.getAssignee(),
                        instant(task.getDueDate())))
                .toList();
    }

    private static List<String> groups(Actor actor) {
        return actor.roles().stream().map(role -> role.groupId()).toList();
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
