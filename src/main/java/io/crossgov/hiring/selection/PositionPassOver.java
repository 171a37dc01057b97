package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.PlainText;
import java.util.Optional;

/**
 * A request with what tells which position its case is about: within an organisation the number of the position description does, whatever
 * the position is called; a title may stand for several positions.
 *
 * @param subAgency of its case, or null
 * @param pdNumber null while that case has none
 */
record PositionPassOver(PassOver passOver, String subAgency, String pdNumber) {

    /** Whether it counts for this case: its own does, and what was decided for the same position in another one of the agency (L15). */
    boolean countsFor(HiringCase hiring) {
        return passOver.isOf(hiring.number())
                || switch (passOver.state()) {
                    case SUSTAINED -> !passOver.isObjection() && isForSure(hiring);
                    case DENIED -> mayBe(hiring);
                    case ASKED, FILED, WITHDRAWN, MOOT -> false;
                };
    }

    /** Whether both cases are about one position without doubt: nobody loses a right because two positions are called alike. */
    private boolean isForSure(HiringCase hiring) {
        return isOfOrganisation(hiring)
                && pdNumber != null
                && numberOf(hiring)
                        .filter(number -> PlainText.same(number, pdNumber))
                        .isPresent();
    }

    /** Whether they may be: while either has no number, by the title. Nobody gets round a denial by leaving the number out. */
    private boolean mayBe(HiringCase hiring) {
        return pdNumber == null || numberOf(hiring).isEmpty()
                ? isOfOrganisation(hiring) && passOver.isOfPositionCalled(hiring.positionKey())
                : isForSure(hiring);
    }

    private boolean isOfOrganisation(HiringCase hiring) {
        return subAgency == null
                ? hiring.subAgency().isEmpty()
                : hiring.subAgency()
                        .filter(other -> PlainText.same(other, subAgency))
                        .isPresent();
    }

    private static Optional<String> numberOf(HiringCase hiring) {
        return hiring.positionDescription().map(PositionDescription::number);
    }
}
