package io.crossgov.hiring.workflow.model;

import io.crossgov.hiring.common.BeforeOpening;
import io.crossgov.hiring.common.StartRefused;
import io.crossgov.hiring.workflow.form.ModelerForm;
import io.crossgov.hiring.workflow.form.TaskForms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code bpmn/} and {@code forms/} together when any of them has changed, so that a running case keeps the forms its
 * model was made with. A model that breaks a rule stops the start: better no new version than a case that runs into it.
 */
@Component
@Order(10)
class ModelDeployment implements BeforeOpening {

    private static final String NAME = "cross-government hiring";
    private static final String MODELS = "bpmn/";
    private static final Pattern PLACE = Pattern.compile("^(?:Fatal )?Error: URI=\\S+ Line=(\\d+): ");
    private static final String NEXT = System.lineSeparator() + "  ";

    private final RepositoryService repositoryService;
    private final TaskForms forms;

    ModelDeployment(RepositoryService repositoryService, TaskForms forms) {
        this.repositoryService = repositoryService;
        this.forms = forms;
    }

    @Override
    public void prepare() {
        var resources = resources();
        check(resources);
        var deployment =
                repositoryService.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        resources.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
    }

    /** Models and forms by their path in the project. */
    private static Map<String, byte[]> resources() {
        var found = new TreeMap<String, byte[]>();
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (var pattern : List.of(MODELS + "*.bpmn", "forms/*/*.form", "forms/*/*.html")) {
                var folder = pattern.substring(0, pattern.indexOf('/') + 1);
                for (var resource : resolver.getResources("classpath:" + pattern)) {
                    var path = resource.getURL().toString();
                    try (var content = resource.getInputStream()) {
                        found.put(path.substring(path.lastIndexOf("/" + folder) + 1), content.readAllBytes());
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("models and forms cannot be read", unreadable);
        }
        return found;
    }

    private void check(Map<String, byte[]> resources) {
        var processIds = resources.keySet().stream()
                .filter(name -> name.startsWith(MODELS))
                .map(ModelDeployment::processId)
                .collect(Collectors.toSet());
        var findings = new LinkedHashMap<String, List<String>>();
        resources.forEach((name, content) -> {
            if (name.endsWith(".form")) {
                var unshown = ModelerForm.of(name, content).findings();
                if (!unshown.isEmpty()) {
                    findings.put(name, unshown);
                }
            }
            if (!name.startsWith(MODELS)) {
                return;
            }
            var model = read(name, content);
            var wrong = Stream.of(
                            ModelRules.check(processId(name), model),
                            ModelTasks.missingForms(model, resources::containsKey),
                            ModelRules.missingProcesses(model, processIds))
                    .flatMap(List::stream)
                    .map(ModelFinding::sentence)
                    .collect(Collectors.toList());
            forms.missingFor(model).forEach(task -> wrong.add("Nothing works behind the form of task " + task + "."));
            if (!wrong.isEmpty()) {
                findings.put(name, wrong);
            }
        });
        if (!findings.isEmpty()) {
            throw new StartRefused(findings.entrySet().stream()
                    .map(found -> found.getKey() + " cannot be deployed:" + NEXT + String.join(NEXT, found.getValue()))
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    /** @throws StartRefused naming the file, and the line where there is one: the parser's own words name neither */
    static BpmnModelInstance read(String name, byte[] content) {
        try {
            return Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (RuntimeException unreadable) {
            throw new StartRefused(
                    name + " is no BPMN file that can be read, and cannot be deployed. " + why(unreadable) + NEXT
                            + "Open it in Camunda Modeler and save it again, or put back the last good version.");
        }
    }

    /** The parser's own words, with the line in ours: it writes "Fatal Error: URI=null Line=7: " before them. */
    private static String why(RuntimeException unreadable) {
        var words = String.valueOf(
                NestedExceptionUtils.getMostSpecificCause(unreadable).getMessage());
        var first = words.lines().findFirst().orElse("");
        var placed = PLACE.matcher(first);
        return placed.find() ? "Line " + placed.group(1) + ": " + first.substring(placed.end()) : first;
    }

    private static String processId(String name) {
        return name.substring(MODELS.length(), name.length() - ".bpmn".length());
    }
}
