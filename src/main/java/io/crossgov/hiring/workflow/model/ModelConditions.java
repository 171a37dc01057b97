package io.crossgov.hiring.workflow.model;

import io.crossgov.hiring.task.RoutingVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Whether the answers of a model's questions can ever be given. A condition that asks for what nobody answers never holds: its flow is
 * dead, and the default is taken for ever. Each is tried with every answer there is.
 */
final class ModelConditions {

    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z_]\\w*\\s*\\.\\s*[A-Za-z_]");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");

    private final ModelFindings findings = new ModelFindings();

    private ModelConditions() {}

    /** @return one finding for each condition that cannot be worked out or does not decide, empty when there is none */
    static List<ModelFinding> check(BpmnModelInstance model) {
        var conditions = new ModelConditions();
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                conditions.condition(
                        flow, flow.getConditionExpression().getTextContent().strip());
            }
        }
        return conditions.findings.all();
    }

    private void condition(SequenceFlow flow, String text) {
        if (!ModelBehaviour.isWellFormed(text)) {
            findings.find(flow, "has a condition that cannot be worked out: " + text);
            return;
        }
        var withoutTexts = LITERAL.matcher(text).replaceAll("''");
        var names =
                NAME.matcher(withoutTexts).results().map(name -> name.group()).collect(Collectors.toSet());
        var read = Arrays.stream(RoutingVariable.values())
                .filter(variable -> names.contains(variable.variableName()))
                .toList();
        // How many it reads, ModelQuestions looks at.
        if (read.size() != 1) {
            return;
        }
        if (PROPERTY.matcher(withoutTexts).find()) {
            findings.find(flow, "asks for more than an answer: " + text);
            return;
        }
        var variable = read.get(0);
        var asked = LITERAL.matcher(text)
                .results()
                .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1))
                .toList();
        var before = findings.count();
        switch (variable.kind()) {
            case ANSWER -> answer(flow, variable, text, asked);
            case YES_OR_NO ->
                asked.forEach(answer -> findings.find(
                        flow, "asks for '" + answer + "', but " + variable.variableName() + " is true or false."));
            case ID -> findings.find(flow, "decides by an id, " + variable.variableName() + ".");
        }
        if (findings.count() == before) {
            tried(flow, variable, text);
        }
    }

    private void answer(SequenceFlow flow, RoutingVariable variable, String text, List<String> asked) {
        if (asked.isEmpty()) {
            findings.find(flow, "compares " + variable.variableName() + " with no answer: " + text);
        }
        asked.stream()
                .filter(answer -> !variable.answers().contains(answer))
                .forEach(answer -> findings.find(
                        flow,
                        "asks for '" + answer + "', which " + variable.variableName() + " never is; it is "
                                + inWords(variable.answers()) + "."));
    }

    private void tried(SequenceFlow flow, RoutingVariable variable, String text) {
        var name = variable.variableName();
        var values = variable.kind() == RoutingVariable.Kind.ANSWER
                ? variable.answers().stream().sorted().map(Object.class::cast).toList()
                : List.<Object>of(true, false);
        var outcomes = values.stream()
                .map(value -> TriedExpression.value(text, Map.of(name, value), Object.class)
                        .filter(Boolean.class::isInstance))
                .toList();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).isEmpty()) {
                findings.find(flow, "does not say yes or no when " + name + " is " + values.get(i) + ": " + text);
                return;
            }
        }
        if (Set.copyOf(outcomes).size() == 1) {
            var always = outcomes.get(0).filter(Boolean.TRUE::equals).isPresent();
            findings.find(flow, (always ? "holds whatever " : "never holds, whatever ") + name + " is: " + text);
        }
    }

    private static String inWords(Collection<String> answers) {
        return answers.stream().sorted().collect(Collectors.joining(" or "));
    }
}
