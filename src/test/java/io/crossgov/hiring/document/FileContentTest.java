package io.crossgov.hiring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crossgov.hiring.common.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken of what people upload, and what they read when it is not. */
class FileContentTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String DOCUMENT = WORD + "document.main+xml";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/document.xml",
                "word/document2.xml",
                "word/document22.xml",
                "Word/Document.XML",
                "doc/main.xml"
            })
    void a_word_document_is_what_declares_itself_one_whatever_its_parts_are_called(String main) {
        assertThat(type("resume.docx", SampleFiles.officeFile(main, DOCUMENT, Map.of())))
                .isEqualTo(FileType.DOCX);
    }

    @Test
    void a_word_document_whose_parts_are_named_with_backslashes_is_taken() {
        var parts = Map.of(
                "[Content_Types].xml",
                "<Types><Override PartName='/word/document.xml' ContentType='" + DOCUMENT + "'/></Types>",
                "_rels\\.rels",
                "<Relationships><Relationship Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'"
                        + " Target='/word/document.xml'/></Relationships>",
                "word\\document.xml",
                SampleFiles.text("Resume"));
        assertThat(type("resume.docx", SampleFiles.zip(parts))).isEqualTo(FileType.DOCX);
    }

    static Stream<Arguments> packages() {
        return Stream.of(
                arguments(
                        "macros under their usual name",
                        SampleFiles.officeFile(
                                "word/document.xml",
                                "application/vnd.ms-word.document.macroEnabled.main+xml",
                                Map.of("word/vbaProject.bin", "application/vnd.ms-office.vbaProject")),
                        "holds macros"),
                arguments(
                        "macros under another name",
                        SampleFiles.officeFile(
                                "word/document.xml",
                                DOCUMENT,
                                Map.of("word/code.bin", "application/vnd.ms-office.vbaProject")),
                        "holds macros"),
                arguments(
                        "macros in capitals",
                        SampleFiles.officeFile("word/document.xml", DOCUMENT, Map.of("word/VBAPROJECT.BIN", "x/y")),
                        "holds macros"),
                arguments(
                        "a template",
                        SampleFiles.officeFile("word/document.xml", WORD + "template.main+xml", Map.of()),
                        "This is a Word template."),
                arguments(
                        "a template with macros",
                        SampleFiles.officeFile(
                                "word/document.xml",
                                "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
                                Map.of()),
                        "holds macros"),
                arguments(
                        "a workbook",
                        SampleFiles.officeFile(
                                "xl/workbook.xml",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                Map.of()),
                        "no Word document. Save it as PDF"),
                arguments(
                        "a main part that is not there",
                        SampleFiles.zip(
                                Map.of(
                                        "[Content_Types].xml",
                                        "<Types/>",
                                        "_rels/.rels",
                                        "<Relationships><Relationship Type='a/officeDocument' Target='word/document.xml'/></Relationships>")),
                        "not what its name says"),
                arguments("another archive", SampleFiles.zip(Map.of("a.txt", "a")), "not what its name says"),
                arguments(
                        "a declaration that would grow",
                        SampleFiles.zip(Map.of(
                                "[Content_Types].xml",
                                "<Types>" + " ".repeat(2_000_000) + "</Types>",
                                "_rels/.rels",
                                "<x/>")),
                        "cut off or damaged"),
                arguments(
                        "a damaged archive",
                        Arrays.copyOf(SampleFiles.docx(), SampleFiles.docx().length / 2),
                        "cut off or damaged"),
                arguments(
                        "a document without a word", word(SampleFiles.text(" \u00a0")), "This Word document is empty."),
                arguments("a document without its text", word(""), "cut off or damaged"),
                arguments(
                        "a document cut off in its text",
                        word(SampleFiles.text("").substring(0, 90)),
                        "cut off or damaged"),
                arguments("a part that grows", growing(), "larger than 250 MB"),
                arguments("a part that grows and hides its size", lyingAboutItsSize(growing()), "larger than 250 MB"),
                arguments("a part that is not as it was packed", withAnotherSum(), "cut off or damaged"));
    }

    private static byte[] word(String main) {
        return SampleFiles.zip(wordParts(main));
    }

    private static Map<String, String> wordParts(String main) {
        return new LinkedHashMap<>(Map.of(
                "[Content_Types].xml",
                "<Types><Override PartName='/word/document.xml' ContentType='" + DOCUMENT + "'/></Types>",
                "_rels/.rels",
                "<Relationships><Relationship Type='a/officeDocument' Target='word/document.xml'/></Relationships>",
                "word/document.xml",
                main));
    }

    /** Two parts of 130 MB each, packed into 260 KB. */
    private static byte[] growing() {
        var parts = wordParts(SampleFiles.text("Resume"));
        var zeros = "\0".repeat(130 << 20);
        parts.put("word/media/one.bin", zeros);
        parts.put("word/media/two.bin", zeros);
        return SampleFiles.zip(parts);
    }

    /** The archive with 10 bytes declared as the unpacked size of every part in its directory. */
    private static byte[] lyingAboutItsSize(byte[] archive) {
        var entries = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, archive.length - 46)
                .filter(at -> entries.getInt(at) == 0x02014b50)
                .forEach(at -> entries.putInt(at + 24, 10));
        return archive;
    }

    private static byte[] withAnotherSum() {
        var archive = ByteBuffer.wrap(SampleFiles.docx()).order(ByteOrder.LITTLE_ENDIAN);
        var last = IntStream.range(0, archive.capacity() - 46)
                .filter(at -> archive.getInt(at) == 0x02014b50)
                .max()
                .orElseThrow();
        archive.putInt(last + 16, 1);
        return archive.array();
    }

    @Test
    void a_word_document_that_links_to_pages_and_templates_elsewhere_is_taken() {
        var parts = wordParts(SampleFiles.text("Resume"));
        parts.put(
                "word/_rels/settings.xml.rels",
                "<Relationships><Relationship Type='a/attachedTemplate' Target='file:///X:/Memo.dotx' TargetMode='External'/></Relationships>");
        assertThat(type("resume.docx", SampleFiles.zip(parts))).isEqualTo(FileType.DOCX);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void other_packages_are_refused_and_called_what_they_are(String what, byte[] content, String sentence) {
        assertRefused("resume.docx", content, sentence);
    }

    @ParameterizedTest(name = "{0} is told: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "photo.jpg | 000000186674797068656963000000006d69663168656963 | This is an iPhone photo (HEIC). Save it as JPEG",
                "photo.jpg | 52494646240000005745425056503820 | This is a WebP picture.",
                "scan.png | 474946383961 | This is a GIF picture.",
                "scan.jpg | 49492a0008000000 | This is a TIFF picture.",
                "cover.docx | 7b5c727466315c616e7369 | This is an RTF file.",
                "cover.pdf | 6a75737420776f726473 | The content of this file is not what its name says.",
                "cover.exe | 4d5a9000 | This type of file is not accepted. Upload a PDF, Word (DOCX), PNG or JPEG file."
            })
    void what_is_no_accepted_file_is_called_what_it_is_with_the_way_out(String name, String start, String sentence) {
        assertRefused(name, Arrays.copyOf(HexFormat.of().parseHex(start), 600), sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "WordDocument, This is a Word file of the old kind (DOC).",
        "EncryptedPackage, This file is protected with a password.",
        "Workbook, The content of this file is not what its name says."
    })
    void old_and_locked_office_files_are_told_apart(String entry, String sentence) {
        var content = new byte[2048];
        System.arraycopy(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 0, content, 0, 8);
        var name = entry.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, content, 1024, name.length);
        assertRefused("resume.docx", content, sentence);
    }

    // --- PDF

    static IntStream keyLengths() {
        return IntStream.of(40, 128, 256);
    }

    @ParameterizedTest
    @MethodSource("keyLengths")
    void a_pdf_that_opens_with_a_password_only_is_refused(int keyLength) throws IOException {
        assertRefused("of8.pdf", protectedPdf(keyLength, "secret"), "opens with a password only");
    }

    @ParameterizedTest
    @MethodSource("keyLengths")
    void a_pdf_that_is_only_protected_against_changes_is_taken(int keyLength) throws IOException {
        assertThat(type("of8.pdf", protectedPdf(keyLength, ""))).isEqualTo(FileType.PDF);
    }

    @Test
    void a_pdf_for_named_readers_only_is_refused() {
        var text = new String(SampleFiles.pdf(), StandardCharsets.ISO_8859_1)
                .replace("/Root", "/Encrypt<</Filter/Adobe.PubSec/V 4>>/Root");
        assertRefused("of8.pdf", text.getBytes(StandardCharsets.ISO_8859_1), "opens with a password only");
    }

    @Test
    void a_pdf_that_is_cut_off_anywhere_is_refused() {
        var whole = SampleFiles.pdf();
        IntStream.of(40, whole.length / 2, whole.length - 8)
                .forEach(length -> assertRefused("of8.pdf", Arrays.copyOf(whole, length), "This PDF is cut off"));
    }

    @Test
    void a_pdf_with_words_before_it_and_zeros_behind_it_is_taken() {
        var content = new byte[20_000];
        var begin = "\ufeff\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(begin, 0, content, 0, begin.length);
        System.arraycopy(SampleFiles.pdf(), 0, content, begin.length, SampleFiles.pdf().length);
        assertThat(type("of8.pdf", content)).isEqualTo(FileType.PDF);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_pdf_without_pages_is_refused_however_its_objects_are_packed(boolean packed) throws IOException {
        try (var none = new PDDocument();
                var one = new PDDocument()) {
            one.addPage(new PDPage());
            assertRefused("of8.pdf", saved(none, packed), "This PDF has no pages.");
            assertThat(type("of8.pdf", saved(one, packed))).isEqualTo(FileType.PDF);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_pdf_with_files_inside_is_refused_and_one_with_scripts_is_taken(boolean packed) throws IOException {
        try (var script = new PDDocument();
                var program = new PDDocument();
                var attachment = new PDDocument()) {
            List.of(script, program, attachment).forEach(each -> each.addPage(new PDPage()));
            script.getDocumentCatalog().setOpenAction(new PDActionJavaScript("this.calculateNow();"));
            program.getDocumentCatalog().setOpenAction(new PDActionLaunch());
            var inside = new PDComplexFileSpecification();
            inside.setFile("payload.exe");
            inside.setEmbeddedFile(new PDEmbeddedFile(attachment, new ByteArrayInputStream(new byte[] {'M', 'Z'})));
            var names = new PDEmbeddedFilesNameTreeNode();
            names.setNames(Map.of("payload.exe", inside));
            var all = new PDDocumentNameDictionary(attachment.getDocumentCatalog());
            all.setEmbeddedFiles(names);
            attachment.getDocumentCatalog().setNames(all);

            assertThat(type("sf52.pdf", saved(script, packed))).isEqualTo(FileType.PDF);
            assertRefused("sf52.pdf", saved(program, packed), "holds other files or starts programs");
            assertRefused("sf52.pdf", saved(attachment, packed), "holds other files or starts programs");
        }
    }

    private static byte[] saved(PDDocument document, boolean packed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    // --- pictures

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void a_picture_is_taken_whole_and_refused_wherever_it_is_cut_off(String format) {
        var whole = SampleFiles.picture(format, 60, 40);
        var longer = Arrays.copyOf(whole, whole.length + 500);
        assertThat(type("scan." + format, whole)).isNotNull();
        assertThat(type("scan." + format, longer))
                .as("with what some cameras add")
                .isNotNull();
        IntStream.of(20, whole.length / 2, whole.length - 1)
                .forEach(length -> assertRefused(
                        "scan." + format, Arrays.copyOf(whole, length), "This picture is cut off or damaged"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "twelve bytes | 89504e470d0a1a0a0000000d | cut off or damaged",
                "a PNG of no line | 89504e470d0a1a0a0000000d494844520000000100000000080000000000000000 | has no width or no height",
                "a PNG without points | 89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000049454e44ae426082 | cut off or damaged",
                "a PNG as large as a field | 89504e470d0a1a0a0000000d494844520001000000010000080000000000000000 | more than 150 million points",
                "a JPEG of no column | ffd8ffc0000b080001000001011100ffda0008010100003f0000ffd9 | has no width or no height",
                "a JPEG without points | ffd8ffe000104a46494600010100000100010000ffd9 | cut off or damaged",
                "a JPEG with a part of no length | ffd8ffe00000ffd9 | cut off or damaged"
            })
    void a_picture_that_shows_nothing_is_told_so(String what, String content, String sentence) {
        assertRefused("scan.png", HexFormat.of().parseHex(content), sentence);
    }

    @Test
    void a_picture_whose_points_were_changed_or_are_too_few_is_refused() {
        var changed = SampleFiles.picture("png", 60, 40);
        changed[changed.length - 20] ^= 1;
        assertRefused("scan.png", changed, "This picture is cut off or damaged");
        var taller = SampleFiles.picture("png", 60, 40);
        taller[23] = 90;
        var sum = new CRC32();
        sum.update(taller, 12, 17);
        ByteBuffer.wrap(taller).putInt(29, (int) sum.getValue());
        assertRefused("scan.png", taller, "This picture is cut off or damaged");
    }

    private static byte[] protectedPdf(int keyLength, String password) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("owner's own", password, new AccessPermission());
            policy.setEncryptionKeyLength(keyLength);
            document.protect(policy);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static FileType type(String name, byte[] content) {
        try (var file = CheckedFile.of(name, new ByteArrayInputStream(content))) {
            return file.type();
        }
    }

    private static void assertRefused(String name, byte[] content, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> type(name, content))
                .withMessageContaining(sentence)
                .satisfies(refusal -> assertThat(refusal.field()).contains("file"));
    }
}
