package io.crossgov.hiring.workflow.engine;

import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.task.Routing;
import io.crossgov.hiring.task.RoutingVariable;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The only place that reads and writes process variables. */
public final class RoutingVariables {

    private RoutingVariables() {}

    public static void write(VariableScope scope, Routing routing) {
        routing.values().forEach((variable, value) -> scope.setVariable(variable.variableName(), value));
    }

    public static CaseNumber caseNumber(VariableScope scope) {
        return new CaseNumber((String) scope.getVariable(RoutingVariable.CASE_NUMBER.variableName()));
    }

    /** The selection of a {@code candidate-selection} instance, null in the case's own process. */
    public static UUID selectionId(VariableScope scope) {
        return id(scope, RoutingVariable.SELECTION_ID);
    }

    /** The request of a {@code pass-over} instance, null in other processes. */
    public static UUID passOverId(VariableScope scope) {
        return id(scope, RoutingVariable.PASS_OVER_ID);
    }

    private static UUID id(VariableScope scope, RoutingVariable variable) {
        var id = (String) scope.getVariable(variable.variableName());
        return id == null ? null : UUID.fromString(id);
    }
}
