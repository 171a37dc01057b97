package io.crossgov.hiring.common;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Of a record that people or programs send: one answer is asked for only beside another. Without that other one it would be left aside in
 * silence, so it is refused by name, as {@link Faults#addUnlessLeftOut} does where the other answer alone does not tell.
 */
@Documented
@Constraint(validatedBy = GoesWith.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GoesWith {

    /** The answer that does not stand alone. */
    String answer();

    /** The answer it goes with: given, and not false. */
    String with();

    /** Why it is not asked for without, as a sentence. */
    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Behind {@link GoesWith}. */
    final class Check implements ConstraintValidator<GoesWith, Record> {

        private String answer;
        private String with;
        private String because;

        @Override
        public void initialize(GoesWith rule) {
            answer = rule.answer();
            with = rule.with();
            because = rule.message();
        }

        @Override
        public boolean isValid(Record sent, ConstraintValidatorContext context) {
            var faults = new Faults();
            if (!Faults.isGiven(value(sent, with))) {
                faults.addUnlessLeftOut(answer, value(sent, answer), because);
            }
            context.disableDefaultConstraintViolation();
            faults.all().forEach(fault -> context.buildConstraintViolationWithTemplate(fault.sentence())
                    .addPropertyNode(fault.field())
                    .addConstraintViolation());
            return faults.isEmpty();
        }

        private static Object value(Record sent, String name) {
            return new DirectFieldAccessor(sent).getPropertyValue(name);
        }
    }
}
