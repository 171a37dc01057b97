package io.crossgov.hiring.offer;

import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.selection.WithdrawalScope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What one agency offers one selectee, from the tentative offer to entry on duty (step 8). Each step refuses what does not
 * follow from the one before; {@code today} is always the office's date.
 */
@Entity
class Offer {

    private static final String STILL_TO_LEAVE =
            "The message with the offer has not gone out, and when it does, it names a day to answer of its own. Have it sent, or record"
                    + " on the case’s messages how you reached the candidate; then record the question.";

    @Id
    private UUID selectionId;

    @Version
    private Integer version;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private OfferOutcome outcome;

    @Embedded
    private OfferFacts.Tentative tentative;

    @Embedded
    private OfferFacts.FederalService federal;

    @Embedded
    private OfferFacts.Pay pay;

    @Embedded
    private OfferFacts.NewHireRecord newHireRecord;

    @Embedded
    private OfferFacts.Final finalOffer;

    @Embedded
    private OfferFacts.Entry entry;

    @Embedded
    private OfferFacts.Withdrawal withdrawal;

    @ElementCollection
    @CollectionTable(name = "withdrawal_document", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    @Column(name = "document_id")
    private List<UUID> withdrawalDocuments = new ArrayList<>();

    protected Offer() {}

    /** The tentative offer, made today. */
    Offer(UUID selectionId, CaseNumber caseNumber, LocalDate dueOn, String message, LocalDate today) {
        notInThePast("dueOn", dueOn, today);
        this.selectionId = selectionId;
        this.caseNumber = caseNumber.value();
        outcome = OfferOutcome.TENTATIVE_OFFERED;
        tentative = new OfferFacts.Tentative(UUID.randomUUID(), today, null, dueOn, message, null, null, null, null);
    }

    OfferOutcome outcome() {
        return outcome;
    }

    OfferFacts facts() {
        return new OfferFacts(
                selectionId,
                caseNumber,
                outcome,
                tentative,
                federal,
                pay,
                newHireRecord,
                finalOffer,
                entry,
                withdrawal,
                List.copyOf(withdrawalDocuments));
    }

    /**
     * The letter with an offer left: the time to answer counts from here.
     *
     * @return whether that is news for an offer that is still open
     */
    boolean letterLeft(UUID letter, LocalDate on) {
        if (outcome == OfferOutcome.TENTATIVE_OFFERED
                && letter.equals(tentative.letterId())
                && tentative.sentOn() == null) {
            tentative = tentative.leftOn(on);
            return true;
        }
        if (outcome == OfferOutcome.FINAL_OFFERED
                && letter.equals(finalOffer.letterId())
                && finalOffer.sentOn() == null) {
            finalOffer = finalOffer.leftOn(on);
            return true;
        }
        return false;
    }

    /**
     * @param federalEmployee whether the candidate is or was a federal employee; null when nobody has said so
     * @param agency present or last federal agency; null for who never worked for one
     */
    void acceptTentative(LocalDate answeredOn, Boolean federalEmployee, String agency, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_OFFERED);
        var faults = new Faults();
        faults.check(() -> answeredBetween(tentative.madeOn(), answeredOn, today));
        if (federalEmployee == null) {
            faults.add("federalEmployee", "Say whether the candidate is a current or former federal employee.");
        } else if (federalEmployee && agency == null) {
            faults.add("federalAgency", "Name the federal agency the candidate works for or last worked for.");
        }
        faults.refuse();
        outcome = OfferOutcome.TENTATIVE_ACCEPTED;
        tentative = answered(answeredOn, false, null);
        federal =
                new OfferFacts.FederalService(federalEmployee, federalEmployee ? agency : null, null, null, null, null);
    }

    void declineTentative(LocalDate answeredOn, String reason, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_OFFERED);
        mustBeAnswered(tentative.madeOn(), answeredOn, reason, today);
        outcome = OfferOutcome.TENTATIVE_DECLINED;
        tentative = answered(answeredOn, false, reason);
    }

    /** Silence counts as declined, but only once the due date is over. */
    void noAnswerToTentative(LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_OFFERED);
        mustHaveLeft(tentative.sentOn());
        mustBeOver(tentative.dueOn(), today);
        outcome = OfferOutcome.TENTATIVE_DECLINED;
        tentative = answered(null, true, null);
    }

    /**
     * The candidate asks something first; the offer stays open until {@code newDueOn}. Not while the letter is still to leave: it would
     * name another day.
     */
    void moreInformation(LocalDate askedOn, String questions, LocalDate newDueOn, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_OFFERED);
        var faults = new Faults();
        if (tentative.letterId() != null && tentative.sentOn() == null) {
            faults.add("answer", STILL_TO_LEAVE);
        }
        faults.check(() -> answeredBetween(tentative.madeOn(), askedOn, today));
        if (questions == null) {
            faults.add("questions", "Write down what the candidate wants to know.");
        }
        if (newDueOn == null) {
            faults.add("newDueOn", "Give the new date by which the candidate should answer.");
        } else {
            faults.check(() -> notInThePast("newDueOn", newDueOn, today));
        }
        faults.refuse();
        tentative = new OfferFacts.Tentative(
                tentative.letterId(),
                tentative.madeOn(),
                tentative.sentOn(),
                newDueOn,
                tentative.message(),
                null,
                null,
                null,
                questions);
    }

    /** The SF-75 was asked for and came. */
    void sf75(String from, LocalDate requestedOn, LocalDate receivedOn, boolean confirmsEmployment, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_ACCEPTED);
        if (!federal.employee()) {
            throw Refusal.conflict(
                    "The selectee is on record as never having been a federal employee: no SF-75 is needed.");
        }
        var faults = new Faults();
        faults.check(() -> notInTheFuture("requestedOn", "The SF-75 was requested", requestedOn, today));
        faults.check(() -> notInTheFuture("receivedOn", "The SF-75 was received", receivedOn, today));
        if (receivedOn.isBefore(requestedOn)) {
            faults.add("receivedOn", "The SF-75 cannot have come before it was requested.");
        }
        faults.refuse();
        federal = new OfferFacts.FederalService(
                true, federal.agency(), from, requestedOn, receivedOn, confirmsEmployment);
    }

    void payIsSet(OfferFacts.Pay set, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_ACCEPTED);
        mustTakeEffectInTime(set.effectiveOn(), today);
        pay = set;
    }

    /** @throws Refusal 400 when pay would take effect on a day that is over */
    static void mustTakeEffectInTime(LocalDate effectiveOn, LocalDate today) {
        if (effectiveOn.isBefore(today)) {
            throw Refusal.invalid("effectiveOn", "The pay cannot take effect on a day in the past.");
        }
    }

    void newHireRecordIsBuilt(String recordId, LocalDate builtOn, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_ACCEPTED);
        notInTheFuture("builtOn", "The new-hire record was built", builtOn, today);
        newHireRecord = new OfferFacts.NewHireRecord(recordId, builtOn);
    }

    /** @param startOn proposed day of entry on duty */
    void extendFinal(LocalDate dueOn, LocalDate startOn, String message, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_ACCEPTED);
        if (pay == null || newHireRecord == null || federal.employee() && federal.sf75ReceivedOn() == null) {
            throw Refusal.conflict("Pre-employment is not complete yet: the final offer comes after it.");
        }
        var faults = new Faults();
        faults.check(() -> notInThePast("dueOn", dueOn, today));
        if (startOn.isBefore(dueOn)) {
            faults.add("startOn", "The proposed start date must not be before the date the answer is due.");
        }
        faults.refuse();
        outcome = OfferOutcome.FINAL_OFFERED;
        finalOffer = new OfferFacts.Final(UUID.randomUUID(), today, null, dueOn, startOn, message, null, null, null);
    }

    void acceptFinal(LocalDate answeredOn, LocalDate today) {
        mustBe(OfferOutcome.FINAL_OFFERED);
        answeredBetween(finalOffer.madeOn(), answeredOn, today);
        outcome = OfferOutcome.FINAL_ACCEPTED;
        finalOffer = finalAnswered(answeredOn, false, null);
    }

    void declineFinal(LocalDate answeredOn, String reason, LocalDate today) {
        mustBe(OfferOutcome.FINAL_OFFERED);
        mustBeAnswered(finalOffer.madeOn(), answeredOn, reason, today);
        outcome = OfferOutcome.FINAL_DECLINED;
        finalOffer = finalAnswered(answeredOn, false, reason);
    }

    void noAnswerToFinal(LocalDate today) {
        mustBe(OfferOutcome.FINAL_OFFERED);
        mustHaveLeft(finalOffer.sentOn());
        mustBeOver(finalOffer.dueOn(), today);
        outcome = OfferOutcome.FINAL_DECLINED;
        finalOffer = finalAnswered(null, true, null);
    }

    /** @param earlierBecause why the person came before the start that was offered; not asked for a later day, and not kept then */
    void enteredOnDuty(LocalDate enteredOn, String earlierBecause, LocalDate today) {
        mustBe(OfferOutcome.FINAL_ACCEPTED);
        if (enteredOn == null) {
            throw Refusal.invalid("enteredOn", "Give the day on which the person entered on duty.");
        }
        notInTheFuture("enteredOn", "The person entered on duty", enteredOn, today);
        if (enteredOn.isBefore(tentative.madeOn())) {
            throw Refusal.invalid(
                    "enteredOn",
                    "Nobody enters on duty before the offer, which was made on " + Words.of(tentative.madeOn()) + ".");
        }
        var early = enteredOn.isBefore(finalOffer.startOn());
        if (early && earlierBecause == null) {
            throw Refusal.invalid(
                    "earlierReason",
                    "The final offer says that the person starts on " + Words.of(finalOffer.startOn()) + ". Say why "
                            + Words.of(enteredOn) + ", an earlier day, was agreed on.");
        }
        outcome = OfferOutcome.ENTERED_ON_DUTY;
        entry = new OfferFacts.Entry(enteredOn, early ? earlierBecause : null, null);
    }

    void didNotEnterOnDuty(String reason) {
        mustBe(OfferOutcome.FINAL_ACCEPTED);
        if (reason == null) {
            throw Refusal.invalid("reason", "Say why the person did not enter on duty.");
        }
        outcome = OfferOutcome.DID_NOT_ENTER_ON_DUTY;
        entry = new OfferFacts.Entry(null, null, reason);
    }

    /** The scope of a declination, once and for all (L9). */
    void withdraw(WithdrawalScope scope, String note, List<UUID> documents, LocalDate today) {
        if (scope == null) {
            throw Refusal.byRule(
                    "L9",
                    "scope",
                    "Say whether the candidate declines this agency only or withdraws from all agencies. "
                            + "Without it nobody is withdrawn.");
        }
        if (!outcome.needsWithdrawalScope()) {
            throw Refusal.conflictByRule("L9", "The candidate has not declined: there is nothing to withdraw.");
        }
        if (withdrawal != null) {
            throw Refusal.conflictByRule("L9", "The scope of this withdrawal is on record already.");
        }
        withdrawal = new OfferFacts.Withdrawal(scope, today, note);
        withdrawalDocuments.addAll(documents);
    }

    /** The candidate is gone, or the case ended, outside this offer's own tasks. An offer that ended by itself stays as it is. */
    void endBeforeEntry() {
        if (!outcome.isEnded()) {
            outcome = OfferOutcome.ENDED_BEFORE_ENTRY;
        }
    }

    private OfferFacts.Tentative answered(LocalDate on, boolean noAnswer, String declineReason) {
        return new OfferFacts.Tentative(
                tentative.letterId(),
                tentative.madeOn(),
                tentative.sentOn(),
                tentative.dueOn(),
                tentative.message(),
                on,
                noAnswer,
                declineReason,
                tentative.questions());
    }

    private OfferFacts.Final finalAnswered(LocalDate on, boolean noAnswer, String declineReason) {
        return new OfferFacts.Final(
                finalOffer.letterId(),
                finalOffer.madeOn(),
                finalOffer.sentOn(),
                finalOffer.dueOn(),
                finalOffer.startOn(),
                finalOffer.message(),
                on,
                noAnswer,
                declineReason);
    }

    private void mustBe(OfferOutcome expected) {
        if (outcome != expected) {
            throw Refusal.conflict(
                    "The offer has moved on: it stands at \"" + outcome.words() + "\". Look at the case again.");
        }
    }

    private static void mustBeAnswered(LocalDate madeOn, LocalDate answeredOn, String reason, LocalDate today) {
        var faults = new Faults();
        faults.check(() -> answeredBetween(madeOn, answeredOn, today));
        if (reason == null) {
            faults.add("declineReason", "Give the candidate's reason for declining.");
        }
        faults.refuse();
    }

    private static void mustHaveLeft(LocalDate sentOn) {
        if (sentOn == null) {
            throw Refusal.invalid(
                    "answer",
                    "The offer has not gone out, so nobody has failed to answer it. Have the message sent, or record on the case’s"
                            + " messages how you reached the candidate; the time to answer counts from then.");
        }
    }

    private static void mustBeOver(LocalDate dueOn, LocalDate today) {
        if (!today.isAfter(dueOn)) {
            throw Refusal.invalid(
                    "answer",
                    "The candidate may still answer until the end of " + Words.of(dueOn)
                            + ". \"No answer\" can be recorded after that day.");
        }
    }

    private static void answeredBetween(LocalDate madeOn, LocalDate answeredOn, LocalDate today) {
        if (answeredOn == null) {
            throw Refusal.invalid("answeredOn", "Give the day on which the candidate answered.");
        }
        notInTheFuture("answeredOn", "The candidate answered", answeredOn, today);
        if (answeredOn.isBefore(madeOn)) {
            throw Refusal.invalid(
                    "answeredOn",
                    "The candidate cannot have answered before the offer was made on " + Words.of(madeOn) + ".");
        }
    }

    private static void notInThePast(String field, LocalDate dueOn, LocalDate today) {
        if (dueOn.isBefore(today)) {
            throw Refusal.invalid(
                    field, "The due date " + Words.of(dueOn) + " is in the past. Choose today or a later day.");
        }
    }

    private static void notInTheFuture(String field, String what, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw Refusal.invalid(
                    field,
                    what + " on " + Words.of(day) + "? That day is in the future. Choose today or an earlier day.");
        }
    }
}
