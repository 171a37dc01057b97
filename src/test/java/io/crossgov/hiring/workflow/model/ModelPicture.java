package io.crossgov.hiring.workflow.model;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * The picture of a model that the README shows. Cockpit's own viewer draws it, so that it is what OPM sees there, and it carries what it
 * was drawn from, so that it is noticed when the model has gone on and the picture has not.
 */
record ModelPicture(Path model, Path file) {

    private static final String LIBRARIES = "META-INF/resources/webjars/camunda/lib/deps.js";
    private static final String VIEWER = "ui/cockpit-viewer.js";
    private static final double PIXELS_PER_POINT = 1.5;

    private static final String PNG = "javax_imageio_png_1.0";
    private static final String TEXT = "tEXt";
    private static final String ENTRY = "tEXtEntry";
    private static final String DRAWN_FROM = "Drawn-from";

    /** What stands in a model and not in its drawing; the engine's own elements and attributes do not, either. */
    private static final Set<String> NOT_DRAWN =
            Set.of("definitions", "documentation", "extensionElements", "incoming", "outgoing", "flowNodeRef");

    static ModelPicture of(String processId) {
        var models = Path.of("bpmn");
        return new ModelPicture(
                models.resolve(processId + ".bpmn"), models.resolve("pictures").resolve(processId + ".png"));
    }

    /** What the picture was drawn from; empty for one that does not say. */
    Optional<String> drawnFrom() throws IOException {
        try (var content = ImageIO.createImageInputStream(file.toFile())) {
            var reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(content);
            var entries = ((Element) reader.getImageMetadata(0).getAsTree(PNG)).getElementsByTagName(ENTRY);
            return IntStream.range(0, entries.getLength())
                    .mapToObj(index -> (Element) entries.item(index))
                    .filter(entry -> DRAWN_FROM.equals(entry.getAttribute("keyword")))
                    .map(entry -> entry.getAttribute("value"))
                    .findFirst();
        }
    }

    /** Draws the model as it is now. */
    void draw(Page page) throws IOException {
        var drawn = ImageIO.read(new ByteArrayInputStream(drawing(page, Files.readString(model))));
        write(drawn, drawnOf(Bpmn.readModelFromFile(model.toFile())));
    }

    private static byte[] drawing(Page page, String xml) throws IOException {
        page.setContent("<div id=\"canvas\"></div>");
        for (var script : List.of(LIBRARIES, VIEWER)) {
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setContent(new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8)));
        }
        var svg = (String) page.evaluate(
                """
                async xml => {
                  const viewer = new CockpitViewer({container: '#canvas'});
                  await viewer.importXML(xml);
                  return (await viewer.saveSVG()).svg;
                }""",
                xml);
        page.setContent(
                "<style>svg { zoom: %s }</style>%s".formatted(PIXELS_PER_POINT, svg.substring(svg.indexOf("<svg"))));
        return page.locator("svg").screenshot();
    }

    private void write(BufferedImage drawn, String drawnFrom) throws IOException {
        var entry = new IIOMetadataNode(ENTRY);
        entry.setAttribute("keyword", DRAWN_FROM);
        entry.setAttribute("value", drawnFrom);
        var text = new IIOMetadataNode(TEXT);
        text.appendChild(entry);
        var root = new IIOMetadataNode(PNG);
        root.appendChild(text);
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(drawn), null);
        metadata.mergeTree(PNG, root);
        Files.deleteIfExists(file);
        try (var content = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(content);
            writer.write(new IIOImage(drawn, null, metadata));
        }
    }

    /** A digest of everything that the drawing shows: elements, their names, places and lines. */
    static String drawnOf(BpmnModelInstance model) {
        var shown = new ModelDocument(model)
                .elements()
                .filter(element -> !ModelDocument.isCamunda(element) && !NOT_DRAWN.contains(element.getLocalName()))
                .map(element -> element.getLocalName() + attributes(element))
                .collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(index -> (Attr) attributes.item(index))
                .filter(attribute -> attribute.getNamespaceURI() == null)
                .sorted(Comparator.comparing(Attr::getName))
                .map(attribute -> " " + attribute.getName() + "=" + attribute.getValue())
                .collect(Collectors.joining());
    }
}
