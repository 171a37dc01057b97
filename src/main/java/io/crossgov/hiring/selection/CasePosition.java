package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.PlainText;
import java.util.Optional;

/**
 * What tells which position a case is about: within an organisation the number of the position description does, whatever the position is
 * called; a title may stand for several positions.
 *
 * @param subAgency of the case, or null
 * @param pdNumber null while the case has none
 */
record CasePosition(String subAgency, String pdNumber) {

    /** Whether both cases are about one position without doubt. */
    boolean isThatOf(HiringCase hiring) {
        return isOfOrganisation(hiring)
                && pdNumber != null
                && numberOf(hiring)
                        .filter(number -> PlainText.same(number, pdNumber))
                        .isPresent();
    }

    /** Whether nobody can say, of one organisation, because either case has no number yet. */
    boolean isOpenBeside(HiringCase hiring) {
        return isOfOrganisation(hiring) && (pdNumber == null || numberOf(hiring).isEmpty());
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
