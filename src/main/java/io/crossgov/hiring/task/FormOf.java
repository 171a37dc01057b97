package io.crossgov.hiring.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which form a {@link TaskForm} or {@link StartForm} is, and makes it a bean of that name. Whatever it does joins the transaction in which the
 * engine shows the form, or completes the task.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@Transactional
public @interface FormOf {

    /** Id in the model: of the task, for example {@code complete-talent-pool-request}, or of the process that a start form starts. */
    @AliasFor(annotation = Component.class, attribute = "value")
    String value();
}
