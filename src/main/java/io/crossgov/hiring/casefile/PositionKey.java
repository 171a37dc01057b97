package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.PlainText;
import java.util.Optional;

/**
 * When two requests are for the same position (L3): the same position description, whatever the position is called; while that has no
 * number yet, the same title, whatever its spelling in capitals, spaces, punctuation and composed or decomposed accents.
 */
public final class PositionKey {

    /** Stands in no title's key. */
    private static final String NUMBERED = "pd:";

    private PositionKey() {}

    /** Of a title alone. */
    public static String of(String positionTitle) {
        return PlainText.key(positionTitle)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }

    /** Of a position whose description may have a number. */
    public static String of(Optional<String> pdNumber, String positionTitle) {
        return pdNumber.map(PositionKey::of)
                .filter(number -> !number.isEmpty())
                .map(number -> NUMBERED + number)
                .orElseGet(() -> of(positionTitle));
    }

    static String of(HiringCase hiring) {
        return of(hiring.positionDescription().map(PositionDescription::number), hiring.positionTitle());
    }
}
