package io.crossgov.hiring.intake;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What people send in place of a CSV file, told by how it begins, and what they can do instead. */
enum FileLikeness {
    EXCEL(
            "This is an Excel workbook, not a CSV file. Open it in Excel, choose File, Save As, the type \"CSV UTF-8 (Comma"
                    + " delimited)\", and send that file."),
    OLD_EXCEL(
            "This is a workbook of an old Excel, or one that is protected by a password, not a CSV file. Open it in Excel, choose File,"
                    + " Save As, the type \"CSV UTF-8 (Comma delimited)\", and send that file."),
    OPEN_DOCUMENT(
            "This is an OpenDocument spreadsheet, not a CSV file. Open it, choose File, Save As, the type \"Text CSV\" with the character"
                    + " set UTF-8, and send that file."),
    NUMBERS(
            "This is a Numbers spreadsheet, not a CSV file. Open it in Numbers, choose File, Export To, CSV, the text encoding UTF-8, and"
                    + " send that file."),
    WORD("This is a Word document, not a CSV file. Put the table into a spreadsheet and save it as \"CSV UTF-8\"."),
    ZIP("This is a ZIP file. Unpack it, and send the CSV file that is in it."),
    GZIP("This is a compressed file. Unpack it, and send the CSV file that is in it."),
    PDF("This is a PDF document, not a CSV file. Ask for the table it was made from, and save that as \"CSV UTF-8\"."),
    RTF(
            "This is a text document (RTF), not a CSV file. Put the table into a spreadsheet and save it as \"CSV UTF-8\"."),
    MARKUP(
            "This is a web page or an XML file, not a CSV file, whatever its name says. Open it in a spreadsheet and save it as \"CSV"
                    + " UTF-8\"."),
    JSON("This is JSON, not a CSV file. Send a row of comma-separated cells for each candidate.");

    private final String sentence;

    FileLikeness(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /**
     * What a file is that is not text separated into cells; empty when nothing is to be said against it.
     *
     * @param head how the file begins, some thousand bytes
     */
    static Optional<FileLikeness> of(byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004")) {
            return Optional.of(zipped(text));
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of(OLD_EXCEL);
        }
        if (text.startsWith("\u001F\u008B")) {
            return Optional.of(GZIP);
        }
        if (text.startsWith("%PDF-")) {
            return Optional.of(PDF);
        }
        if (text.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        var begun = text.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
        if (begun.startsWith("<")) {
            return Optional.of(MARKUP);
        }
        return begun.startsWith("{") || begun.startsWith("[") ? Optional.of(JSON) : Optional.empty();
    }

    private static FileLikeness zipped(String text) {
        if (text.contains("application/vnd.oasis.opendocument.spreadsheet")) {
            return OPEN_DOCUMENT;
        }
        if (text.contains("word/")) {
            return WORD;
        }
        if (text.contains("xl/") || text.contains("[Content_Types].xml") || text.contains("_rels/")) {
            return EXCEL;
        }
        return text.contains("Index/") ? NUMBERS : ZIP;
    }
}
