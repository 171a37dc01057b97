package io.crossgov.hiring.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** The file types that are accepted, told by content alone. */
enum FileType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg");

    static final String ACCEPTED = "PDF, Word (DOCX), PNG and JPEG";

    private static final Tika TIKA = new Tika();

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    List<String> extensions() {
        return extensions;
    }

    /** What the content is; empty for everything that is not accepted. */
    static Optional<FileType> of(Path file) throws IOException {
        String detected;
        try (var content = java.nio.file.Files.newInputStream(file)) {
            detected = TIKA.detect(content);
        }
        if ("application/zip".equals(detected) || "application/x-tika-ooxml".equals(detected)) {
            return isWordDocument(file) ? Optional.of(DOCX) : Optional.empty();
        }
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(detected))
                .findFirst();
    }

    /** Reads the archive's directory only: nothing is unpacked, so no small file can grow. Word files with macros are no DOCX. */
    private static boolean isWordDocument(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null
                    && zip.getEntry("word/document.xml") != null
                    && zip.getEntry("word/vbaProject.bin") == null;
        } catch (ZipException notAnArchive) {
            return false;
        }
    }
}
