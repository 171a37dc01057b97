package io.crossgov.hiring.common;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Several things in one line of a page. Thymeleaf's own way of joining loses the space behind the sign. */
@Component
public class Listed {

    /** As in "GSA, VA". */
    public String commas(Collection<?> things) {
        return joined(things, ", ");
    }

    /** As in "Washington, DC; Remote", for what has commas of its own. */
    public String semicolons(Collection<?> things) {
        return joined(things, "; ");
    }

    /** As in "HR specialist or Hiring manager". */
    public String or(Collection<?> things) {
        return joined(things, " or ");
    }

    private static String joined(Collection<?> things, String between) {
        return things.stream().map(String::valueOf).collect(Collectors.joining(between));
    }
}
