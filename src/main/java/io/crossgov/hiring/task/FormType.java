package io.crossgov.hiring.task;

import java.util.Objects;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/** What a form's class says of the form. */
final class FormType {

    private FormType() {}

    /** The id that its {@link FormOf} names. */
    static String id(Object form) {
        var type = ClassUtils.getUserClass(form);
        return Objects.requireNonNull(
                        AnnotationUtils.findAnnotation(type, FormOf.class),
                        () -> type.getName() + " does not say which form it is: it has no @FormOf.")
                .value();
    }

    /** What it gives for the one type parameter of {@code face}. */
    @SuppressWarnings("unchecked")
    static <R extends Record> Class<R> answers(Object form, Class<?> face) {
        return (Class<R>) Objects.requireNonNull(
                GenericTypeResolver.resolveTypeArgument(ClassUtils.getUserClass(form), face),
                () -> form.getClass().getName() + " does not say what type its answers are.");
    }
}
