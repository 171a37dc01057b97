package io.crossgov.hiring.workflow.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.draft.DraftPlace;
import io.crossgov.hiring.draft.FormDrafts;
import io.crossgov.hiring.draft.KeptDraft;
import io.crossgov.hiring.workflow.engine.EngineAccess;
import io.crossgov.hiring.workflow.engine.EngineWords;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person has entered into a form and not sent yet: for that person alone, as long as the form is his or hers to see. */
@RestController
@Tag(name = "Drafts")
class DraftController {

    private static final String TASK = "/api/tasks/{id}/draft";
    private static final String START = "/api/processes/{id}/draft";
    private static final String REVISION =
            "The revision you saw last, 0 for none; if another is there, nothing is overwritten. Without it, it is.";

    /** That something was kept, and when. */
    record Kept(Instant savedAt, int revision) {}

    private final FormDrafts drafts;
    private final TaskService taskService;
    private final RepositoryService repositoryService;
    private final EngineAccess engine;
    /** Nothing of what was entered is dropped in silence: neither the first of two answers of one name nor what stands behind. */
    private final ObjectReader strict;

    DraftController(
            FormDrafts drafts,
            TaskService taskService,
            RepositoryService repositoryService,
            EngineAccess engine,
            ObjectMapper json) {
        this.drafts = drafts;
        this.taskService = taskService;
        this.repositoryService = repositoryService;
        this.engine = engine;
        strict = json.reader()
                .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @GetMapping(TASK)
    @Operation(summary = "What you entered for a task and did not send yet; 204 when there is nothing")
    ResponseEntity<KeptDraft> ofTask(
            @CurrentActor Actor actor, @PathVariable String id, @RequestParam(required = false) String part) {
        return shown(actor, task(actor, id, part));
    }

    @PutMapping(path = TASK, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Keep what you entered for a task; a part, such as a note on one candidate, is kept by itself")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    Kept keepForTask(
            @CurrentActor Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) String part,
            @Parameter(description = REVISION) @RequestParam(required = false) Integer revision,
            @Parameter(hidden = true) InputStream answers)
            throws IOException {
        return kept(actor, task(actor, id, part), answers, revision);
    }

    @DeleteMapping(TASK)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Drop what you entered for a task")
    void dropOfTask(@CurrentActor Actor actor, @PathVariable String id, @RequestParam(required = false) String part) {
        drafts.discard(actor, task(actor, id, part));
    }

    @GetMapping(START)
    @Operation(summary = "What you entered into a start form, such as that of cross-gov-hiring, and did not send yet")
    ResponseEntity<KeptDraft> ofStart(@CurrentActor Actor actor, @PathVariable String id) {
        return shown(actor, start(actor, id));
    }

    @PutMapping(path = START, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Keep what you entered into a start form")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
    Kept keepForStart(
            @CurrentActor Actor actor,
            @PathVariable String id,
            @Parameter(description = REVISION) @RequestParam(required = false) Integer revision,
            @Parameter(hidden = true) InputStream answers)
            throws IOException {
        return kept(actor, start(actor, id), answers, revision);
    }

    @DeleteMapping(START)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Drop what you entered into a start form")
    void dropOfStart(@CurrentActor Actor actor, @PathVariable String id) {
        drafts.discard(actor, start(actor, id));
    }

    /** @throws Refusal 404 when there is no such task for this person */
    private DraftPlace task(Actor actor, String id, String part) {
        var there =
                engine.as(actor, () -> taskService.createTaskQuery().taskId(id).count());
        if (there == 0) {
            throw Refusal.unknown(EngineWords.NO_SUCH_TASK);
        }
        return DraftPlace.ofTask(id, part);
    }

    /** @throws Refusal 404 when there is no such process that this person may start */
    private DraftPlace start(Actor actor, String processId) {
        var there = engine.as(actor, () -> repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .startablePermissionCheck()
                .count());
        if (there == 0) {
            throw Refusal.unknown("There is nothing of that name for you to start.");
        }
        return DraftPlace.ofStart(processId);
    }

    private ResponseEntity<KeptDraft> shown(Actor actor, DraftPlace place) {
        return drafts.find(actor, place).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent()
                .build());
    }

    private Kept kept(Actor actor, DraftPlace place, InputStream answers, Integer revision) throws IOException {
        var kept = drafts.keep(actor, place, object(answers), revision);
        return new Kept(kept.savedAt(), kept.revision());
    }

    /** Reads no more than can be kept: a character of UTF-8 has at most three bytes for each of Java's. */
    private ObjectNode object(InputStream answers) throws IOException {
        var bytes = answers.readNBytes(3 * FormDrafts.LONGEST + 1);
        if (bytes.length > 3 * FormDrafts.LONGEST) {
            throw FormDrafts.tooLong();
        }
        try {
            if (strict.readTree(new String(bytes, StandardCharsets.UTF_8)) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException notJson) {
            throw Refusal.invalid("answers", "Answers are kept as one JSON object.");
        }
        throw Refusal.invalid("answers", "Answers are kept as one JSON object.");
    }
}
