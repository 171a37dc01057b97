package io.crossgov.hiring.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossgov.hiring.common.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A model file that cannot be read ends the start with the file's name, the place and a way out, and not with the parser's words alone. */
class ModelDeploymentTest {

    private static final String NAME = "bpmn/pass-over.bpmn";

    private static byte[] model() throws IOException {
        return Files.readAllBytes(Path.of(NAME));
    }

    private static String text() throws IOException {
        return Files.readString(Path.of(NAME));
    }

    @Test
    void a_sound_file_is_read() throws IOException {
        assertThat(ModelDeployment.read(NAME, model()).getDefinitions().getRootElements())
                .isNotEmpty();
    }

    static Stream<Arguments> broken() throws IOException {
        return Stream.of(
                Arguments.of("cut off", Arrays.copyOf(model(), model().length / 2), "Line "),
                Arguments.of("cut off in its first tag", Arrays.copyOf(model(), 100), "Line "),
                Arguments.of("empty", new byte[0], "Line 1: Premature end of file."),
                Arguments.of(
                        "with a document type",
                        text().replaceFirst(
                                        "<bpmn:definitions",
                                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><bpmn:definitions")
                                .getBytes(StandardCharsets.UTF_8),
                        "DOCTYPE"),
                Arguments.of(
                        "saved in an encoding of Windows",
                        text().replaceFirst("name=\"Pass over", "name=\"\u2013 Pass over")
                                .getBytes(Charset.forName("windows-1252")),
                        "UTF-8"),
                Arguments.of(
                        "with a tag that is not closed",
                        text().replaceFirst("</bpmn:process>", "").getBytes(StandardCharsets.UTF_8),
                        "Line "),
                Arguments.of("packed", packed(), "Line 1: Content is not allowed in prolog."),
                Arguments.of(
                        "of another kind",
                        "<html><body>Sign in to download</body></html>".getBytes(StandardCharsets.UTF_8),
                        "Line 1: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void a_broken_file_is_told_by_its_name_and_place_and_what_to_do(String how, byte[] content, String saying) {
        var refused = catchThrowableOfType(StartRefused.class, () -> ModelDeployment.read(NAME, content));

        assertThat(refused).as(how).isNotNull();
        assertThat(refused.getMessage())
                .startsWith(NAME + " is no BPMN file that can be read, and cannot be deployed.")
                .contains(saying)
                .endsWith("Open it in Camunda Modeler and save it again, or put back the last good version.")
                .doesNotContain("Exception", "null", "URI", "etc/hostname");
        assertThat(refused.getMessage().lines()).hasSizeLessThanOrEqualTo(2);
    }

    private static byte[] packed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("pass-over.bpmn"));
            zip.write(model());
        }
        return bytes.toByteArray();
    }
}
