package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.PlainText;

/**
 * A pass-over request with the number of the position description of its case: a title may stand for several positions, the number does not.
 *
 * @param pdNumber null while that case has none, and then no other case is about the same position for sure
 */
record TitledPassOver(PassOver passOver, String pdNumber) {

    /** Whether this is a request of the case, or of another about the same position (L15), however its number is typed. */
    boolean isAboutThePositionOf(HiringCase hiring) {
        return passOver.isOf(hiring.number())
                || pdNumber != null
                        && hiring.positionDescription()
                                .map(PositionDescription::number)
                                .filter(number -> PlainText.same(number, pdNumber))
                                .isPresent();
    }
}
