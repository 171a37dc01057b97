package io.crossgov.hiring.workflow.model;

import io.crossgov.hiring.workflow.bean.BusinessDays;
import io.crossgov.hiring.workflow.bean.CertificateClock;
import io.crossgov.hiring.workflow.bean.CountRunningSelections;
import io.crossgov.hiring.workflow.bean.CountVacancies;
import io.crossgov.hiring.workflow.bean.OfferClock;
import io.crossgov.hiring.workflow.bean.OwnEmployeesClock;
import io.crossgov.hiring.workflow.bean.PassOverClock;
import io.crossgov.hiring.workflow.bean.SendNotice;
import io.crossgov.hiring.workflow.engine.ModelBean;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateVariableMapping;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What a model calls: whether each bean can do what it is named for, has the method that an expression asks and takes what it is
 * given there. The engine looks at none of that before a case comes to the place.
 */
final class ModelCalls {

    /** Beans that an expression in a model may name. A bean outside this list is not there when a case needs it. */
    static final Map<String, Class<? extends ModelBean>> BEANS = Map.of(
            "businessDays", BusinessDays.class,
            "certificateClock", CertificateClock.class,
            "countRunningSelections", CountRunningSelections.class,
            "countVacancies", CountVacancies.class,
            "offerClock", OfferClock.class,
            "ownEmployeesClock", OwnEmployeesClock.class,
            "passOverClock", PassOverClock.class,
            "sendNotice", SendNotice.class);

    private static final String EXECUTION = "execution";

    /** {@link ModelBehaviour} and {@link ModelConditions} say of these what is wrong in words of their own; nobody works out the last. */
    private static final Set<String> LOOKED_AT_ELSEWHERE = Set.of(
            "dueDate", "followUpDate", "timeDate", "timeDuration", "timeCycle", "conditionExpression", "documentation");

    private static final Set<String> PRIORITIES = Set.of("priority", "jobPriority", "taskPriority");
    private static final Set<String> LISTENERS = Set.of("taskListener", "executionListener");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^{}]*)}");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\\s*\\.\\s*([A-Za-z_]\\w*)\\s*\\(([^()]*)\\)");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "div", "mod", "not", "and", "or", "empty");

    private final ModelDocument document;
    private final ModelFindings findings = new ModelFindings();

    private ModelCalls(BpmnModelInstance model) {
        document = new ModelDocument(model);
    }

    /** @return one finding for each place that would fail, do nothing or wait for ever, empty when there is none */
    static List<ModelFinding> check(BpmnModelInstance model) {
        var calls = new ModelCalls(model);
        calls.document.attributes().filter(ModelCalls::isLookedAt).forEach(calls::attribute);
        calls.document
                .elements()
                .filter(element -> !LOOKED_AT_ELSEWHERE.contains(element.getLocalName()))
                .forEach(element -> calls.expressions(element, ModelDocument.ownText(element)));
        return calls.findings.all();
    }

    private static boolean isLookedAt(Attr attribute) {
        return !LOOKED_AT_ELSEWHERE.contains(ModelDocument.nameOf(attribute));
    }

    private void attribute(Attr attribute) {
        var place = attribute.getOwnerElement();
        var text = attribute.getValue();
        var isOfEngine = ModelDocument.isCamunda(attribute) || ModelDocument.isCamunda(place);
        var name = isOfEngine ? ModelDocument.nameOf(attribute) : "";
        switch (name) {
            case "delegateExpression", "variableMappingDelegateExpression" -> mustWork(place, name, text);
            case "type" -> {
                if (ModelDocument.isCamunda(attribute)) {
                    find(
                            place,
                            "is of the type \"" + text + "\", which nobody works on: name a bean that does the work.");
                }
            }
            case "expression" -> {
                if (LISTENERS.contains(place.getLocalName())
                        && beanNamedBy(text).isPresent()) {
                    find(place, "listens with " + text + ", which asks nothing of it.");
                }
            }
            default -> {
                // an expression like any other
            }
        }
        if (!expressions(place, text) && ModelDocument.isCamunda(attribute) && PRIORITIES.contains(name)) {
            if (!isNumber(text)) {
                find(place, "has the priority \"" + text + "\", which is no whole number.");
            }
        }
    }

    private void mustWork(Element place, String attribute, String text) {
        if (text.isBlank() || !namesOnlyBeans(text)) {
            return;
        }
        var bean = beanNamedBy(text);
        if (attribute.startsWith("variableMapping")) {
            mustBe(
                    bean,
                    place,
                    "hands over variables by " + text + ", which hands over none.",
                    DelegateVariableMapping.class);
        } else if ("taskListener".equals(place.getLocalName())) {
            mustBe(bean, place, "listens with " + text + ", which does nothing with tasks.", TaskListener.class);
        } else if ("executionListener".equals(place.getLocalName())) {
            var does = "listens with " + text + ", which does nothing.";
            mustBe(bean, place, does, ExecutionListener.class, JavaDelegate.class);
        } else {
            mustBe(bean, place, "has its work done by " + text + ", which does none.", JavaDelegate.class);
        }
    }

    private void mustBe(
            Optional<Class<? extends ModelBean>> bean, Element place, String otherwise, Class<?>... oneOfThese) {
        if (bean.isEmpty() || Arrays.stream(oneOfThese).noneMatch(type -> type.isAssignableFrom(bean.get()))) {
            find(place, otherwise);
        }
    }

    /** @return whether something in the text is found to be wrong */
    private boolean expressions(Element place, String text) {
        var faults = EXPRESSION
                .matcher(text)
                .results()
                .flatMap(expression ->
                        fault(expression.group())
                                .map(fault -> "asks " + expression.group() + ", but " + fault)
                                .stream())
                .toList();
        faults.forEach(fault -> find(place, fault));
        return !faults.isEmpty();
    }

    /**
     * What is wrong with the calls of beans in an expression.
     *
     * @return the end of a sentence, empty when every bean has the method and takes what it is given
     */
    static Optional<String> fault(String expression) {
        return CALL.matcher(expression)
                .results()
                .filter(call -> BEANS.containsKey(call.group(1)))
                .flatMap(call -> fault(call.group(1), call.group(2), call.group(3)).stream())
                .findFirst();
    }

    private static Optional<String> fault(String bean, String name, String arguments) {
        var named =
                methods(bean).filter(method -> method.getName().equals(name)).toList();
        if (named.isEmpty()) {
            var names = methods(bean).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
            return Optional.of(
                    bean + " answers to " + (names.isEmpty() ? "nothing" : String.join(", ", names)) + " only.");
        }
        var given = arguments.isBlank() ? List.<String>of() : List.of(arguments.split(",", -1));
        if (named.stream().anyMatch(method -> takes(method, given))) {
            return Optional.empty();
        }
        return Optional.of(bean + "." + name + " takes "
                + named.stream().map(ModelCalls::taken).collect(Collectors.joining(", or ")) + ".");
    }

    /** What a call answers with; empty for what is no call of one bean's method. */
    static Optional<Class<?>> answerOf(String expression) {
        return Optional.of(EXPRESSION.matcher(expression.strip()))
                .filter(only -> only.matches())
                .map(only -> CALL.matcher(only.group(1).strip()))
                .filter(call -> call.matches() && BEANS.containsKey(call.group(1)))
                .flatMap(call -> methods(call.group(1))
                        .filter(method -> method.getName().equals(call.group(2)))
                        .findFirst())
                .map(Method::getReturnType);
    }

    private static Stream<Method> methods(String bean) {
        return Arrays.stream(BEANS.get(bean).getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class && !method.isBridge());
    }

    private static boolean takes(Method method, List<String> given) {
        var wanted = method.getParameterTypes();
        if (wanted.length != given.size()) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!takes(wanted[i], given.get(i).strip())) {
                return false;
            }
        }
        return true;
    }

    private static boolean takes(Class<?> wanted, String given) {
        if (given.equals(EXECUTION)) {
            return wanted.isAssignableFrom(DelegateExecution.class);
        }
        if (BEANS.containsKey(given)) {
            return wanted.isAssignableFrom(BEANS.get(given));
        }
        return readsNoName(given)
                && TriedExpression.value("${" + given + "}", Map.of(), wanted).isPresent();
    }

    private static String taken(Method method) {
        return method.getParameterCount() == 0
                ? "nothing"
                : Arrays.stream(method.getParameterTypes())
                        .map(type -> type == DelegateExecution.class
                                ? EXECUTION
                                : type == int.class ? "a whole number" : "something of type " + type.getSimpleName())
                        .collect(Collectors.joining(" and "));
    }

    private static boolean isNumber(String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            try {
                Integer.parseInt(text);
                return true;
            } catch (NumberFormatException none) {
                return false;
            }
        }
        var answer = answerOf(text);
        if (answer.isPresent()) {
            return answer.get() == int.class || Number.class.isAssignableFrom(answer.get());
        }
        return readsNoName(text)
                && TriedExpression.value(text, Map.of(), Integer.class).isPresent();
    }

    private static Optional<Class<? extends ModelBean>> beanNamedBy(String expression) {
        var only = EXPRESSION.matcher(expression.strip());
        return only.matches() ? Optional.ofNullable(BEANS.get(only.group(1).strip())) : Optional.empty();
    }

    private static boolean readsNoName(String expression) {
        return names(expression).allMatch(WORDS::contains);
    }

    /** What names no bean at all is found by {@link ModelMachines} already. */
    static boolean namesOnlyBeans(String expression) {
        return names(expression).allMatch(name -> BEANS.containsKey(name) || name.equals(EXECUTION));
    }

    private static Stream<String> names(String expression) {
        return NAME.matcher(LITERAL.matcher(expression).replaceAll("''"))
                .results()
                .map(name -> name.group());
    }

    private void find(Element place, String predicate) {
        findings.add(document.findingAt(place, predicate));
    }
}
