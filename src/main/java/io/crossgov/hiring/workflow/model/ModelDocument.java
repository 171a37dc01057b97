package io.crossgov.hiring.workflow.model;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** A model as the text it is in its file: for rules that hold wherever something is written, whatever element has it. */
record ModelDocument(BpmnModelInstance model) {

    Stream<Element> elements() {
        var document = (Document) model.getDocument().getDomSource().getNode();
        var all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(index -> (Element) all.item(index));
    }

    Stream<Attr> attributes() {
        return elements().flatMap(element -> {
            var attributes = element.getAttributes();
            return IntStream.range(0, attributes.getLength()).mapToObj(index -> (Attr) attributes.item(index));
        });
    }

    /** The nearest element around a place that people see in the drawing; empty for what belongs to the whole file. */
    Optional<BaseElement> seenAround(Element place) {
        for (Node node = place; node instanceof Element element; node = node.getParentNode()) {
            if (model.getModelElementById(element.getAttribute("id")) instanceof BaseElement owner
                    && (owner instanceof FlowElement || owner instanceof Process)) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    /** What is wrong inside an element, told of the element that people see. */
    ModelFinding findingAt(Element place, String predicate) {
        return seenAround(place)
                .map(owner -> ModelFinding.of(owner, predicate))
                .orElseGet(() -> new ModelFinding("", "The model " + predicate));
    }

    /** The text that stands in the element itself and not in another one inside it. */
    static String ownText(Element element) {
        var children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Text.class::isInstance)
                .map(Node::getTextContent)
                .collect(Collectors.joining());
    }

    static String nameOf(Attr attribute) {
        return attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
    }

    static boolean isCamunda(Node node) {
        return BpmnModelConstants.CAMUNDA_NS.equals(node.getNamespaceURI());
    }
}
