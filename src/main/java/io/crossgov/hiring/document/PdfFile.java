package io.crossgov.hiring.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.encryption.StandardSecurityHandler;

/**
 * Whether everybody can open a PDF (ISO 32000) and sees all that it holds. Looks at its end, at how it is encrypted and at its objects; of
 * packed objects it unpacks a part at a time up to a limit, so that no small file can grow. Scripts are no reason to refuse: the
 * Standard Forms that are filled in (SF-52, SF-62) compute with them, and readers keep them in. Files inside a PDF are one: nobody would know
 * that they are on record, and they may be of any type.
 */
final class PdfFile {

    /** Scanners and web servers leave zeros behind the end; within this many bytes before them it has to stand. */
    private static final int END = 4096;

    /** Bytes of a dictionary that are looked at. */
    private static final int DICTIONARY = 8192;

    private static final Pattern ENCRYPTION = Pattern.compile("/Encrypt\\s*(?:(\\d+)\\s+(\\d+)\\s+R|(<<))");
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![A-Za-z])|/Kids\\s*\\[\\s*\\d+\\s+\\d+\\s+R");

    /** Where a file is embedded or a program started; letters of names may be written by number. */
    private static final Pattern MORE_THAN_PAGES =
            Pattern.compile("/(?:E|#45)(?:F|#46)\\s*(?:<<|\\d+\\s+\\d+\\s+R)|/S\\s*/(?:L|#4[cC])aunch(?![A-Za-z])");

    private static final byte[] NO_PASSWORD = {};

    private final Latin1 content;

    private PdfFile(Latin1 content) {
        this.content = content;
    }

    static PdfFile read(Path file) throws IOException {
        return new PdfFile(new Latin1(Files.readAllBytes(file)));
    }

    /** Its end is there: what a broken upload or scan lacks. */
    boolean isComplete() {
        var bytes = content.bytes();
        var end = bytes.length;
        while (end > 0 && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        var mark = content.lastIndexOf("%%EOF");
        return mark >= 0 && end - mark <= END && content.indexOf("startxref") >= 0;
    }

    /** It is not encrypted, or only against changes: such files open for everybody. */
    boolean opensWithoutPassword() throws IOException {
        var encryption = ENCRYPTION.matcher(content);
        var dictionary = (String) null;
        // The last one counts: each saved change of a file writes its own.
        for (int at = 0; encryption.find(at); at = encryption.end()) {
            dictionary = encryption.group(3) != null
                    ? content.from(encryption.start(3), DICTIONARY)
                    : object(encryption.group(1), encryption.group(2));
        }
        return dictionary == null || opensFor(NO_PASSWORD, dictionary);
    }

    /** There is a page, or there may be one in what cannot be read here. */
    boolean hasPages() {
        return ENCRYPTION.matcher(content).find()
                || PAGE.matcher(content).find()
                || new PackedObjects(content).anyMatch(PAGE, true);
    }

    /** It has files inside, or asks its reader to start a program. */
    boolean holdsFilesOrStartsPrograms() {
        return MORE_THAN_PAGES.matcher(content).find() || new PackedObjects(content).anyMatch(MORE_THAN_PAGES, false);
    }

    private String object(String number, String generation) {
        var begin = Pattern.compile("(?<!\\d)" + number + "\\s+" + generation + "\\s+obj\\b")
                .matcher(content);
        var found = "";
        while (begin.find()) {
            found = content.from(begin.end(), DICTIONARY);
        }
        return found;
    }

    private boolean opensFor(byte[] password, String encryption) throws IOException {
        // Certificates are for named readers; no dictionary where one should be is a file that nobody can read.
        if (!encryption.contains("/Standard")) {
            return false;
        }
        var user = bytes(encryption, "U");
        var owner = bytes(encryption, "O");
        var revision = number(encryption, "R", 2);
        var keyLength = number(encryption, "V", 1) == 1 ? 40 : number(encryption, "Length", 128);
        if (user.length == 0 || owner.length == 0) {
            return false;
        }
        try {
            return new StandardSecurityHandler()
                    .isUserPassword(
                            password,
                            user,
                            owner,
                            number(encryption, "P", 0),
                            firstId(),
                            revision,
                            (keyLength < 40 ? 128 : keyLength) / 8,
                            !encryption.matches("(?s).*/EncryptMetadata\\s+false.*"));
        } catch (RuntimeException malformed) {
            return false;
        }
    }

    private byte[] firstId() {
        var id = content.lastIndexOf("/ID");
        return id < 0
                ? NO_PASSWORD
                : string(
                        content.from(id, DICTIONARY),
                        content.from(id, DICTIONARY).indexOf('[') + 1);
    }

    private static int number(String dictionary, String key, int otherwise) {
        var found = Pattern.compile("/" + key + "\\s+(-?\\d{1,10})").matcher(dictionary);
        // Permissions are 32 bits, written with a sign or without.
        return found.find() ? (int) Long.parseLong(found.group(1)) : otherwise;
    }

    private static byte[] bytes(String dictionary, String key) {
        var found = Pattern.compile("/" + key + "\\s*(?=[(<])").matcher(dictionary);
        return found.find() ? string(dictionary, found.end()) : NO_PASSWORD;
    }

    /** The string that begins at {@code start} or after blanks: {@code <hex>} or {@code (literal)}, as bytes. */
    private static byte[] string(String text, int start) {
        var at = start;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at >= text.length()) {
            return NO_PASSWORD;
        }
        return text.charAt(at) == '<'
                ? hex(text, at + 1)
                : text.charAt(at) == '(' ? literal(text, at + 1) : NO_PASSWORD;
    }

    private static byte[] hex(String text, int start) {
        var end = text.indexOf('>', start);
        var digits = end < 0 ? "" : text.substring(start, end).replaceAll("\\s", "");
        if (!digits.matches("\\p{XDigit}*")) {
            return NO_PASSWORD;
        }
        return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "0");
    }

    private static byte[] literal(String text, int start) {
        var bytes = new ByteArrayOutputStream();
        var open = 1;
        for (int at = start; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter == '\\' && at + 1 < text.length()) {
                at = escaped(text, at + 1, bytes);
                continue;
            }
            open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (open == 0) {
                break;
            }
            bytes.write(letter);
        }
        return bytes.toByteArray();
    }

    /** Writes what follows a backslash; answers where it ends. */
    private static int escaped(String text, int at, ByteArrayOutputStream bytes) {
        var letter = text.charAt(at);
        if (letter >= '0' && letter <= '7') {
            var end = at;
            var value = 0;
            while (end < text.length() && end < at + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
                value = value * 8 + text.charAt(end++) - '0';
            }
            bytes.write(value);
            return end - 1;
        }
        var named = "nrtbf".indexOf(letter);
        if (letter == '\r') {
            return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? at + 1 : at;
        }
        if (letter != '\n') {
            bytes.write(named < 0 ? letter : "\n\r\t\b\f".charAt(named));
        }
        return at;
    }
}
