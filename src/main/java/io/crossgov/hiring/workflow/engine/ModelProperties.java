package io.crossgov.hiring.workflow.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;

/** Extension properties a designer sets on an element of a model. */
public final class ModelProperties {

    /** On an end event: why the case is closed when the process gets here. */
    public static final String CLOSING_REASON = "closingReason";

    /** On a message throw event: the notices it sends, for example {@code M7,M3}. */
    public static final String NOTICE = "notice";

    private final Map<String, String> values;

    private ModelProperties(Map<String, String> values) {
        this.values = values;
    }

    /** Those of an element that the engine is about to read. */
    public static ModelProperties of(Element element) {
        var values = new HashMap<String, String>();
        var extensions = element.element("extensionElements");
        var properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties != null) {
            for (var property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
                values.put(property.attribute("name"), property.attribute("value"));
            }
        }
        return new ModelProperties(values);
    }

    /** Those of an element of a model that is looked at. */
    public static ModelProperties of(BaseElement element) {
        var values = new HashMap<String, String>();
        Stream.ofNullable(element.getExtensionElements())
                .flatMap(extensions -> extensions.getChildElementsByType(CamundaProperties.class).stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .forEach(property -> values.putIfAbsent(property.getCamundaName(), property.getCamundaValue()));
        return new ModelProperties(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
