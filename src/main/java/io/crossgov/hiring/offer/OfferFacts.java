package io.crossgov.hiring.offer;

import io.crossgov.hiring.selection.WithdrawalScope;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything recorded about one offer. Parts not reached yet are null.
 *
 * @param federal null until the tentative offer is accepted
 */
public record OfferFacts(
        UUID selectionId,
        String caseNumber,
        OfferOutcome outcome,
        Tentative tentative,
        FederalService federal,
        Pay pay,
        NewHireRecord newHireRecord,
        Final finalOffer,
        Entry entry,
        Withdrawal withdrawal,
        List<UUID> withdrawalDocuments) {

    /** The last day to answer the offer that is open, or was open last. */
    public LocalDate dueOn() {
        return finalOffer == null ? tentative.dueOn() : finalOffer.dueOn();
    }

    /** The day on which the letter with the offer that is open, or was open last, left; empty while it has not. */
    public Optional<LocalDate> sentOn() {
        return Optional.ofNullable(finalOffer == null ? tentative.sentOn() : finalOffer.sentOn());
    }

    /** The letter with the offer that is open, or was open last; empty for one made before letters were followed. */
    public Optional<UUID> letterId() {
        return Optional.ofNullable(finalOffer == null ? tentative.letterId() : finalOffer.letterId());
    }

    /** Whether that letter asks for an answer that is still to be given. */
    public boolean awaitsAnswerTo(UUID letter) {
        return (outcome == OfferOutcome.TENTATIVE_OFFERED || outcome == OfferOutcome.FINAL_OFFERED)
                && letterId().filter(letter::equals).isPresent();
    }

    /** The days the candidate was given to answer that offer, from the day its letter leaves. */
    public int daysToAnswer() {
        var from = sentOn().orElse(finalOffer == null ? tentative.madeOn() : finalOffer.madeOn());
        return (int) ChronoUnit.DAYS.between(from, dueOn());
    }

    /** The day on which the candidate accepted the tentative offer, if that happened (L19). */
    public Optional<LocalDate> tentativeAcceptedOn() {
        // Who is or was a federal employee is asked exactly when the offer is accepted.
        return federal == null ? Optional.empty() : Optional.of(tentative.answeredOn());
    }

    /** The last day to answer, when the offer left and was not answered in all the days there were; empty when anything else became of it. */
    public Optional<LocalDate> unansweredUntil() {
        return switch (outcome) {
            case TENTATIVE_DECLINED ->
                Optional.of(tentative.dueOn()).filter(until -> Boolean.TRUE.equals(tentative.noAnswer()));
            case FINAL_DECLINED ->
                Optional.of(finalOffer.dueOn()).filter(until -> Boolean.TRUE.equals(finalOffer.noAnswer()));
            default -> Optional.empty();
        };
    }

    /** What HR adds to the offer that is open, or was open last; null if nothing. */
    public String message() {
        return finalOffer == null ? tentative.message() : finalOffer.message();
    }

    /** Why the candidate is lost, in HR's words; null if nobody said, or nobody is. */
    public String lostBecause() {
        return switch (outcome) {
            case TENTATIVE_DECLINED -> tentative.declineReason();
            case FINAL_DECLINED -> finalOffer.declineReason();
            case DID_NOT_ENTER_ON_DUTY -> entry.notEnteredReason();
            default -> null;
        };
    }

    /** How far the offer has come; who says nothing has declined nothing, and is not told to have. */
    public String standing() {
        return noAnswer()
                ? "no answer to the " + (finalOffer == null ? "tentative" : "final") + " offer by " + Words.of(dueOn())
                : outcome.words();
    }

    /** The same, and since when: what OPM counts by is the day on which it happened, not the day it heard of it. */
    public String outcomeInWords() {
        var day =
                switch (outcome) {
                    case TENTATIVE_ACCEPTED, TENTATIVE_DECLINED -> tentative.answeredOn();
                    case FINAL_ACCEPTED, FINAL_DECLINED -> finalOffer.answeredOn();
                    case ENTERED_ON_DUTY -> entry.enteredOn();
                    case TENTATIVE_OFFERED, FINAL_OFFERED, DID_NOT_ENTER_ON_DUTY, ENDED_BEFORE_ENTRY -> null;
                };
        return standing() + (day == null ? "" : " on " + Words.of(day));
    }

    /** Whether the candidate is lost by silence until the due date. */
    public boolean noAnswer() {
        return finalOffer == null
                ? Boolean.TRUE.equals(tentative.noAnswer())
                : Boolean.TRUE.equals(finalOffer.noAnswer());
    }

    /**
     * The tentative offer.
     *
     * @param letterId of the letter with the offer (M12); null for one made before letters were followed
     * @param sentOn the day on which that letter left; null while it has not
     * @param dueOn last day to answer
     * @param noAnswer whether the candidate let the due date pass
     * @param questions what the candidate asked last
     */
    @Embeddable
    public record Tentative(
            @Column(name = "tentative_letter_id") UUID letterId,
            @Column(name = "tentative_made_on") LocalDate madeOn,
            @Column(name = "tentative_sent_on") LocalDate sentOn,
            @Column(name = "tentative_due_on") LocalDate dueOn,
            @Column(name = "tentative_message") String message,
            @Column(name = "tentative_answered_on") LocalDate answeredOn,
            @Column(name = "tentative_no_answer") Boolean noAnswer,
            @Column(name = "tentative_decline_reason") String declineReason,
            @Column(name = "tentative_questions") String questions) {

        /** With the letter gone on that day: the candidate has as many days as HR gave, whenever it leaves. */
        Tentative leftOn(LocalDate day) {
            return new Tentative(
                    letterId,
                    madeOn,
                    day,
                    moved(madeOn, dueOn, day),
                    message,
                    answeredOn,
                    noAnswer,
                    declineReason,
                    questions);
        }
    }

    /**
     * Whether the selectee is or was a federal employee, and the SF-75 that tells.
     *
     * @param agency present or last agency, as HR confirmed it
     */
    @Embeddable
    public record FederalService(
            @Column(name = "federal_employee") Boolean employee,
            @Column(name = "federal_agency") String agency,
            @Column(name = "sf75_requested_from") String sf75RequestedFrom,
            @Column(name = "sf75_requested_on") LocalDate sf75RequestedOn,
            @Column(name = "sf75_received_on") LocalDate sf75ReceivedOn,
            @Column(name = "sf75_confirms_employment") Boolean sf75ConfirmsEmployment) {}

    /**
     * Pay as set.
     *
     * @param annualRate US dollars a year
     * @param ground why this rate, for a rate above the first step
     */
    @Embeddable
    public record Pay(
            @Column(name = "pay_plan") String plan,
            @Column(name = "pay_grade") String grade,
            @Column(name = "pay_step") Integer step,
            @Column(name = "pay_annual_rate") BigDecimal annualRate,
            @Column(name = "pay_effective_on") LocalDate effectiveOn,
            @Column(name = "pay_ground") String ground) {

        /** For example "GS-13, step 3, $105,000 a year from May 4, 2026". */
        public String inWords() {
            return plan + "-" + grade + (step == null ? "" : ", step " + step)
                    + String.format(Locale.US, ", $%,.2f a year from ", annualRate) + Words.of(effectiveOn);
        }
    }

    /** The record built by hand in the agency's onboarding system. */
    @Embeddable
    public record NewHireRecord(
            @Column(name = "new_hire_record_id") String id,
            @Column(name = "new_hire_record_built_on") LocalDate builtOn) {}

    private static LocalDate moved(LocalDate madeOn, LocalDate dueOn, LocalDate leftOn) {
        return dueOn.plusDays(ChronoUnit.DAYS.between(madeOn, leftOn));
    }

    /** The final offer; letter and day of sending as in the tentative one. */
    @Embeddable
    public record Final(
            @Column(name = "final_letter_id") UUID letterId,
            @Column(name = "final_made_on") LocalDate madeOn,
            @Column(name = "final_sent_on") LocalDate sentOn,
            @Column(name = "final_due_on") LocalDate dueOn,
            @Column(name = "final_start_on") LocalDate startOn,
            @Column(name = "final_message") String message,
            @Column(name = "final_answered_on") LocalDate answeredOn,
            @Column(name = "final_no_answer") Boolean noAnswer,
            @Column(name = "final_decline_reason") String declineReason) {

        /** As in the tentative offer; the proposed start stays after the last day to answer. */
        Final leftOn(LocalDate day) {
            return new Final(
                    letterId,
                    madeOn,
                    day,
                    moved(madeOn, dueOn, day),
                    startOn,
                    message,
                    answeredOn,
                    noAnswer,
                    declineReason);
        }
    }

    /** Entry on duty, or why there was none. @param earlierBecause why it was before the start in the final offer, otherwise null */
    @Embeddable
    public record Entry(
            @Column(name = "entered_on_duty_on") LocalDate enteredOn,
            @Column(name = "entered_earlier_because") String earlierBecause,
            @Column(name = "not_entered_reason") String notEnteredReason) {}

    /** How far a declining candidate is withdrawn (L9). */
    @Embeddable
    public record Withdrawal(
            @Enumerated(EnumType.STRING) @Column(name = "withdrawal_scope") WithdrawalScope scope,
            @Column(name = "withdrawal_on") LocalDate on,
            @Column(name = "withdrawal_note") String note) {}
}
