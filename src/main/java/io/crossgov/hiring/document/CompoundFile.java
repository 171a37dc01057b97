package io.crossgov.hiring.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The container of Office files before 2007, in which Word also locks up a DOCX that has a password. Its directory names what is
 * inside (in UTF-16), which is enough to tell people what they hold; nothing is read from it.
 */
final class CompoundFile {

    private CompoundFile() {}

    /** A newer Office file behind a password. */
    static boolean isLocked(Path file) throws IOException {
        return names(file, "EncryptedPackage");
    }

    /** A Word document of the old kind. */
    static boolean isWord(Path file) throws IOException {
        return names(file, "WordDocument");
    }

    private static boolean names(Path file, String entry) throws IOException {
        var content = new Latin1(Files.readAllBytes(file));
        return content.indexOf(new String(entry.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)) >= 0;
    }
}
