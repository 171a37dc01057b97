package io.crossgov.hiring.document;

import io.crossgov.hiring.common.PlainText;
import java.util.Locale;

/** File names that every file system takes and no reader is deceived by. */
final class FileName {

    private static final int LONGEST = 150;

    private FileName() {}

    /**
     * The last part of the name, without control, direction or reserved characters, not too long, and with an extension that
     * says what the content is.
     */
    static String safe(String name, FileType type) {
        var last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = PlainText.of(last)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[\"*:<>?|;%]", "_")
                .strip();
        var dot = clean.lastIndexOf('.');
        var extension = dot < 0 ? "" : clean.substring(dot + 1).toLowerCase(Locale.ROOT);
        var saysWhatItIs = type.extensions().contains(extension);
        var stem = saysWhatItIs ? clean.substring(0, dot) : clean;
        if (!saysWhatItIs) {
            extension = type.extensions().get(0);
        }
        stem = stem.replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (stem.codePointCount(0, stem.length()) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST)).strip();
        }
        return (stem.isEmpty() ? "document" : stem) + "." + extension;
    }
}
