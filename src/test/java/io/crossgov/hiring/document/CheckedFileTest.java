package io.crossgov.hiring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossgov.hiring.common.Refusal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collections;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedFileTest {

    @Test
    void a_pdf_is_taken_and_its_hash_is_that_of_its_content() {
        try (var file = check("cover sheet.pdf", Samples.pdf())) {
            assertThat(file.type()).isEqualTo(FileType.PDF);
            assertThat(file.name()).isEqualTo("cover sheet.pdf");
            assertThat(file.size()).isEqualTo(Samples.pdf().length);
            assertThat(file.sha256()).isEqualTo(Samples.sha256(Samples.pdf()));
        }
    }

    @Test
    void the_working_copy_is_gone_afterwards() {
        var file = check("cover sheet.pdf", Samples.pdf());
        assertThat(file.path()).exists();
        file.close();
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void pictures_are_taken() {
        try (var png = check("scan.png", Samples.png());
                var jpeg = check("scan.JPEG", Samples.jpeg())) {
            assertThat(png.type()).isEqualTo(FileType.PNG);
            assertThat(jpeg.type()).isEqualTo(FileType.JPEG);
            assertThat(jpeg.name()).isEqualTo("scan.jpeg");
        }
    }

    @Test
    void an_empty_file_is_refused() {
        assertRefused("empty.pdf", new byte[0], "The file is empty. Choose a file that has content.");
    }

    @Test
    void exactly_25_megabytes_are_taken_and_one_byte_more_is_refused() {
        var limit = (int) CheckedFile.LIMIT;
        try (var file = CheckedFile.of("long.pdf", Samples.pdfOfSize(limit))) {
            assertThat(file.size()).isEqualTo(limit);
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> CheckedFile.of("long.pdf", Samples.pdfOfSize(limit + 1)))
                .withMessage("The file is larger than 25 MB. Make it smaller or split it, then upload it again.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C:\\Users\\me\\of8.pdf | of8.pdf",
                "../../etc/passwd | passwd.pdf",
                "harmless.exe | harmless.exe.pdf",
                "a\u202Efdp.exe.pdf | afdp.exe.pdf",
                "PD <13>: \"CX\".PDF | PD _13__ _CX_.pdf",
                ".pdf | document.pdf",
                "'   ' | document.pdf",
                "Resum\u0065\u0301.pdf | Resum\u00e9.pdf",
                "a\tb.pdf | a b.pdf"
            })
    void a_file_name_deceives_nobody(String given, String kept) {
        assertThat(FileName.safe(given, FileType.PDF)).isEqualTo(kept);
    }

    @Test
    void a_long_file_name_is_cut_but_keeps_its_extension() {
        var name = FileName.safe(String.join("", Collections.nCopies(400, "\uD83D\uDCC4")) + ".pdf", FileType.PDF);
        assertThat(name).endsWith("\uD83D\uDCC4.pdf").hasSizeLessThan(310);
        assertThat(FileName.safe(null, FileType.PNG)).isEqualTo("document.png");
    }

    @Test
    void nothing_stays_on_disk_of_a_refused_file() throws Exception {
        var before = uploads();
        assertRefused("words.pdf", "words".getBytes(java.nio.charset.StandardCharsets.UTF_8), "not what its name says");
        assertThat(uploads()).isEqualTo(before);
    }

    private static long uploads() throws java.io.IOException {
        try (var files = Files.list(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("upload-"))
                    .count();
        }
    }

    private static CheckedFile check(String name, byte[] content) {
        return CheckedFile.of(name, new ByteArrayInputStream(content));
    }

    private static void assertRefused(String name, byte[] content, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> check(name, content))
                .withMessageContaining(why)
                .satisfies(refusal -> assertThat(refusal.field()).contains("file"));
    }

    static final class Samples {

        private Samples() {}

        static byte[] pdf() {
            return SampleFiles.pdf();
        }

        static InputStream pdfOfSize(int size) {
            var content = new byte[size];
            System.arraycopy(pdf(), 0, content, 0, pdf().length);
            // A padded end, as scanners leave it.
            return new ByteArrayInputStream(content);
        }

        static byte[] png() {
            return SampleFiles.picture("png", 40, 30);
        }

        static byte[] jpeg() {
            return SampleFiles.picture("jpeg", 40, 30);
        }

        static String sha256(byte[] content) {
            try {
                return HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(content));
            } catch (java.security.NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
