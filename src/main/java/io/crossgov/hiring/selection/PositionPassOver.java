package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;

/** A request with the position that its case is about. */
record PositionPassOver(PassOver passOver, CasePosition position) {

    PositionPassOver(PassOver passOver, String subAgency, String pdNumber) {
        this(passOver, new CasePosition(subAgency, pdNumber));
    }

    /**
     * Whether it counts for this case: its own does, and what was decided for the same position in another one of the agency (L15). Nobody
     * loses a right because two positions are called alike, and nobody gets round a denial by leaving the number of the position out.
     */
    boolean countsFor(HiringCase hiring) {
        return passOver.isOf(hiring.number())
                || switch (passOver.state()) {
                    case SUSTAINED -> !passOver.isObjection() && position.isThatOf(hiring);
                    case DENIED ->
                        position.isThatOf(hiring)
                                || position.isOpenBeside(hiring) && passOver.isOfPositionCalled(hiring.positionKey());
                    case ASKED, FILED, WITHDRAWN, MOOT -> false;
                };
    }
}
