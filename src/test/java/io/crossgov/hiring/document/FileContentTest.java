package io.crossgov.hiring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crossgov.hiring.common.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
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
                "<x/>");
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
                        "not what its name says"),
                arguments(
                        "a damaged archive",
                        Arrays.copyOf(SampleFiles.docx(), SampleFiles.docx().length / 2),
                        "not what its name says"));
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
