package io.crossgov.hiring.document;

import io.crossgov.hiring.common.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.Tika;

/** What an uploaded file is, by its content, and in a sentence what to do when it is nothing that OPM could open. */
final class FileContent {

    private static final Tika TIKA = new Tika();

    private static final String NOT_ACCEPTED =
            "This type of file is not accepted. Upload a PDF, Word (DOCX), PNG or JPEG file.";

    private static final String NOT_WHAT_ITS_NAME_SAYS = "The content of this file is not what its name says."
            + " Open it, save it as PDF, Word (DOCX), PNG or JPEG, and upload that.";

    private static final String DAMAGED =
            "This Word file is cut off or damaged. Open it in Word, save it again, and upload that.";

    /** What people hold for one of the accepted types, or could turn into one. */
    private static final Map<String, String> WAY_OUT = Map.ofEntries(
            Map.entry("image/heic", "This is an iPhone photo (HEIC). Save it as JPEG or PDF, and upload that."),
            Map.entry("image/heif", "This is an iPhone photo (HEIC). Save it as JPEG or PDF, and upload that."),
            Map.entry("image/avif", "This is an AVIF picture. Save it as JPEG or PNG, and upload that."),
            Map.entry("image/webp", "This is a WebP picture. Save it as JPEG or PNG, and upload that."),
            Map.entry("image/tiff", "This is a TIFF picture. Save it as PDF, and upload that."),
            Map.entry("image/gif", "This is a GIF picture. Save it as JPEG or PNG, and upload that."),
            Map.entry(
                    "application/rtf",
                    "This is an RTF file. Open it in Word, save it as DOCX or PDF, and upload that."),
            Map.entry(
                    "application/vnd.oasis.opendocument.text",
                    "This is an OpenDocument text (ODT). Save it as DOCX or PDF, and upload that."));

    private FileContent() {}

    /**
     * @param name as the person called it, null when it has none
     * @throws Refusal 400 for everything that is not accepted, saying what it is and what to do
     */
    static FileType of(Path file, String name) throws IOException {
        String detected;
        try (var content = Files.newInputStream(file)) {
            detected = TIKA.detect(content);
        }
        return switch (detected) {
            case "application/pdf" -> openable(file);
            case "image/png" -> shown(Picture.png(file), FileType.PNG);
            case "image/jpeg" -> shown(Picture.jpeg(file), FileType.JPEG);
            case "application/zip", "application/x-tika-ooxml" -> word(file, name);
            case "application/x-tika-msoffice" ->
                throw refused(
                        CompoundFile.isLocked(file)
                                ? "This file is protected with a password. Remove it in Word (File, Info, Protect Document),"
                                        + " save, and upload it again."
                                : CompoundFile.isWord(file)
                                        ? "This is a Word file of the old kind (DOC). Open it in Word, save it as DOCX or PDF,"
                                                + " and upload that."
                                        : notAccepted(name));
            default -> throw refused(WAY_OUT.getOrDefault(detected, notAccepted(name)));
        };
    }

    private static FileType shown(Picture.State state, FileType type) {
        return switch (state) {
            case WHOLE -> type;
            case CUT_OFF ->
                throw refused(
                        "This picture is cut off or damaged: not all of it is there. Save or take it again, and upload that.");
            case EMPTY ->
                throw refused("This picture is empty: it has no width or no height. Save it again, and upload that.");
            case TOO_LARGE ->
                throw refused("This picture has more than 150 million points, which most programs cannot show."
                        + " Save it smaller or as PDF, and upload that.");
        };
    }

    private static FileType openable(Path file) throws IOException {
        var pdf = PdfFile.read(file);
        if (!pdf.isComplete()) {
            throw refused("This PDF is cut off: its end is missing. Save or scan it again, and upload that.");
        }
        if (!pdf.opensWithoutPassword()) {
            throw refused("This PDF opens with a password only. Save it without one, and upload that.");
        }
        if (!pdf.hasPages()) {
            throw refused("This PDF has no pages. Save or scan it again, and upload that.");
        }
        if (pdf.holdsFilesOrStartsPrograms()) {
            throw refused(
                    "This PDF holds other files or starts programs. Print it to a new PDF, upload that, and upload the"
                            + " files in it one by one.");
        }
        return FileType.PDF;
    }

    private static FileType word(Path file, String name) throws IOException {
        return switch (OfficePackage.contentOf(file)) {
            case WORD_DOCUMENT -> FileType.DOCX;
            case WORD_WITH_MACROS ->
                throw refused(
                        "This Word file holds macros. Save it as a Word document without macros (DOCX) or as PDF, and upload that.");
            case WORD_TEMPLATE ->
                throw refused("This is a Word template. Save it as a Word document (DOCX) or as PDF, and upload that.");
            case OTHER_OFFICE_FILE ->
                throw refused("This is an Office file, but no Word document. Save it as PDF, and upload that.");
            case EMPTY_WORD_DOCUMENT -> throw refused("This Word document is empty. Upload the one that has content.");
            case GROWS ->
                throw refused(
                        "Unpacked, this file is larger than 250 MB, which most programs cannot open. Save it as PDF, and upload that.");
            case DAMAGED -> throw refused(isCalledWord(name) ? DAMAGED : notAccepted(name));
            case NO_OFFICE_FILE -> throw refused(notAccepted(name));
        };
    }

    /** Where the name is that of an accepted type, "not accepted" alone would say the opposite of what the person sees. */
    private static String notAccepted(String name) {
        var extension = extension(name);
        return Arrays.stream(FileType.values())
                        .anyMatch(type -> type.extensions().contains(extension))
                ? NOT_WHAT_ITS_NAME_SAYS
                : NOT_ACCEPTED;
    }

    private static boolean isCalledWord(String name) {
        return FileType.DOCX.extensions().contains(extension(name));
    }

    private static String extension(String name) {
        var dot = name == null ? -1 : name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static Refusal refused(String sentence) {
        return Refusal.invalid("file", sentence);
    }
}
