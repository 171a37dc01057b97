package io.crossgov.hiring.common;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toMap;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Turns broken constraints of Jakarta Validation into words: the one place that does. */
public final class Violations {

    /** "There is nothing" explains more than "it has the wrong form", should one answer break several constraints. */
    private static final Comparator<ConstraintViolation<?>> MISSING_FIRST =
            Comparator.comparing(violation -> violation.getInvalidValue() == null ? 0 : 1);

    private Violations() {}

    /** One fault for each answer that breaks a constraint, in no order. */
    public static List<Fault> faults(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .sorted(MISSING_FIRST.thenComparing(ConstraintViolation::getMessage))
                .map(violation -> fault(violation.getPropertyPath().toString(), violation.getMessage()))
                .collect(collectingAndThen(
                        toMap(Fault::field, fault -> fault, (first, further) -> first, LinkedHashMap::new),
                        faults -> List.copyOf(faults.values())));
    }

    /** One sentence for each answer that breaks a constraint, in the order of the record. */
    public static Refusal refusal(ConstraintViolationException invalid) {
        var violations = invalid.getConstraintViolations();
        return inOrder(faults(violations), violations.iterator().next().getRootBeanClass());
    }

    /** As {@link #refusal(ConstraintViolationException)}, for what Spring found wrong with a body of that type. */
    static Refusal refusal(List<? extends ObjectError> errors, Class<?> body) {
        return inOrder(
                errors.stream()
                        .map(error -> fault(
                                error instanceof FieldError field ? field.getField() : null, error.getDefaultMessage()))
                        .sorted(Comparator.comparing(Fault::sentence))
                        .toList(),
                body);
    }

    private static Refusal inOrder(List<Fault> found, Class<?> answers) {
        var faults = new Faults();
        faults.addAll(found);
        return faults.refusalInOrderOf(answers);
    }

    /** A message that is a sentence speaks for itself; a bare constraint message needs its field's name. */
    private static Fault fault(String given, String message) {
        // Jakarta Validation's own words for what stands in a list or map.
        var path = given == null ? null : given.replaceAll("\\.?<[^>]+>", "");
        var sentence = message != null && message.endsWith(".") ? message : path + " " + message + ".";
        return new Fault(path, sentence);
    }
}
