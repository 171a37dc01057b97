package io.crossgov.hiring.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files as people upload them, whole and honest. */
public final class SampleFiles {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private SampleFiles() {}

    /** A PDF of one empty page. */
    public static byte[] pdf() {
        return pdf("A paper of this hire");
    }

    /** A PDF of one empty page with a title; another title makes another file. */
    public static byte[] pdf(String title) {
        var objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
                "<</Title(" + title.replaceAll("[()\\\\]", "") + ")>>");
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new ArrayList<Integer>();
        for (var object : objects) {
            offsets.add(text.length());
            text.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        var table = text.length();
        text.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(
                offset -> text.append("0".repeat(10 - String.valueOf(offset).length()))
                        .append(offset)
                        .append(" 00000 n \n"));
        text.append("trailer\n<</Size ")
                .append(objects.size() + 1)
                .append("/Root 1 0 R/Info 4 0 R>>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A Word document as Word on a desktop writes it. */
    public static byte[] docx() {
        return officeFile("word/document.xml", WORD, Map.of());
    }

    /**
     * An Office Open XML package.
     *
     * @param main name of its main part
     * @param type what the package declares that part to be
     * @param others further parts by name, with their declared types
     */
    static byte[] officeFile(String main, String type, Map<String, String> others) {
        var parts = new LinkedHashMap<String, String>();
        var types = new StringBuilder("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Default Extension='xml' ContentType='application/xml'/>");
        types.append(override(main, type));
        others.forEach((part, declared) -> types.append(override(part, declared)));
        parts.put("[Content_Types].xml", types + "</Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1'"
                        + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'"
                        + " Target='" + main + "'/></Relationships>");
        parts.put(main, text("Resume"));
        others.keySet().forEach(part -> parts.put(part, "<x/>"));
        return zip(parts);
    }

    /** The main part of a Word document that says this. */
    static String text(String words) {
        return "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"
                + words + "</w:t></w:r></w:p><w:sectPr/></w:body></w:document>";
    }

    /**
     * A picture of one grey.
     *
     * @param format "png" or "jpeg"
     */
    public static byte[] picture(String format, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String override(String part, String type) {
        return "<Override PartName='/" + part + "' ContentType='" + type + "'/>";
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
