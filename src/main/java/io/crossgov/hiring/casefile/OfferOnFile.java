package io.crossgov.hiring.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The offer of one selection as the case's file shows it (step 8). What has not happened yet is null.
 *
 * @param outcome how far it has come, in words
 * @param enteredEarlierBecause why the person entered on duty before the start in the final offer, in HR's words
 * @param notEnteredBecause why the person did not enter on duty, in HR's words
 */
public record OfferOnFile(
        String outcome,
        Extended tentative,
        FederalService federalService,
        PaySet pay,
        NewHireRecord newHireRecord,
        Extended finalOffer,
        String enteredEarlierBecause,
        String notEnteredBecause,
        Withdrawal withdrawal) {

    /** For those of the agency who do not write to candidates. */
    public OfferOnFile withoutLetters() {
        return new OfferOnFile(
                outcome,
                tentative.withoutLetter(),
                federalService,
                pay,
                newHireRecord,
                finalOffer == null ? null : finalOffer.withoutLetter(),
                enteredEarlierBecause,
                notEnteredBecause,
                withdrawal);
    }

    /**
     * The tentative or the final offer, and what came back.
     *
     * @param dueOn last day to answer; null while the letter with the offer has not left, for it moves with that day
     * @param delivery what became of the letter with the offer, in a sentence; null for an offer made before letters were followed
     * @param letterId of the message with the offer, to be read at {@code /cases/{number}/notices/{id}}; null for who does not read it
     * @param startOn proposed day of entry on duty; null in a tentative offer
     * @param answer in words
     * @param declinedBecause the candidate's reason
     * @param questions what the candidate asked before answering
     */
    public record Extended(
            LocalDate madeOn,
            LocalDate dueOn,
            String delivery,
            UUID letterId,
            LocalDate startOn,
            String answer,
            LocalDate answeredOn,
            String declinedBecause,
            String questions) {

        Extended withoutLetter() {
            return new Extended(madeOn, dueOn, delivery, null, startOn, answer, answeredOn, declinedBecause, questions);
        }
    }

    /** Whether the selectee is or was a federal employee, and the SF-75 that tells. */
    public record FederalService(
            boolean employee,
            String agency,
            LocalDate sf75RequestedOn,
            LocalDate sf75ReceivedOn,
            Boolean sf75ConfirmsEmployment) {}

    /**
     * Pay as set.
     *
     * @param annualRate US dollars a year
     * @param inWords all of it but the ground, in one line
     */
    public record PaySet(
            String plan,
            String grade,
            Integer step,
            BigDecimal annualRate,
            LocalDate effectiveOn,
            String ground,
            String inWords) {}

    /** The record built by hand in the agency's onboarding system. */
    public record NewHireRecord(String number, LocalDate builtOn) {}

    /**
     * How far the candidate was withdrawn after declining (L9).
     *
     * @param scope in words
     * @param documents what the candidate sent, among the documents of the case
     */
    public record Withdrawal(String scope, LocalDate on, String note, List<UUID> documents) {}
}
