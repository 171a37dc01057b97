package io.crossgov.hiring.workflow.model;

import io.crossgov.hiring.task.RoutingVariable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.util.StringUtils;
import org.w3c.dom.Element;

/**
 * What a model may have done and may hold. It names beans: code inside a model is neither reviewed nor tested, and a connector sends
 * outside the outbox. It holds ids and routing variables only: everything about a person stays in the domain's tables. Whether the beans
 * do what they are named for {@link ModelCalls} looks at.
 */
final class ModelMachines {

    /** What the engine works out, with what stands inside as its group. */
    static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");

    private static final Pattern TEXT_LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME_READ = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
    private static final Set<String> EXPRESSION_WORDS = Set.of(
            "true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "lt", "le", "gt", "ge", "div", "mod");
    private static final Set<String> ENGINE_NAMES = Set.of("execution");

    /** What a process may hold, by name. */
    static final Set<String> VARIABLES = Arrays.stream(RoutingVariable.values())
            .map(RoutingVariable::variableName)
            .collect(Collectors.toUnmodifiableSet());

    private final BpmnModelInstance model;
    private final ModelDocument document;
    private final ModelFindings findings = new ModelFindings();

    private ModelMachines(BpmnModelInstance model) {
        this.model = model;
        document = new ModelDocument(model);
    }

    /** @return one finding for each thing that is no bean and no routing variable, empty when there is none */
    static List<ModelFinding> check(BpmnModelInstance model) {
        var machines = new ModelMachines(model);
        machines.work();
        machines.code();
        machines.expressions();
        machines.variables();
        return machines.findings.all();
    }

    /** The names an expression reads, those of beans and of variables alike. */
    static Set<String> namesRead(String expression) {
        return NAME_READ
                .matcher(TEXT_LITERAL.matcher(expression).replaceAll("''"))
                .results()
                .map(result -> result.group())
                .filter(name -> !EXPRESSION_WORDS.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void work() {
        model.getModelElementsByType(ScriptTask.class).forEach(task -> findings.find(task, "is a script."));
        Map<BaseElement, String> done = new LinkedHashMap<>();
        model.getModelElementsByType(ServiceTask.class)
                .forEach(task -> done.put(task, task.getCamundaDelegateExpression()));
        model.getModelElementsByType(SendTask.class)
                .forEach(task -> done.put(task, task.getCamundaDelegateExpression()));
        model.getModelElementsByType(BusinessRuleTask.class)
                .forEach(task -> done.put(task, task.getCamundaDelegateExpression()));
        done.forEach(
                (task, bean) -> findings.require(StringUtils.hasText(bean), task, "names no bean that does the work."));
        for (var call : model.getModelElementsByType(CallActivity.class)) {
            findings.require(
                    "deployment".equals(call.getCamundaCalledElementBinding()),
                    call,
                    "is not bound to the process of its own deployment.");
        }
    }

    private void code() {
        document.elements().filter(ModelDocument::isCamunda).forEach(element -> {
            switch (element.getLocalName()) {
                case "script" -> findAt(element, "contains a script.");
                case "connector" -> findAt(element, "uses a connector.");
                case "in", "out" -> {
                    if (element.hasAttribute("variables")) {
                        findAt(element, "hands over all variables instead of naming them.");
                    }
                }
                default -> {
                    // properties, listeners and the like are looked at by the other rules
                }
            }
        });
        document.attributes()
                .filter(attribute ->
                        ModelDocument.isCamunda(attribute) || ModelDocument.isCamunda(attribute.getOwnerElement()))
                .filter(attribute -> ModelDocument.nameOf(attribute).equals("class"))
                .forEach(attribute -> findAt(attribute.getOwnerElement(), "names a class instead of a bean."));
    }

    private void expressions() {
        var conditions = BpmnModelConstants.BPMN_ELEMENT_CONDITION_EXPRESSION;
        BiConsumer<Element, String> beansOnly = (element, text) -> {
            if (!conditions.equals(element.getLocalName())) {
                EXPRESSION.matcher(text).results().forEach(expression -> namesRead(expression.group(1)).stream()
                        .filter(name -> !ModelCalls.BEANS.containsKey(name) && !ENGINE_NAMES.contains(name))
                        .forEach(name -> findAt(
                                element,
                                "reads \"" + name + "\" in " + expression.group()
                                        + ", which is no bean that models may use.")));
            }
        };
        document.attributes().forEach(attribute -> beansOnly.accept(attribute.getOwnerElement(), attribute.getValue()));
        document.elements()
                .filter(element -> !"documentation".equals(element.getLocalName()))
                .forEach(element -> beansOnly.accept(element, ModelDocument.ownText(element)));
    }

    private void variables() {
        document.attributes()
                .filter(attribute -> switch (ModelDocument.nameOf(attribute)) {
                    case "resultVariable" -> true;
                    case "source", "target" -> ModelDocument.isCamunda(attribute.getOwnerElement());
                    case "name" ->
                        ModelDocument.isCamunda(attribute.getOwnerElement())
                                && Set.of("inputParameter", "outputParameter")
                                        .contains(attribute.getOwnerElement().getLocalName());
                    default -> false;
                })
                .filter(attribute -> !VARIABLES.contains(attribute.getValue()))
                .forEach(attribute -> findAt(
                        attribute.getOwnerElement(),
                        "holds \"" + attribute.getValue() + "\", which is no routing variable."));
    }

    /** The same for something inside an element: names the nearest element around it that people see. */
    private void findAt(Element place, String predicate) {
        findings.add(document.findingAt(place, predicate));
    }
}
