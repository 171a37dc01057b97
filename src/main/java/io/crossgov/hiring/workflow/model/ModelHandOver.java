package io.crossgov.hiring.workflow.model;

import io.crossgov.hiring.task.RoutingVariable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/**
 * What a process hands to the one it calls. Without the case's number or the id of what it is about, the called process starts well and
 * nobody can open its tasks; without the case's key, closing the case leaves it running.
 */
final class ModelHandOver {

    private static final Pattern CASE_KEY = Pattern.compile("[$#]\\{\\s*execution\\s*\\.\\s*processBusinessKey\\s*}");

    /** What every called process knows its case by. */
    private static final List<RoutingVariable> OF_THE_CASE =
            List.of(RoutingVariable.CASE_NUMBER, RoutingVariable.POOL_ID, RoutingVariable.AGENCY);

    /** What a called process is about besides, and what the case's own process calls that. */
    private static final Map<String, Map<RoutingVariable, RoutingVariable>> OF_ITS_OWN = Map.of(
            "candidate-selection", Map.of(RoutingVariable.SELECTION_ID, RoutingVariable.ELECTED_SELECTION_ID),
            "pass-over", Map.of(RoutingVariable.PASS_OVER_ID, RoutingVariable.ASKED_PASS_OVER_ID));

    private final ModelFindings findings = new ModelFindings();

    private ModelHandOver() {}

    /** @return one finding for each thing that a called process would miss, empty when there is none */
    static List<ModelFinding> check(BpmnModelInstance model) {
        var handOver = new ModelHandOver();
        model.getModelElementsByType(CallActivity.class).forEach(handOver::call);
        return handOver.findings.all();
    }

    private void call(CallActivity call) {
        var given = given(call);
        if (given.stream().noneMatch(ModelHandOver::isCaseKey)) {
            findings.find(call, "does not hand over the case's key, #{execution.processBusinessKey}.");
        }
        needed(call.getCalledElement()).forEach((target, sources) -> {
            var named = given.stream()
                    .filter(in -> target.equals(in.getCamundaTarget()))
                    .toList();
            if (named.isEmpty()) {
                findings.find(call, "does not hand over " + target + ", which the process it calls cannot do without.");
            }
            named.stream()
                    .filter(in -> in.getCamundaLocal() || !sources.contains(String.valueOf(in.getCamundaSource())))
                    .forEach(in -> findings.find(
                            call,
                            "hands over " + target + " from " + in.getCamundaSource()
                                    + (in.getCamundaLocal() ? ", looked for in the activity only" : "")
                                    + ", where it is not to be had."));
        });
    }

    private static Map<String, Set<String>> needed(String process) {
        var needed = new LinkedHashMap<String, Set<String>>();
        OF_THE_CASE.forEach(variable -> needed.put(variable.variableName(), Set.of(variable.variableName())));
        OF_ITS_OWN
                .getOrDefault(String.valueOf(process), Map.of())
                .forEach((target, source) -> needed.put(target.variableName(), Set.of(source.variableName())));
        return needed;
    }

    private static List<CamundaIn> given(CallActivity call) {
        return Stream.ofNullable(call.getExtensionElements())
                .flatMap(extensions -> extensions.getChildElementsByType(CamundaIn.class).stream())
                .toList();
    }

    private static boolean isCaseKey(CamundaIn in) {
        return in.getCamundaBusinessKey() != null
                && CASE_KEY.matcher(in.getCamundaBusinessKey().strip()).matches();
    }
}
