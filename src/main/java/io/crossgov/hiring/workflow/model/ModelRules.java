package io.crossgov.hiring.workflow.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.util.StringUtils;

/**
 * What every process model of this product keeps, whoever drew it: the engine can run it, its words are there, and it holds
 * nothing about a person. The build asks these rules of every file, a deployment asks them again, so that a model which
 * breaks one breaks loudly and before a case runs into it. How a model is drawn the build alone looks at.
 */
final class ModelRules {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final BpmnModelInstance model;
    private final ModelFindings findings = new ModelFindings();

    private ModelRules(BpmnModelInstance model) {
        this.model = model;
    }

    /**
     * Everything a model shows by itself.
     *
     * @param processId what the file is called, without {@code .bpmn}
     * @return one finding a broken rule, empty when the model may be used
     */
    static List<ModelFinding> check(String processId, BpmnModelInstance model) {
        var rules = new ModelRules(model);
        rules.process(processId);
        rules.ids();
        rules.names();
        return Stream.of(
                        rules.findings.all(),
                        ModelQuestions.check(model),
                        ModelTasks.check(processId, model),
                        ModelMachines.check(model),
                        ModelNotices.check(model),
                        ModelPaths.check(model),
                        ModelBehaviour.check(model),
                        ModelConditions.check(model),
                        ModelCalls.check(model),
                        ModelHandOver.check(model))
                .flatMap(List::stream)
                .toList();
    }

    /** Call activities that call a process which is none of {@code processIds}. */
    static List<ModelFinding> missingProcesses(BpmnModelInstance model, Collection<String> processIds) {
        return model.getModelElementsByType(CallActivity.class).stream()
                .filter(call -> !processIds.contains(call.getCalledElement()))
                .map(call -> ModelFinding.of(
                        call, "calls the process \"" + call.getCalledElement() + "\", which is not there."))
                .toList();
    }

    /** Whether an element tells people something about itself. */
    static boolean isDocumented(BaseElement element) {
        return element.getDocumentations().stream().anyMatch(text -> StringUtils.hasText(text.getTextContent()));
    }

    private void process(String processId) {
        var processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            findings.add(new ModelFinding(
                    processId, "The file " + processId + " holds " + processes.size() + " processes instead of one."));
        }
        for (var process : processes) {
            findings.require(
                    process.getId().equals(processId), process, "has another id than its file, " + processId + ".");
            findings.require(process.isExecutable(), process, "is not executable.");
            requireText(process.getName(), process, "has no name.");
            requireText(process.getCamundaVersionTag(), process, "has no version tag.");
            requireText(
                    process.getCamundaHistoryTimeToLiveString(), process, "does not say how long its history is kept.");
            findings.require(isDocumented(process), process, "has no documentation naming the records rule.");
        }
    }

    private void ids() {
        var seen = new HashSet<String>();
        new ModelDocument(model)
                .elements()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .forEach(id -> {
                    if (!seen.add(id)) {
                        findings.add(new ModelFinding(id, "The id " + id + " is used twice."));
                    }
                });
        elements(List.of(Process.class, Participant.class, Lane.class, FlowElement.class))
                .filter(element -> !KEBAB_CASE.matcher(element.getId()).matches())
                .forEach(element -> findings.find(element, "has an id that is not in kebab-case."));
    }

    private void names() {
        elements(List.of(Activity.class, Event.class, Lane.class, Participant.class))
                .forEach(element -> requireText(element.getAttributeValue("name"), element, "has no name."));
    }

    private Stream<BaseElement> elements(List<Class<? extends ModelElementInstance>> types) {
        return types.stream()
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .map(BaseElement.class::cast);
    }

    private void requireText(String text, BaseElement element, String otherwise) {
        findings.require(StringUtils.hasText(text), element, otherwise);
    }
}
