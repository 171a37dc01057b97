package io.crossgov.hiring.workflow.model;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** Works out an expression of a model before any case comes to it, with the engine's own language. */
final class TriedExpression {

    private static final ExpressionFactoryImpl LANGUAGE = new ExpressionFactoryImpl();

    private TriedExpression() {}

    /**
     * @param expression with its <code>${}</code>
     * @param variables all that it may read, by name
     * @param type what the value is made into, as the engine does with a bean's parameters
     * @return empty when it cannot be worked out, is no such thing or is nothing at all
     */
    static Optional<Object> value(String expression, Map<String, ?> variables, Class<?> type) {
        try {
            // Resolves no property and no method: a model that is only looked at runs nothing.
            var context = new SimpleContext(new CompositeELResolver());
            variables.forEach(
                    (name, value) -> context.setVariable(name, LANGUAGE.createValueExpression(value, Object.class)));
            var value = LANGUAGE.createValueExpression(context, expression, Object.class)
                    .getValue(context);
            return value == null ? Optional.empty() : Optional.ofNullable(LANGUAGE.coerceToType(value, type));
        } catch (ELException | ArithmeticException cannotBe) {
            return Optional.empty();
        }
    }
}
