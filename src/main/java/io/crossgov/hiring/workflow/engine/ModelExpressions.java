package io.crossgov.hiring.workflow.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.springframework.util.ClassUtils;

/**
 * What an expression in a model or in a stored filter can do: read variables, name a {@link ModelBean} and call its public
 * methods. There is no way to a property or method of any other object, so none to classes, class loaders or the runtime,
 * wherever an expression comes from (CVE-2026-109432).
 */
public final class ModelExpressions extends JuelExpressionManager {

    public ModelExpressions(Map<Object, Object> modelBeans) {
        super(modelBeans);
    }

    @Override
    protected ELResolver createElResolver() {
        var resolvers = new CompositeELResolver();
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new ReadOnlyMapELResolver(beans));
        resolvers.add(new ModelBeanMethods());
        return resolvers;
    }

    /** Calls methods of model beans, and of nothing else. */
    private static final class ModelBeanMethods extends ELResolver {

        @Override
        public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
            if (!(base instanceof ModelBean)) {
                throw new MethodNotFoundException(
                        "Expressions call methods of model beans only, not \"" + name + "\".");
            }
            context.setPropertyResolved(true);
            return call(context, base, method(base, String.valueOf(name), arguments.length), arguments);
        }

        private static Method method(Object bean, String name, int arguments) {
            var found = Arrays.stream(ClassUtils.getUserClass(bean).getMethods())
                    .filter(method -> method.getDeclaringClass() != Object.class)
                    .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                    .filter(method -> !method.isBridge())
                    .toList();
            if (found.size() != 1) {
                throw new MethodNotFoundException(
                        "The model bean has no one method \"" + name + "\" with " + arguments + " arguments.");
            }
            return found.get(0);
        }

        private static Object call(ELContext context, Object bean, Method method, Object[] arguments) {
            var coercion = (ExpressionFactory) context.getContext(ExpressionFactory.class);
            var coerced = new Object[arguments.length];
            for (int i = 0; i < arguments.length; i++) {
                coerced[i] = coercion.coerceToType(arguments[i], method.getParameterTypes()[i]);
            }
            try {
                // Model beans are package-private.
                method.setAccessible(true);
                return method.invoke(bean, coerced);
            } catch (InvocationTargetException thrown) {
                if (thrown.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new ELException(thrown.getCause());
            } catch (IllegalAccessException inaccessible) {
                throw new ELException(inaccessible);
            }
        }

        /** The business key, which a call activity hands on, is the only property there is. */
        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
                context.setPropertyResolved(true);
                return execution.getProcessBusinessKey();
            }
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new PropertyNotWritableException("Expressions change nothing.");
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }
    }
}
