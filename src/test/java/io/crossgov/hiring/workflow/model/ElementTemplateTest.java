package io.crossgov.hiring.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Modeler offers a designer exactly what {@link ModelRules} accept. */
class ElementTemplateTest {

    private static final Path TEMPLATES = Path.of("bpmn", ".camunda", "element-templates");

    @Test
    void theModelerOffersEveryNotice() {
        assertThat(offered("notice", "notice")).containsAll(ModelNotices.NOTICES);
        assertThat(offered("notice", "notice").stream().flatMap(notice -> Arrays.stream(notice.split(","))))
                .allMatch(ModelNotices.NOTICES::contains);
    }

    @Test
    void theModelerOffersEveryReasonWhyACaseMayEnd() {
        assertThat(offered("case-end", "closingReason")).isEqualTo(ModelNotices.CLOSING_REASONS);
    }

    @Test
    void theModelerOffersOnlyRolesThatExist() {
        assertThat(offered("form-task", "camunda:candidateGroups")).isNotEmpty().allMatch(groups -> Arrays.stream(
                        groups.split(","))
                .allMatch(group -> Role.ofGroup(group).isPresent()));
    }

    static List<String> processIds() throws IOException {
        return BpmnModelTest.processIds();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processIds")
    void everyTemplateThatAModelUsesIsThere(String processId) throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            var templates =
                    files.map(file -> template(file).path("id").asText()).collect(Collectors.toSet());
            var model =
                    Bpmn.readModelFromFile(Path.of("bpmn", processId + ".bpmn").toFile());
            assertThat(model.getModelElementsByType(FlowNode.class))
                    .extracting(node -> node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "modelerTemplate"))
                    .allMatch(used -> used == null || templates.contains(used));
        }
    }

    private static Set<String> offered(String template, String binding) {
        return items(template(TEMPLATES.resolve(template + ".json")).path("properties"))
                .filter(property -> property.at("/binding/name").asText().equals(binding))
                .flatMap(property -> items(property.path("choices")))
                .map(choice -> choice.path("value").asText())
                .collect(Collectors.toSet());
    }

    private static JsonNode template(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile()).path(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
