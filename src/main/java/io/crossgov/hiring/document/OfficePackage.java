package io.crossgov.hiring.document;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An Office Open XML file (ECMA-376 part 2), judged by what it declares: which part is its main one and what that part is. Names of parts
 * are the writing program's own; Word in the browser calls the main one {@code word/document2.xml}. What is unpacked is counted and
 * not kept, whatever size it claims to have. Links to templates and pages elsewhere are Word's everyday and no reason to refuse.
 */
final class OfficePackage {

    /** What a package may be. */
    enum Content {
        WORD_DOCUMENT,
        WORD_WITH_MACROS,
        WORD_TEMPLATE,
        EMPTY_WORD_DOCUMENT,
        OTHER_OFFICE_FILE,
        /** Larger than {@link #LARGEST} when it is unpacked. */
        GROWS,
        /** A container without its end, or with parts that cannot be unpacked or read. */
        DAMAGED,
        NO_OFFICE_FILE
    }

    /** Bytes of a declaring part, unpacked; those of long documents have a few thousand. */
    private static final int LONGEST_DECLARATION = 1 << 20;

    /** Bytes of all parts together, unpacked: ten times the largest file. */
    private static final long LARGEST = 250L * 1024 * 1024;

    /** Elements of a document that show something; a text does so where it is not blank. */
    private static final Set<String> VISIBLE =
            Set.of("drawing", "pict", "object", "altChunk", "AlternateContent", "sym", "oMath");

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String TYPES = "[content_types].xml";
    private static final String RELATIONS = "_rels/.rels";

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private final Map<String, String> typeOfPart = new HashMap<>();
    private final Map<String, String> typeOfExtension = new HashMap<>();

    private OfficePackage(ZipFile zip) {
        this.zip = zip;
        zip.stream().forEach(entry -> parts.putIfAbsent(canonical(entry.getName()), entry));
    }

    static Content contentOf(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new OfficePackage(zip).content();
        } catch (ZipException | EOFException | XMLStreamException damaged) {
            return Content.DAMAGED;
        }
    }

    private Content content() throws IOException, XMLStreamException {
        if (!parts.containsKey(TYPES) || !parts.containsKey(RELATIONS)) {
            return Content.NO_OFFICE_FILE;
        }
        read(TYPES, this::declareType);
        var main = new String[1];
        read(RELATIONS, relation -> {
            var type = attribute(relation, "Type");
            if (type.endsWith("/officeDocument") && !"External".equals(attribute(relation, "TargetMode"))) {
                main[0] = canonical(attribute(relation, "Target"));
            }
        });
        if (main[0] == null || !parts.containsKey(main[0])) {
            return Content.NO_OFFICE_FILE;
        }
        var type = typeOf(main[0]);
        var holdsMacros = type.contains("macroenabled")
                || parts.keySet().stream()
                        .anyMatch(part -> typeOf(part).contains("vbaproject") || part.endsWith("vbaproject.bin"));
        if (type.startsWith(WORD) || type.startsWith("application/vnd.ms-word.")) {
            return holdsMacros
                    ? Content.WORD_WITH_MACROS
                    : type.contains("template") ? Content.WORD_TEMPLATE : wordDocument(type, main[0]);
        }
        return Content.OTHER_OFFICE_FILE;
    }

    private Content wordDocument(String type, String main) throws IOException, XMLStreamException {
        if (!type.equals(WORD + "document.main+xml")) {
            return Content.OTHER_OFFICE_FILE;
        }
        if (grows()) {
            return Content.GROWS;
        }
        return showsSomething(main) ? Content.WORD_DOCUMENT : Content.EMPTY_WORD_DOCUMENT;
    }

    private boolean grows() throws IOException {
        var left = LARGEST;
        var piece = new byte[65_536];
        for (var part : parts.values()) {
            var sum = new CRC32();
            try (var unpacked = zip.getInputStream(part)) {
                for (var read = unpacked.read(piece); read >= 0; read = unpacked.read(piece)) {
                    sum.update(piece, 0, read);
                    left -= read;
                    if (left < 0) {
                        return true;
                    }
                }
            }
            if (sum.getValue() != part.getCrc()) {
                throw new ZipException("a part is not as it was packed");
            }
        }
        return false;
    }

    private boolean showsSomething(String main) throws IOException, XMLStreamException {
        try (var content = zip.getInputStream(parts.get(main))) {
            var reader = reader(content);
            var inText = false;
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    inText = "t".equals(reader.getLocalName());
                    if (VISIBLE.contains(reader.getLocalName())) {
                        return true;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    inText = false;
                } else if (inText && event == XMLStreamConstants.CHARACTERS && !isBlank(reader.getText())) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isBlank(String text) {
        return text.codePoints().allMatch(each -> Character.isWhitespace(each) || Character.isSpaceChar(each));
    }

    private void declareType(XMLStreamReader declaration) {
        var type = attribute(declaration, "ContentType").toLowerCase(Locale.ROOT);
        if ("Override".equals(declaration.getLocalName())) {
            typeOfPart.put(canonical(attribute(declaration, "PartName")), type);
        } else if ("Default".equals(declaration.getLocalName())) {
            typeOfExtension.put(attribute(declaration, "Extension").toLowerCase(Locale.ROOT), type);
        }
    }

    private String typeOf(String part) {
        var extension = part.substring(part.lastIndexOf('.') + 1);
        return typeOfPart.getOrDefault(part, typeOfExtension.getOrDefault(extension, ""));
    }

    /** Part names do not differ by case; some programs write them with backslashes. */
    private static String canonical(String part) {
        return part.replace('\\', '/').replaceFirst("^(?:\\.?/)+", "").toLowerCase(Locale.ROOT);
    }

    private static String attribute(XMLStreamReader element, String name) {
        var value = element.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private interface Reading {
        void element(XMLStreamReader element);
    }

    private void read(String part, Reading reading) throws IOException, XMLStreamException {
        byte[] content;
        try (var packed = zip.getInputStream(parts.get(part))) {
            content = packed.readNBytes(LONGEST_DECLARATION + 1);
        }
        if (content.length > LONGEST_DECLARATION) {
            throw new ZipException("longer than any honest declaration");
        }
        var reader = reader(new ByteArrayInputStream(content));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                reading.element(reader);
            }
        }
    }

    private static XMLStreamReader reader(InputStream content) throws XMLStreamException {
        var xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return xml.createXMLStreamReader(content);
    }
}
