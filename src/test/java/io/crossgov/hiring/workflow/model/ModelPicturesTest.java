package io.crossgov.hiring.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossgov.hiring.ui.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads the project sees each model as it is. {@code mvn test -Ppictures} draws the pictures anew before it looks. */
class ModelPicturesTest {

    static List<String> processIds() throws IOException {
        return BpmnModelTest.processIds();
    }

    @BeforeAll
    static void drawThemIfAskedTo() throws IOException {
        if (Boolean.getBoolean("pictures.draw")) {
            try (var chromium = new Chromium();
                    var person = chromium.person()) {
                for (var processId : processIds()) {
                    ModelPicture.of(processId).draw(person.newPage());
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("processIds")
    void every_picture_shows_its_model_as_it_is(String processId) throws IOException {
        var picture = ModelPicture.of(processId);

        assertThat(picture.file()).isRegularFile();
        assertThat(picture.drawnFrom())
                .as(
                        "%s was drawn from another %s; draw it anew with: mvn test -Ppictures",
                        picture.file(), picture.model())
                .contains(ModelPicture.drawnOf(BpmnModelTest.model(processId)));
    }

    @Test
    void no_picture_is_left_of_a_model_that_is_gone() throws IOException {
        try (var pictures = Files.list(Path.of("bpmn", "pictures"))) {
            assertThat(pictures.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(processIds().stream()
                            .map(processId -> processId + ".png")
                            .toList());
        }
    }

    @Test
    void a_picture_is_out_of_date_once_something_in_it_is_moved_or_named_otherwise() throws IOException {
        var drawn = ModelPicture.drawnOf(BpmnModelTest.model("pass-over"));
        var named = BpmnModelTest.model("pass-over");
        task(named).setName("4 Judge Pass-over");
        var moved = BpmnModelTest.model("pass-over");
        var bounds = task(moved).getDiagramElement().getBounds();
        bounds.setX(bounds.getX() + 1);

        assertThat(ModelPicture.drawnOf(named)).isNotEqualTo(drawn);
        assertThat(ModelPicture.drawnOf(moved)).isNotEqualTo(drawn);
    }

    @Test
    void a_picture_stays_good_when_only_what_it_does_not_show_is_changed() throws IOException {
        var changed = BpmnModelTest.model("pass-over");
        task(changed).setCamundaDueDate("P5D");
        task(changed).getDocumentations().clear();

        assertThat(ModelPicture.drawnOf(changed)).isEqualTo(ModelPicture.drawnOf(BpmnModelTest.model("pass-over")));
    }

    private static UserTask task(BpmnModelInstance model) {
        return model.getModelElementById("decide-pass-over");
    }
}
