package io.crossgov.hiring.workflow.model;

import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.util.StringUtils;

/**
 * Where a model decides, it asks one question, names every answer, and reads one routing variable; the default is taken when no answer
 * holds. Whether the answers can be given {@link ModelConditions} looks at.
 */
final class ModelQuestions {

    private final BpmnModelInstance model;
    private final ModelFindings findings = new ModelFindings();

    private ModelQuestions(BpmnModelInstance model) {
        this.model = model;
    }

    /** @return one finding for each question that is not whole, empty when there is none */
    static List<ModelFinding> check(BpmnModelInstance model) {
        var questions = new ModelQuestions(model);
        questions.gateways();
        questions.conditions();
        return questions.findings.all();
    }

    private void gateways() {
        for (var gateway : model.getModelElementsByType(Gateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                if (gateway instanceof ExclusiveGateway exclusive) {
                    question(exclusive, exclusive.getDefault());
                } else if (gateway instanceof InclusiveGateway inclusive) {
                    question(inclusive, inclusive.getDefault());
                }
            }
        }
    }

    private void question(Gateway gateway, SequenceFlow defaultFlow) {
        var name = gateway.getName();
        findings.require(StringUtils.hasText(name), gateway, "has no name.");
        findings.require(
                !StringUtils.hasText(name) || name.endsWith("?"), gateway, "is named without asking a question.");
        findings.require(
                defaultFlow != null && gateway.getOutgoing().contains(defaultFlow),
                gateway,
                "has no default among its answers.");
        for (var answer : gateway.getOutgoing()) {
            findings.require(StringUtils.hasText(answer.getName()), answer, "is an answer without a name.");
            findings.require(
                    answer.getId().startsWith(gateway.getId() + "-"),
                    answer,
                    "is an answer whose id does not begin with its question, " + gateway.getId() + ".");
            if (answer.equals(defaultFlow)) {
                findings.require(
                        answer.getConditionExpression() == null, answer, "is the default but has a condition.");
            } else {
                findings.require(
                        answer.getConditionExpression() != null, answer, "is neither the default nor has a condition.");
            }
        }
    }

    private void conditions() {
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                findings.require(
                        flow.getSource() instanceof ExclusiveGateway || flow.getSource() instanceof InclusiveGateway,
                        flow,
                        "has a condition but does not leave a question.");
                condition(flow);
            }
        }
    }

    private void condition(SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        var text = condition.getTextContent().strip();
        var expression = ModelMachines.EXPRESSION.matcher(text);
        if (StringUtils.hasText(condition.getLanguage()) || !expression.matches()) {
            findings.find(flow, "has a condition that is no expression: " + text);
            return;
        }
        var read = ModelMachines.namesRead(expression.group(1));
        findings.require(
                read.size() == 1 && ModelMachines.VARIABLES.containsAll(read),
                flow,
                "must read exactly one routing variable, but reads " + (read.isEmpty() ? "none" : read) + ".");
    }
}
