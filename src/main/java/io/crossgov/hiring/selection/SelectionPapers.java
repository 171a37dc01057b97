package io.crossgov.hiring.selection;

import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.PlainText;
import io.crossgov.hiring.document.DocumentPurpose;
import io.crossgov.hiring.document.Documents;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What HR tells OPM of a selection (M7), at first and when something was missing.
 *
 * @param pdNumber the one on record; needed once the position description is classified, before that it may have none
 * @param sf52 id of the uploaded SF-52, or null: its number is enough
 */
record SelectionPapers(
        @Size(max = 40, message = "The number of the position description has at most 40 characters.") String pdNumber,
        @NotBlank(message = "Enter the SF-52 number (Request for Personnel Action).")
                @Size(max = 40, message = "The SF-52 number has at most 40 characters.")
                String sf52Number,
        UUID sf52) {

    /** Whether the position description is classified, in words for HR (L5). */
    static String classification(HiringCase hiring) {
        return hiring.pdClassified()
                ? "The position description is classified, and its signed cover sheet (OF-8) is on file."
                : "The position description is not classified yet. You can tell OPM now, but OPM cannot verify the selection before"
                        + " the task \u201c1 Classify Position Description\u201d is complete.";
    }

    /** Says what is wrong with them in this case. */
    void check(HiringCase hiring, Documents documents, Faults faults) {
        checkPdNumber(hiring, faults);
        faults.check(() -> sf52In(hiring.number(), documents));
    }

    /** The SF-52, when one was uploaded to this case; null when none was. */
    UUID sf52In(CaseNumber number, Documents documents) {
        return sf52 == null
                ? null
                : documents.inCase(number, sf52, DocumentPurpose.SF_52, "sf52").id();
    }

    /**
     * A case has one position description, and OPM hears of no other (L5): the number told is the one on record. It may be left out until
     * the description is classified; the message that brings OPM the classified one tells it then.
     */
    private void checkPdNumber(HiringCase hiring, Faults faults) {
        var recorded =
                hiring.positionDescription().map(PositionDescription::number).orElse(null);
        if (pdNumber == null) {
            if (hiring.pdClassified()) {
                faults.addByRule("L5", "pdNumber", "Enter the number of the classified position description.");
            }
        } else if (recorded != null && !PlainText.same(pdNumber, recorded)) {
            faults.addByRule(
                    "L5",
                    "pdNumber",
                    hiring.pdClassified()
                            ? "The position description is classified as " + recorded + ", not as "
                                    + PlainText.of(pdNumber) + ". Enter that number."
                            : "The position description of this case has the number " + recorded + ", not "
                                    + PlainText.of(pdNumber)
                                    + ". Enter that one, or none: OPM is told the right number when it is classified.");
        }
    }
}
