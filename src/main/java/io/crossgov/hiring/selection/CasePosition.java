package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.law.SamePosition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tells which position a case is about (L13, L15): within an organisation the number of the position description does, whatever the position is
 * called. Series, grade and full performance level are the pool's, so that they tell no two of its cases apart (L4), and a title may be
 * changed: while either case has no number, nobody can say. Nor can anybody of one number in two parts of an agency.
 *
 * @param subAgency of the case, or null
 * @param pdNumbers under which it was known, none while it has none
 */
record CasePosition(String subAgency, List<String> pdNumbers) {

    CasePosition(String subAgency, String pdNumber) {
        this(subAgency, Stream.ofNullable(pdNumber).toList());
    }

    /** The same, known under this number, too. */
    CasePosition or(String pdNumber) {
        return new CasePosition(
                subAgency,
                Stream.concat(pdNumbers.stream(), Stream.ofNullable(pdNumber)).toList());
    }

    /** The same, known under this number alone, or under none. */
    CasePosition knownAs(String pdNumber) {
        return new CasePosition(subAgency, pdNumber);
    }

    /** Whether both cases are about one position without doubt. */
    boolean isThatOf(HiringCase hiring) {
        return as(hiring) == SamePosition.SAME;
    }

    SamePosition as(HiringCase hiring) {
        var number = numberOf(hiring);
        if (number.isEmpty() || pdNumbers.isEmpty()) {
            return SamePosition.UNSURE;
        }
        if (pdNumbers.stream().noneMatch(known -> PlainText.same(known, number.get()))) {
            return SamePosition.OTHER;
        }
        return isOfOrganisation(hiring) ? SamePosition.SAME : SamePosition.UNSURE;
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
