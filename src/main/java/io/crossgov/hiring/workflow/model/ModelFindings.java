package io.crossgov.hiring.workflow.model;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** What one set of rules finds in one model. */
final class ModelFindings {

    private final List<ModelFinding> found = new ArrayList<>();

    /** @param otherwise what is found when the rule is not kept: the rest of a sentence that begins with the element */
    void require(boolean kept, BaseElement element, String otherwise) {
        if (!kept) {
            find(element, otherwise);
        }
    }

    /** @param predicate the rest of a sentence that begins with the element */
    void find(BaseElement element, String predicate) {
        add(ModelFinding.of(element, predicate));
    }

    void add(ModelFinding finding) {
        found.add(finding);
    }

    int count() {
        return found.size();
    }

    /** In the order in which they were found; empty when every rule is kept. */
    List<ModelFinding> all() {
        return List.copyOf(found);
    }
}
