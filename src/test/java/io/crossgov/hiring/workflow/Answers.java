package io.crossgov.hiring.workflow;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a person enters in a form, on top of what the form shows already. */
public final class Answers {

    private Answers() {}

    /** Field and value in turn; null empties a field. */
    public static Map<String, Object> answers(Object... fieldsAndValues) {
        var answers = new LinkedHashMap<String, Object>();
        for (int at = 0; at < fieldsAndValues.length; at += 2) {
            answers.put((String) fieldsAndValues[at], fieldsAndValues[at + 1]);
        }
        return answers;
    }

    /** The second on top of the first. */
    static Map<String, Object> both(Map<String, Object> first, Map<String, Object> second) {
        var both = new LinkedHashMap<>(first);
        both.putAll(second);
        return both;
    }
}
