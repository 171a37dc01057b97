package io.crossgov.hiring.workflow;

import io.crossgov.hiring.access.Role;
import io.crossgov.hiring.notice.NoticeType;
import io.crossgov.hiring.task.RoutingVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;

/**
 * What every process model of this product keeps, whoever drew it: people can read it, the engine can run it, and it holds
 * nothing about a person. The build asks these rules of every file, a deployment asks them again, so that a model which
 * breaks one breaks loudly and before a case runs into it.
 */
final class ModelRules {

    /** Why a case may end; the model says it at the end event that ends the case. */
    static final Set<String> CLOSING_REASONS = Set.of(
            "FILLED",
            "FROZEN",
            "FILLED_FROM_RPL",
            "QUALIFICATIONS_NOT_MATCHED",
            "ACCESS_DENIED",
            "CERTIFICATE_EXPIRED",
            "NO_SUITABLE_CANDIDATE",
            "CANCELLED");

    /** Ends that OPM knows of already: it was told of every entry on duty, and it denied the access itself. */
    private static final Set<String> KNOWN_TO_OPM = Set.of("FILLED", "ACCESS_DENIED");

    /** The messages of the field. */
    static final Set<String> NOTICES =
            Arrays.stream(NoticeType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    static final String NOTICE_PROPERTY = "notice";
    static final String CLOSING_REASON_PROPERTY = "closingReason";

    private static final String SEND_NOTICE = "${sendNotice}";

    /** Tells OPM how a case ended. */
    private static final String OUTCOME = NoticeType.M13.name();

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern STEP_NAME = Pattern.compile("[1-8] \\p{Lu}.*");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT_LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME_READ = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
    private static final Set<String> EXPRESSION_WORDS = Set.of(
            "true", "false", "null", "empty", "not", "and", "or", "eq", "ne", "lt", "le", "gt", "ge", "div", "mod");
    private static final Set<String> ENGINE_NAMES = Set.of("execution");
    private static final Set<String> VARIABLES = Arrays.stream(RoutingVariable.values())
            .map(RoutingVariable::variableName)
            .collect(Collectors.toUnmodifiableSet());

    private final BpmnModelInstance model;
    private final ModelDocument document;
    private final List<Finding> findings = new ArrayList<>();

    private ModelRules(BpmnModelInstance model) {
        this.model = model;
        document = new ModelDocument(model);
    }

    /**
     * Everything a model shows by itself.
     *
     * @param processId what the file is called, without {@code .bpmn}
     * @return one finding a broken rule, empty when the model may be used
     */
    static List<Finding> check(String processId, BpmnModelInstance model) {
        var rules = new ModelRules(model);
        rules.process(processId);
        rules.ids();
        rules.names();
        rules.questions();
        rules.userTasks(processId);
        rules.machines();
        rules.expressions();
        rules.variables();
        rules.notices();
        rules.closingReasons();
        rules.paths();
        rules.findings.addAll(ModelBehaviour.check(model));
        rules.findings.addAll(ModelConditions.check(model));
        rules.findings.addAll(ModelCalls.check(model));
        rules.findings.addAll(ModelHandOver.check(model));
        rules.findings.addAll(ModelDrawing.check(model));
        return List.copyOf(rules.findings);
    }

    /**
     * Forms that the model names but that nobody has made.
     *
     * @param exists whether a form file is there, asked as {@code forms/<process id>/<task id>.form} or {@code .html}
     */
    static List<Finding> missingForms(BpmnModelInstance model, Predicate<String> exists) {
        var rules = new ModelRules(model);
        rules.formKeys().forEach((element, key) -> {
            var path = key.substring(key.lastIndexOf(':') + 1);
            if (!exists.test(path)) {
                rules.find(element, "names the form " + path + ", which is not there.");
            }
        });
        return List.copyOf(rules.findings);
    }

    /** Call activities that call a process which is none of {@code processIds}. */
    static List<Finding> missingProcesses(BpmnModelInstance model, Collection<String> processIds) {
        var rules = new ModelRules(model);
        for (var call : model.getModelElementsByType(CallActivity.class)) {
            if (!processIds.contains(call.getCalledElement())) {
                rules.find(call, "calls the process \"" + call.getCalledElement() + "\", which is not there.");
            }
        }
        return List.copyOf(rules.findings);
    }

    private void process(String processId) {
        var processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            findings.add(new Finding(
                    processId, "The file " + processId + " holds " + processes.size() + " processes instead of one."));
        }
        for (var process : processes) {
            require(process.getId().equals(processId), process, "has another id than its file, " + processId + ".");
            require(process.isExecutable(), process, "is not executable.");
            require(isFilled(process.getName()), process, "has no name.");
            require(isFilled(process.getCamundaVersionTag()), process, "has no version tag.");
            require(
                    isFilled(process.getCamundaHistoryTimeToLiveString()),
                    process,
                    "does not say how long its history is kept.");
            require(isDocumented(process), process, "has no documentation naming the records rule.");
        }
    }

    private void ids() {
        var seen = new HashSet<String>();
        document.elements()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .forEach(id -> {
                    if (!seen.add(id)) {
                        findings.add(new Finding(id, "The id " + id + " is used twice."));
                    }
                });
        Stream.of(Process.class, Participant.class, Lane.class, FlowElement.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .filter(element ->
                        !KEBAB_CASE.matcher(((BaseElement) element).getId()).matches())
                .forEach(element -> find(element, "has an id that is not in kebab-case."));
    }

    private void names() {
        model.getModelElementsByType(Activity.class).forEach(this::requireName);
        model.getModelElementsByType(Event.class).forEach(this::requireName);
        model.getModelElementsByType(Lane.class)
                .forEach(lane -> require(isFilled(lane.getName()), lane, "has no name."));
        model.getModelElementsByType(Participant.class)
                .forEach(pool -> require(isFilled(pool.getName()), pool, "has no name."));
    }

    private void requireName(FlowElement element) {
        require(isFilled(element.getName()), element, "has no name.");
    }

    private void questions() {
        for (var gateway : model.getModelElementsByType(Gateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                if (gateway instanceof ExclusiveGateway exclusive) {
                    question(exclusive, exclusive.getDefault());
                } else if (gateway instanceof InclusiveGateway inclusive) {
                    question(inclusive, inclusive.getDefault());
                }
            }
        }
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                require(
                        flow.getSource() instanceof ExclusiveGateway || flow.getSource() instanceof InclusiveGateway,
                        flow,
                        "has a condition but does not leave a question.");
                condition(flow);
            }
        }
    }

    private void question(Gateway gateway, SequenceFlow defaultFlow) {
        require(isFilled(gateway.getName()), gateway, "has no name.");
        require(
                !isFilled(gateway.getName()) || gateway.getName().endsWith("?"),
                gateway,
                "is named without asking a question.");
        require(
                defaultFlow != null && gateway.getOutgoing().contains(defaultFlow),
                gateway,
                "has no default among its answers.");
        for (var answer : gateway.getOutgoing()) {
            require(isFilled(answer.getName()), answer, "is an answer without a name.");
            require(
                    answer.getId().startsWith(gateway.getId() + "-"),
                    answer,
                    "is an answer whose id does not begin with its question, " + gateway.getId() + ".");
            if (answer.equals(defaultFlow)) {
                require(answer.getConditionExpression() == null, answer, "is the default but has a condition.");
            } else {
                require(answer.getConditionExpression() != null, answer, "is neither the default nor has a condition.");
            }
        }
    }

    private void condition(SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        var text = condition.getTextContent().strip();
        var expression = EXPRESSION.matcher(text);
        if (isFilled(condition.getLanguage()) || !expression.matches()) {
            find(flow, "has a condition that is no expression: " + text);
            return;
        }
        var read = namesRead(expression.group(1));
        require(
                read.size() == 1 && VARIABLES.containsAll(read),
                flow,
                "must read exactly one routing variable, but reads " + (read.isEmpty() ? "none" : read) + ".");
    }

    private void userTasks(String processId) {
        for (var task : model.getModelElementsByType(UserTask.class)) {
            require(
                    isFilled(task.getName())
                            && STEP_NAME.matcher(task.getName()).matches(),
                    task,
                    "must have a name that begins with its step, such as \"7 Verify Selection\".");
            require(isFilled(task.getCamundaFormKey()), task, "has no form.");
            require(isFilled(task.getCamundaDueDate()), task, "has no due date.");
            require(isDocumented(task), task, "does not tell the person what to do: it has no documentation.");
            require(!task.getCamundaCandidateGroupsList().isEmpty(), task, "has no candidate group.");
            for (var group : task.getCamundaCandidateGroupsList()) {
                require(
                        Role.ofGroup(group.strip()).isPresent(),
                        task,
                        "is for the group \"" + group + "\", which does not exist.");
            }
        }
        formKeys().forEach((element, key) -> {
            var path = ":deployment:forms/" + processId + "/" + element.getId();
            var camundaForm = "camunda-forms" + path + ".form";
            var embeddedForm = "embedded" + path + ".html";
            require(
                    key.equals(camundaForm) || key.equals(embeddedForm),
                    element,
                    "has the form key " + key + " instead of " + camundaForm + " or " + embeddedForm + ".");
        });
    }

    private Map<BaseElement, String> formKeys() {
        var keys = new LinkedHashMap<BaseElement, String>();
        model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> isFilled(start.getCamundaFormKey()))
                .forEach(start -> keys.put(start, start.getCamundaFormKey()));
        model.getModelElementsByType(UserTask.class).stream()
                .filter(task -> isFilled(task.getCamundaFormKey()))
                .forEach(task -> keys.put(task, task.getCamundaFormKey()));
        return keys;
    }

    /** Models name beans; code inside a model is neither reviewed nor tested, and a connector sends outside the outbox. */
    private void machines() {
        model.getModelElementsByType(ScriptTask.class).forEach(task -> find(task, "is a script."));
        Map<BaseElement, String> done = new LinkedHashMap<>();
        model.getModelElementsByType(ServiceTask.class)
                .forEach(task -> done.put(task, task.getCamundaDelegateExpression()));
        model.getModelElementsByType(SendTask.class)
                .forEach(task -> done.put(task, task.getCamundaDelegateExpression()));
        model.getModelElementsByType(BusinessRuleTask.class)
                .forEach(task -> done.put(task, task.getCamundaDelegateExpression()));
        done.forEach((task, bean) -> require(isFilled(bean), task, "names no bean that does the work."));
        for (var call : model.getModelElementsByType(CallActivity.class)) {
            require(
                    "deployment".equals(call.getCamundaCalledElementBinding()),
                    call,
                    "is not bound to the process of its own deployment.");
        }
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

    /** A process holds ids and routing variables only; everything about a person stays in the domain's tables. */
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

    private void notices() {
        for (var message : model.getModelElementsByType(MessageEventDefinition.class)) {
            if (message.getParentElement() instanceof ThrowEvent event) {
                require(
                        SEND_NOTICE.equals(message.getCamundaDelegateExpression()),
                        event,
                        "sends a message past " + SEND_NOTICE + ".");
                require(
                        isFilled(propertyOf(event, NOTICE_PROPERTY)),
                        event,
                        "does not say which of the notices it sends, such as M7.");
            }
        }
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            var notice = propertyOf(node, NOTICE_PROPERTY);
            if (notice != null) {
                Arrays.stream(notice.split(",", -1))
                        .map(String::strip)
                        .filter(number -> !NOTICES.contains(number))
                        .forEach(number -> find(node, "sends the notice \"" + number + "\", which does not exist."));
            }
        }
    }

    private void closingReasons() {
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            var reason = propertyOf(node, CLOSING_REASON_PROPERTY);
            require(
                    reason == null || CLOSING_REASONS.contains(reason),
                    node,
                    "closes the case with \"" + reason + "\", which is no closing reason.");
            require(
                    reason == null || node instanceof EndEvent,
                    node,
                    "has a closing reason although it does not end anything.");
            require(
                    reason != null || !isTerminating(node),
                    node,
                    "ends the case without saying why: it has no closing reason.");
            require(
                    reason == null
                            || !CLOSING_REASONS.contains(reason)
                            || KNOWN_TO_OPM.contains(reason)
                            || node.getPreviousNodes().list().stream().allMatch(ModelRules::tellsOutcome),
                    node,
                    "ends the case before OPM is told: the notice M13 comes right before it.");
        }
    }

    private static boolean tellsOutcome(FlowNode node) {
        var notices = propertyOf(node, NOTICE_PROPERTY);
        return notices != null
                && Arrays.stream(notices.split(",", -1)).map(String::strip).anyMatch(OUTCOME::equals);
    }

    /** Nothing is drawn that no case can come to, and no case comes to a place without a way on. */
    private void paths() {
        for (var scope : scopes()) {
            var nodes = scope.getChildElementsByType(FlowNode.class).stream()
                    .filter(node -> !(node instanceof SubProcess inner && inner.triggeredByEvent()))
                    .toList();
            var forward = new LinkedHashMap<FlowNode, Set<FlowNode>>();
            var backward = new LinkedHashMap<FlowNode, Set<FlowNode>>();
            nodes.forEach(node -> {
                forward.put(node, new LinkedHashSet<>());
                backward.put(node, new LinkedHashSet<>());
            });
            for (var flow : scope.getChildElementsByType(SequenceFlow.class)) {
                link(forward, backward, flow.getSource(), flow.getTarget());
            }
            for (var boundary : scope.getChildElementsByType(BoundaryEvent.class)) {
                link(forward, backward, boundary.getAttachedTo(), boundary);
            }
            var reached = closure(nodes, StartEvent.class, forward);
            var ending = closure(nodes, EndEvent.class, backward);
            for (var node : nodes) {
                require(reached.contains(node), node, "cannot be reached from a start.");
                require(ending.contains(node), node, "leads to no end.");
            }
        }
    }

    private List<ModelElementInstance> scopes() {
        var scopes = new ArrayList<ModelElementInstance>(model.getModelElementsByType(Process.class));
        scopes.addAll(model.getModelElementsByType(SubProcess.class));
        return scopes;
    }

    private static void link(
            Map<FlowNode, Set<FlowNode>> forward, Map<FlowNode, Set<FlowNode>> backward, FlowNode from, FlowNode to) {
        if (forward.containsKey(from) && backward.containsKey(to)) {
            forward.get(from).add(to);
            backward.get(to).add(from);
        }
    }

    private static Set<FlowNode> closure(
            List<FlowNode> nodes, Class<? extends FlowNode> from, Map<FlowNode, Set<FlowNode>> edges) {
        var reached = new HashSet<FlowNode>();
        var open =
                new ArrayDeque<FlowNode>(nodes.stream().filter(from::isInstance).toList());
        while (!open.isEmpty()) {
            var node = open.pop();
            if (reached.add(node)) {
                open.addAll(edges.get(node));
            }
        }
        return reached;
    }

    private static boolean isTerminating(FlowNode node) {
        return node instanceof EndEvent
                && !node.getChildElementsByType(TerminateEventDefinition.class).isEmpty();
    }

    /** Value of an extension property, or null. */
    static String propertyOf(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return null;
        }
        return element.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    private static Set<String> namesRead(String expression) {
        return NAME_READ
                .matcher(TEXT_LITERAL.matcher(expression).replaceAll("''"))
                .results()
                .map(result -> result.group())
                .filter(name -> !EXPRESSION_WORDS.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isFilled(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean isDocumented(BaseElement element) {
        return element.getDocumentations().stream().anyMatch(text -> isFilled(text.getTextContent()));
    }

    private void require(boolean kept, BaseElement element, String otherwise) {
        if (!kept) {
            find(element, otherwise);
        }
    }

    private void find(BaseElement element, String predicate) {
        findings.add(new Finding(element.getId(), nameOf(element) + " " + predicate));
    }

    /** The same for something inside an element: names the nearest element around it that people see. */
    private void findAt(Element place, String predicate) {
        findings.add(document.findingAt(place, predicate));
    }

    /** The element as people know it: kind, name and id. */
    static String nameOf(BaseElement element) {
        var kind = element.getElementType().getTypeName();
        var words = Character.toUpperCase(kind.charAt(0))
                + kind.substring(1).replaceAll("(\\p{Lu})", " $1").toLowerCase(Locale.ROOT);
        var name = element.getAttributeValue("name");
        return words + (isFilled(name) ? " \"" + name + "\"" : "") + " (" + element.getId() + ")";
    }
}
