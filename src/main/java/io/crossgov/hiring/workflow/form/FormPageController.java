package io.crossgov.hiring.workflow.form;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import io.crossgov.hiring.workflow.engine.EngineWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Forms of the form editor as the HTML that Tasklist shows; what stands in them is read by the form itself, for who looks. */
@RestController
@Tag(name = "Tasks")
class FormPageController {

    private static final String KEY = "camunda-forms:deployment:";
    private static final String EMBEDDED = "embedded:";
    private static final String TASK = "/api/tasks/{id}/form";
    private static final String START = "/api/processes/{id}/form";

    /** What Tasklist adds to the address of every form; it says nothing here. */
    record TasklistAdds(String noCache, String userId, String engineName, String taskId) {}

    private final TaskService taskService;
    private final FormService formService;
    private final RepositoryService repositoryService;
    private final EngineAccess engine;

    FormPageController(
            TaskService taskService,
            FormService formService,
            RepositoryService repositoryService,
            EngineAccess engine) {
        this.taskService = taskService;
        this.formService = formService;
        this.repositoryService = repositoryService;
        this.engine = engine;
    }

    /** What Tasklist is told instead of a task's form key, if that names a form of the form editor: where its HTML is. */
    static String shownAs(String formKey, String taskId) {
        return isOfTheEditor(formKey) ? EMBEDDED + TASK.replace("{id}", taskId) : formKey;
    }

    /** As {@link #shownAs}, for the form that starts a process. */
    static String startShownAs(String formKey, String definitionId) {
        return isOfTheEditor(formKey) ? EMBEDDED + START.replace("{id}", definitionId) : formKey;
    }

    private static boolean isOfTheEditor(String formKey) {
        return formKey != null && formKey.startsWith(KEY);
    }

    @GetMapping(TASK)
    @Operation(summary = "The form of a task as HTML, if it is one of the form editor's")
    ResponseEntity<String> ofTask(
            @CurrentActor Actor actor,
            @PathVariable String id,
            @ModelAttribute @Parameter(hidden = true) TasklistAdds ignored) {
        var task = engine.as(actor, () -> taskService
                .createTaskQuery()
                .taskId(id)
                .initializeFormKeys()
                .singleResult());
        if (task == null) {
            throw Refusal.unknown(EngineWords.NO_SUCH_TASK);
        }
        if (!isOfTheEditor(task.getFormKey())) {
            throw Refusal.unknown(
                    "The form of this task is no form of the form editor; what it shows is at /api/tasks/" + id + ".");
        }
        return page(task.getProcessDefinitionId(), task.getFormKey());
    }

    @GetMapping(START)
    @Operation(summary = "The form that starts a process as HTML, if it is one of the form editor's")
    ResponseEntity<String> ofStart(
            @CurrentActor Actor actor,
            @PathVariable String id,
            @ModelAttribute @Parameter(hidden = true) TasklistAdds ignored) {
        var mayStart = engine.as(actor, () -> repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .startablePermissionCheck()
                .count());
        var key = mayStart == 0 ? null : engine.asItself(() -> formService.getStartFormKey(id));
        if (!isOfTheEditor(key)) {
            throw Refusal.unknown("There is nothing of that name for you to start.");
        }
        return page(id, key);
    }

    /** As it was deployed with the model of the running case. */
    private ResponseEntity<String> page(String definitionId, String formKey) {
        var file = formKey.substring(KEY.length());
        var html = engine.asItself(() -> {
            var deployment =
                    repositoryService.getProcessDefinition(definitionId).getDeploymentId();
            try (var content = repositoryService.getResourceAsStream(deployment, file)) {
                return ModelerForm.of(file, content.readAllBytes()).html();
            } catch (IOException unreadable) {
                throw new IllegalStateException(file, unreadable);
            }
        });
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(html);
    }
}
