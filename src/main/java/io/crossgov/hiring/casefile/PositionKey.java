package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.PlainText;

/** When two requests are for the same position (L3): the same title, whatever its spelling in capitals, spaces, punctuation and composed or decomposed accents. */
public final class PositionKey {

    private PositionKey() {}

    public static String of(String positionTitle) {
        return PlainText.key(positionTitle)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }
}
