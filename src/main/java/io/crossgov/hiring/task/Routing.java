package io.crossgov.hiring.task;

import java.util.EnumMap;
import java.util.Map;

/** What a submitted form tells the process: values of routing variables, text or boolean. */
public record Routing(Map<RoutingVariable, Object> values) {

    public Routing {
        values = Map.copyOf(values);
    }

    /** Nothing to route: the process goes on. */
    public static Routing onward() {
        return new Routing(Map.of());
    }

    public static Routing of(RoutingVariable variable, boolean value) {
        return new Routing(Map.of(variable, value));
    }

    /**
     * An answer by its constant's name, as conditions in the models spell it.
     *
     * @throws IllegalArgumentException when models know of no such answer: their gateways would take the default without a word
     */
    public static Routing of(RoutingVariable variable, Enum<?> value) {
        if (!variable.answers().contains(value.name())) {
            throw new IllegalArgumentException(
                    value.name() + " is none of the answers that models know of " + variable.variableName() + ".");
        }
        return new Routing(Map.of(variable, value.name()));
    }

    /** Both together. */
    public Routing and(Routing other) {
        var both = new EnumMap<RoutingVariable, Object>(RoutingVariable.class);
        both.putAll(values);
        both.putAll(other.values);
        return new Routing(both);
    }
}
