package io.crossgov.hiring.workflow.model;

import io.crossgov.hiring.access.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.util.StringUtils;

/** What a person needs of a task: its step and name, what to do, until when, in which form, and a role whose task it is. */
final class ModelTasks {

    private static final Pattern STEP_NAME = Pattern.compile("[1-8] \\p{Lu}.*");

    private final ModelFindings findings = new ModelFindings();

    private ModelTasks() {}

    /** @return one finding for each thing a person would miss, empty when there is none */
    static List<ModelFinding> check(String processId, BpmnModelInstance model) {
        var tasks = new ModelTasks();
        model.getModelElementsByType(UserTask.class).forEach(tasks::task);
        formKeys(model).forEach((element, key) -> tasks.formKey(processId, element, key));
        return tasks.findings.all();
    }

    /**
     * Forms that the model names but that nobody has made.
     *
     * @param exists whether a form file is there, asked as {@code forms/<process id>/<task id>.form} or {@code .html}
     */
    static List<ModelFinding> missingForms(BpmnModelInstance model, Predicate<String> exists) {
        var findings = new ModelFindings();
        formKeys(model).forEach((element, key) -> {
            var path = key.substring(key.lastIndexOf(':') + 1);
            findings.require(exists.test(path), element, "names the form " + path + ", which is not there.");
        });
        return findings.all();
    }

    private void task(UserTask task) {
        var name = task.getName();
        findings.require(
                StringUtils.hasText(name) && STEP_NAME.matcher(name).matches(),
                task,
                "must have a name that begins with its step, such as \"7 Verify Selection\".");
        findings.require(StringUtils.hasText(task.getCamundaFormKey()), task, "has no form.");
        findings.require(StringUtils.hasText(task.getCamundaDueDate()), task, "has no due date.");
        findings.require(
                ModelRules.isDocumented(task), task, "does not tell the person what to do: it has no documentation.");
        findings.require(!task.getCamundaCandidateGroupsList().isEmpty(), task, "has no candidate group.");
        for (var group : task.getCamundaCandidateGroupsList()) {
            findings.require(
                    Role.ofGroup(group.strip()).isPresent(),
                    task,
                    "is for the group \"" + group + "\", which does not exist.");
        }
    }

    private void formKey(String processId, BaseElement element, String key) {
        var path = ":deployment:forms/" + processId + "/" + element.getId();
        var camundaForm = "camunda-forms" + path + ".form";
        var embeddedForm = "embedded" + path + ".html";
        findings.require(
                key.equals(camundaForm) || key.equals(embeddedForm),
                element,
                "has the form key " + key + " instead of " + camundaForm + " or " + embeddedForm + ".");
    }

    private static Map<BaseElement, String> formKeys(BpmnModelInstance model) {
        var keys = new LinkedHashMap<BaseElement, String>();
        model.getModelElementsByType(StartEvent.class).forEach(start -> keys.put(start, start.getCamundaFormKey()));
        model.getModelElementsByType(UserTask.class).forEach(task -> keys.put(task, task.getCamundaFormKey()));
        keys.values().removeIf(key -> !StringUtils.hasText(key));
        return keys;
    }
}
