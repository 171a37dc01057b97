package io.crossgov.hiring.workflow.model;

import java.util.Locale;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.util.StringUtils;

/**
 * One thing a process model does that it must not do.
 *
 * @param elementId id of the element to look at in the Modeler
 * @param sentence what is wrong, naming the element as people see it
 */
record ModelFinding(String elementId, String sentence) {

    /** @param predicate the rest of the sentence that begins with the element */
    static ModelFinding of(BaseElement element, String predicate) {
        return new ModelFinding(element.getId(), nameOf(element) + " " + predicate);
    }

    /** The element as people know it: kind, name and id. */
    static String nameOf(BaseElement element) {
        var kind = element.getElementType().getTypeName();
        var words = Character.toUpperCase(kind.charAt(0))
                + kind.substring(1).replaceAll("(\\p{Lu})", " $1").toLowerCase(Locale.ROOT);
        var name = element.getAttributeValue("name");
        return words + (StringUtils.hasText(name) ? " \"" + name + "\"" : "") + " (" + element.getId() + ")";
    }

    @Override
    public String toString() {
        return sentence;
    }
}
