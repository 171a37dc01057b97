package io.crossgov.hiring.casefile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crossgov.hiring.common.CaseNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One selection as the case's file shows it.
 *
 * @param state where it stands, in words
 * @param heldBy which other selection holds the candidate now, for OPM; null when none does, and for everybody else (L8)
 * @param alternates names, best first; none for the agency of a closed case
 * @param electedBy full name of the hiring manager
 * @param opmToldOn null until step 5 is done, as are {@code sf52Number}, {@code releasedOn}, {@code review}, {@code opm}'s,
 *     {@code offer} and {@code enteredOnDutyOn} until theirs is
 * @param recipients who at the agency gets the certificate
 * @param opm what OPM answered last in step 7
 * @param endedOn when it was filled, lost or declined; null while it runs
 */
public record SelectionOnFile(
        UUID id,
        String candidate,
        String applicantNumber,
        String dutyLocation,
        String state,
        Holder heldBy,
        List<String> alternates,
        LocalDate electedOn,
        String electedBy,
        LocalDate opmToldOn,
        String sf52Number,
        List<Recipient> recipients,
        LocalDate releasedOn,
        ReturnedReview review,
        @JsonUnwrapped OpmAnswer opm,
        OfferOnFile offer,
        LocalDate enteredOnDutyOn,
        LocalDate endedOn) {

    /**
     * OPM's answer in step 7; nothing before there is one.
     *
     * @param verification in words
     * @param verificationBy full name of whoever at OPM gave it
     * @param verificationMissing what OPM found missing or, of somebody who cannot be selected, what does not hold; one sentence each
     * @param verificationComment OPM's own words, or null
     */
    public record OpmAnswer(
            String verification,
            LocalDate verificationOn,
            String verificationBy,
            List<String> verificationMissing,
            String verificationComment) {

        /** None yet. */
        public static final OpmAnswer NONE = new OpmAnswer(null, null, null, List.of(), null);
    }

    /** A verified selection of another case. @param inWords who holds the candidate, and since when, as a sentence */
    public record Holder(CaseNumber caseNumber, String inWords) {}

    /** Somebody who gets the certificate with the application material (step 5). */
    public record Recipient(String name, String email) {}

    /**
     * The returned certificate review (step 6).
     *
     * @param returnedBy full name
     * @param decisions the selected first; that on the person hired only, for the agency of a closed case
     */
    public record ReturnedReview(LocalDate returnedOn, String returnedBy, List<Decided> decisions) {}

    /**
     * The agency's word on one candidate of the certificate.
     *
     * @param outcome in words, with its place for an alternate: "Alternate 2"
     */
    public record Decided(String candidate, String applicantNumber, String outcome) {}
}
