package io.crossgov.hiring.casefile;

import java.util.Locale;

/** When two requests are for the same position (L3): the same title, whatever its spelling in capitals, spaces and punctuation. */
final class PositionKey {

    private PositionKey() {}

    static String of(String positionTitle) {
        return positionTitle
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
