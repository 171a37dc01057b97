package io.crossgov.hiring.workflow;

import static io.crossgov.hiring.access.PageToken.csrf;
import static io.crossgov.hiring.workflow.Answers.both;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.common.Fault;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.document.DocumentOwner;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.SampleFiles;
import io.crossgov.hiring.pool.PoolDetails;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/**
 * A person at work: sees and completes tasks with his or her own groups and tenants, through the forms, as a browser does: what the
 * form shows goes back with what the person enters.
 */
public final class Colleague {

    private static final String MACHINES_DAY = "\\b\\d{4}-\\d{2}-\\d{2}\\b";

    private final Stage stage;
    private final Actor actor;
    private final Authentication signedIn;

    Colleague(Stage stage, Actor actor, Authentication signedIn) {
        this.stage = stage;
        this.actor = actor;
        this.signedIn = signedIn;
    }

    public Actor actor() {
        return actor;
    }

    public String name() {
        return actor.name();
    }

    // --- forms
    // --------------------------------------------------------------------------------------------------------

    /** Opens a case for a position from a pool. */
    Hire opensCase(HireScenario scenario, PoolDetails pool, Map<String, Object> answers) {
        var definition = stage.repositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("cross-gov-hiring")
                .latestVersion()
                .singleResult()
                .getId();
        var filled = form(json(answers));
        var effort = new Effort();
        var started = new AtomicReference<ProcessInstance>();
        var statements = new ArrayList<String>();
        granted("open a case", () -> {
            effort.during(() -> statements.addAll(StatementCounter.during(() -> started.set(
                    stage.access().as(actor, () -> stage.formService().submitStartForm(definition, filled))))));
            return null;
        });
        var hire = new Hire(scenario, stage, pool, started.get(), effort);
        hire.costs().put("complete open-case", statements);
        return scenario.opened(hire);
    }

    /** Is refused to open a case with these answers. */
    Refused cannotOpenCase(Map<String, Object> answers) {
        var definition = stage.repositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("cross-gov-hiring")
                .latestVersion()
                .singleResult()
                .getId();
        try {
            stage.access().as(actor, () -> stage.formService().submitStartForm(definition, form(json(answers))));
        } catch (Refusal refusal) {
            return Refused.of(refusal);
        }
        return fail("%s opened a case", name());
    }

    /** The open task, if it is there for this person. */
    public Optional<Task> find(Work work, String taskId) {
        return stage
                .access()
                .as(actor, () -> work.among(stage.taskService().createTaskQuery())
                        .taskDefinitionKey(taskId)
                        .listPage(0, 10))
                .stream()
                .findFirst();
    }

    /** What the form of an open task shows this person. */
    JsonNode opens(Work work, String taskId) {
        return opens(work, task(work, taskId));
    }

    private JsonNode opens(Work work, Task task) {
        var taskId = task.getTaskDefinitionKey();
        var shown = new AtomicReference<String>();
        granted("open " + taskId, () -> {
            work.costs(
                    "open " + taskId,
                    () -> shown.set(stage.access()
                            .as(
                                    actor,
                                    () -> String.valueOf(stage.formService()
                                            .getTaskFormVariables(task.getId(), List.of("form"), false)
                                            .get("form")))));
            return null;
        });
        return read(shown.get());
    }

    /** Takes a task, so that it is nobody else's. */
    public void takes(Work work, String taskId) {
        belongsTo(actor.userId(), work, taskId);
    }

    /** Gives a task back that was taken. */
    public void givesBack(Work work, String taskId) {
        belongsTo(null, work, taskId);
    }

    private void belongsTo(String userId, Work work, String taskId) {
        var task = task(work, taskId).getId();
        work.costs(
                userId == null ? "give back" : work instanceof Hire ? "take" : "take in a selection",
                () -> stage.access().as(actor, () -> {
                    stage.taskService().claim(task, userId);
                    return null;
                }));
    }

    /** Completes a task as usual. */
    public void completes(Work work, String taskId) {
        completes(work, taskId, Map.of());
    }

    /** Completes a task with these answers on top of the usual ones. */
    public void completes(Work work, String taskId, Map<String, Object> answers) {
        var found = new AtomicReference<Task>();
        work.costs("find a task", () -> found.set(task(work, taskId)));
        var task = found.get();
        var filled = filled(work, task, answers);
        granted("complete " + taskId, () -> {
            work.costs("complete " + taskId, () -> submit(task.getId(), filled));
            return null;
        });
        assertThat(stage.taskService().createTaskQuery().taskId(task.getId()).count())
                .as(taskId + " is done")
                .isZero();
    }

    /** Is refused: reads a sentence, the task stays open, nothing is saved and the process stays where it is. */
    Refused cannotComplete(Work work, String taskId, Map<String, Object> answers) {
        var task = task(work, taskId);
        return refusedToSubmit(work, task.getId(), filled(work, taskId, answers));
    }

    /** As {@link #cannotComplete}, with exactly what is given instead of a filled form. */
    Refused cannotSubmit(Work work, String taskId, Map<String, Object> variables) {
        var task = task(work, taskId);
        return refused(work, () -> stage.access().as(actor, () -> {
            stage.formService().submitTaskForm(task.getId(), variables);
            return null;
        }));
    }

    /** Is refused on a task that is somebody else's to do, with its id and the right answers at hand. */
    Refused cannotTouch(Work work, String taskId, Colleague whose, Map<String, Object> answers) {
        var task = whose.task(work, taskId);
        return refusedToSubmit(work, task.getId(), json(both(work.usualAnswers(taskId, whose), answers)));
    }

    private Refused refusedToSubmit(Work work, String taskInstance, ObjectNode answers) {
        return refused(work, () -> submit(taskInstance, answers));
    }

    /** Whatever is tried: it is refused, and the case stays as it was. */
    Refused refused(Work work, Runnable attempt) {
        var before = Standing.of(stage, work.caseNumber());
        try {
            attempt.run();
        } catch (Refusal refusal) {
            assertThat(Standing.of(stage, work.caseNumber()))
                    .as("the case after: " + refusal.sentence())
                    .isEqualTo(before);
            return Refused.of(refusal);
        }
        return fail("%s was not refused", name());
    }

    /** What must not be refused: if it is, the test fails with the sentence. */
    private <T> T granted(String what, Supplier<T> doing) {
        try {
            return doing.get();
        } catch (Refusal refusal) {
            throw new AssertionError(name() + " could not " + what + ": " + refusal.sentence(), refusal);
        }
    }

    private Task task(Work work, String taskId) {
        return find(work, taskId)
                .orElseThrow(() -> new AssertionError("%s has no task %s in %s; open for %s: %s"
                        .formatted(name(), taskId, work.caseNumber(), "anybody", openTasks(work))));
    }

    private Set<String> openTasks(Work work) {
        return work.among(stage.taskService().createTaskQuery()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What the form of the task holds when it is filled in as usual but for these answers: answers only, and without what the form does
     * not show then, as the browser sends them. These answers themselves are sent in any case.
     */
    public ObjectNode filled(Work work, String taskId, Map<String, Object> answers) {
        return filled(work, task(work, taskId), answers);
    }

    private ObjectNode filled(Work work, Task task, Map<String, Object> answers) {
        var taskId = task.getTaskDefinitionKey();
        var view = opens(work, task);
        var filled = (ObjectNode) view.deepCopy();
        filled.setAll(json(both(work.usualAnswers(taskId, this), answers)));
        FormOnScreen.of(taskId).hidden(view, filled).stream()
                .filter(path -> !answers.containsKey(path.replaceAll("\\[.*", "")))
                .forEach(path -> leavesOut(filled, path));
        return answersOnly(filled, stage.forms().ofTask(taskId).orElseThrow().answers());
    }

    private static void leavesOut(ObjectNode filled, String path) {
        var name = path.substring(path.lastIndexOf('.') + 1);
        var row = path.substring(0, Math.max(0, path.length() - name.length() - 1));
        ((ObjectNode) filled.at(row.isEmpty() ? "" : "/" + row.replace("[", "/").replace("]", ""))).remove(name);
    }

    /** As a form in the browser sends them: without what it only shows. */
    private static ObjectNode answersOnly(ObjectNode sent, Class<?> record) {
        var names = new LinkedHashSet<String>();
        for (var component : record.getRecordComponents()) {
            names.add(component.getName());
            if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> row
                    && row.isRecord()) {
                sent.path(component.getName()).forEach(each -> answersOnly((ObjectNode) each, row));
            }
        }
        return sent.retain(names);
    }

    void submit(String taskInstance, ObjectNode answers) {
        stage.access().as(actor, () -> {
            stage.formService().submitTaskForm(taskInstance, form(answers));
            return null;
        });
    }

    ObjectNode json(Map<String, Object> answers) {
        return stage.json().valueToTree(answers);
    }

    static Map<String, Object> form(ObjectNode answers) {
        return Map.of("form", SpinValues.jsonValue(answers.toString()).create());
    }

    // --- files and the API -----------------------------------------------------------------------------------------

    /** Uploads a paper to the case, as a form does at once. */
    UUID uploads(Hire hire, DocumentPurpose purpose) {
        return uploads(hire, purpose, SampleFiles.pdf(purpose.word() + " " + UUID.randomUUID()));
    }

    UUID uploads(Hire hire, DocumentPurpose purpose, byte[] content) {
        var owner = DocumentOwner.ofCase(hire.number(), hire.agency());
        var stored = new AtomicReference<UUID>();
        hire.costs(
                "upload a paper",
                () -> stored.set(stage.documents()
                        .store(
                                owner,
                                purpose,
                                purpose.word().toLowerCase(java.util.Locale.ROOT) + ".pdf",
                                new ByteArrayInputStream(content),
                                actor)
                        .id()));
        return stored.get();
    }

    /** Is refused when uploading a file from a form of the case; nothing of it stays. */
    Refused cannotUpload(Hire hire, DocumentPurpose purpose, String fileName, byte[] content) {
        return refused(
                hire,
                () -> answered(multipart("/api/cases/" + hire.caseNumber() + "/documents")
                        .file(new MockMultipartFile("file", fileName, MediaType.APPLICATION_PDF_VALUE, content))
                        .param("purpose", purpose.word())
                        .contentType(MediaType.parseMediaType("multipart/form-data; boundary=between-parts"))));
    }

    /** Asks for a file. @return the status of the answer */
    int downloads(UUID document) {
        return download(document).getStatus();
    }

    byte[] contentOf(UUID document) {
        return download(document).getContentAsByteArray();
    }

    private MockHttpServletResponse download(UUID document) {
        try {
            return stage.http()
                    .perform(get("/api/documents/" + document).with(authentication(signedIn)))
                    .andReturn()
                    .getResponse();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Sends a page's form with a file, or without one. @return what the page answers, empty when it leads on */
    String fills(String path, Map<String, String> typed, byte[] file) {
        try {
            var form = multipart(path);
            if (file != null) {
                form.file(new MockMultipartFile("document", "paper.pdf", MediaType.APPLICATION_PDF_VALUE, file));
            }
            typed.forEach(form::param);
            form.contentType(MediaType.parseMediaType("multipart/form-data; boundary=between-parts"));
            return stage.http()
                    .perform(form.with(authentication(signedIn)).with(csrf()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    JsonNode gets(String path) {
        return answered(get(path));
    }

    /** A page of ours, as HTML; it shows days as people write them. */
    String looksAt(String path) {
        try {
            var page = asks(path).getContentAsString(StandardCharsets.UTF_8);
            assertThat(page.replaceAll("<[^>]*>", " ")).as(path).doesNotContainPattern(MACHINES_DAY);
            return page;
        } catch (UnsupportedEncodingException cannotBe) {
            throw new AssertionError(cannotBe);
        }
    }

    /** Where a link leads on to. */
    String isLedTo(String path) {
        return asks(path).getRedirectedUrl();
    }

    /** Whatever is answered, with its headers. */
    public MockHttpServletResponse asks(String path) {
        try {
            return stage.http()
                    .perform(get(path).with(authentication(signedIn)))
                    .andReturn()
                    .getResponse();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    public JsonNode posts(String path, Object body) {
        return answered(post(path).contentType(MediaType.APPLICATION_JSON).content(written(body)));
    }

    JsonNode puts(String path) {
        return answered(put(path));
    }

    JsonNode puts(String path, Object body) {
        return answered(put(path).contentType(MediaType.APPLICATION_JSON).content(written(body)));
    }

    JsonNode deletes(String path) {
        return answered(delete(path));
    }

    /** Is refused over HTTP; the case stays as it was. */
    Refused cannotPost(Work work, String path, Object body) {
        return refused(work, () -> posts(path, body));
    }

    /** As {@link #cannotPost}, of what only reads. */
    Refused cannotGet(Work work, String path) {
        return refused(work, () -> gets(path));
    }

    private JsonNode read(String text) {
        try {
            return stage.json().readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private String written(Object body) {
        try {
            return stage.json().writeValueAsString(body);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    private JsonNode answered(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            var response = stage.http()
                    .perform(request.with(authentication(signedIn)).with(csrf()))
                    .andReturn()
                    .getResponse();
            var body = response.getContentAsString(StandardCharsets.UTF_8);
            var answer = body.isEmpty() ? stage.json().nullNode() : read(body);
            if (response.getStatus() >= 400) {
                throw refusal(response.getStatus(), answer);
            }
            return answer;
        } catch (RuntimeException refusedOrFailed) {
            throw refusedOrFailed;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** The problem details of an answer as the refusal they tell of. */
    private static Refusal refusal(int status, JsonNode problem) {
        var sentence = problem.path("detail").asText(problem.toString());
        var rule = problem.path("rule").asText(null);
        return switch (status) {
            case 403 -> Refusal.notYours(sentence);
            case 404 -> Refusal.unknown(sentence);
            case 409 -> rule == null ? Refusal.conflict(sentence) : Refusal.conflictByRule(rule, sentence);
            case 400 ->
                Refusal.invalid(StreamSupport.stream(problem.path("errors").spliterator(), false)
                        .map(error -> new Fault(
                                error.path("field").asText(null),
                                error.path("rule").asText(null),
                                error.path("sentence").asText()))
                        .toList());
            default -> throw new AssertionError("status " + status + ": " + problem);
        };
    }
}
