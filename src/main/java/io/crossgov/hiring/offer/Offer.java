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
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What one agency offers one selectee, from the tentative offer to entry on duty (step 8). Each step refuses what does not
 * follow from the one before; {@code today} is always the office's date.
 */
@Entity
class Offer {

    @Id
    private UUID selectionId;

    @Version
    private Long version;

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

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "withdrawal_document", joinColumns = @JoinColumn(name = "selection_id"))
    @OrderColumn(name = "place")
    @Column(name = "document_id")
    private List<UUID> withdrawalDocuments = new ArrayList<>();

    protected Offer() {}

    /** The tentative offer, made today. */
    Offer(UUID selectionId, CaseNumber caseNumber, LocalDate dueOn, String message, LocalDate today) {
        mustHold(faults -> OfferRules.tentative(dueOn, today, faults));
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
        mustHold(faults -> OfferRules.accepted(tentative.madeOn(), answeredOn, federalEmployee, agency, today, faults));
        outcome = OfferOutcome.TENTATIVE_ACCEPTED;
        tentative = answered(answeredOn, false, null);
        federal =
                new OfferFacts.FederalService(federalEmployee, federalEmployee ? agency : null, null, null, null, null);
    }

    void declineTentative(LocalDate answeredOn, String reason, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_OFFERED);
        mustHold(faults -> OfferRules.declined(tentative.madeOn(), answeredOn, reason, today, faults));
        outcome = OfferOutcome.TENTATIVE_DECLINED;
        tentative = answered(answeredOn, false, reason);
    }

    /** Silence counts as declined, but only once the due date is over. */
    void noAnswerToTentative(LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_OFFERED);
        mustHold(faults -> OfferRules.unanswered(tentative.sentOn(), tentative.dueOn(), today, faults));
        outcome = OfferOutcome.TENTATIVE_DECLINED;
        tentative = answered(null, true, null);
    }

    /**
     * The candidate asks something first; the offer stays open until {@code newDueOn}. Not while the letter is still to leave: it would
     * name another day.
     */
    void moreInformation(LocalDate askedOn, String questions, LocalDate newDueOn, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_OFFERED);
        mustHold(faults -> OfferRules.asked(tentative, askedOn, questions, newDueOn, today, faults));
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
        mustHold(faults -> OfferRules.sf75(tentative.madeOn(), requestedOn, receivedOn, today, faults));
        federal = new OfferFacts.FederalService(
                true, federal.agency(), from, requestedOn, receivedOn, confirmsEmployment);
    }

    void payIsSet(OfferFacts.Pay set, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_ACCEPTED);
        mustHold(faults -> OfferRules.pay(set.effectiveOn(), today, faults));
        pay = set;
    }

    void newHireRecordIsBuilt(String recordId, LocalDate builtOn, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_ACCEPTED);
        mustHold(faults -> OfferRules.newHireRecord(tentative.madeOn(), builtOn, today, faults));
        newHireRecord = new OfferFacts.NewHireRecord(recordId, builtOn);
    }

    /** @param startOn proposed day of entry on duty */
    void extendFinal(LocalDate dueOn, LocalDate startOn, String message, LocalDate today) {
        mustBe(OfferOutcome.TENTATIVE_ACCEPTED);
        if (pay == null || newHireRecord == null || federal.employee() && federal.sf75ReceivedOn() == null) {
            throw Refusal.conflict("Pre-employment is not complete yet: the final offer comes after it.");
        }
        mustHold(faults -> OfferRules.finalOffer(dueOn, startOn, today, faults));
        outcome = OfferOutcome.FINAL_OFFERED;
        finalOffer = new OfferFacts.Final(UUID.randomUUID(), today, null, dueOn, startOn, message, null, null, null);
    }

    void acceptFinal(LocalDate answeredOn, LocalDate today) {
        mustBe(OfferOutcome.FINAL_OFFERED);
        mustHold(faults -> OfferRules.answered(finalOffer.madeOn(), answeredOn, today, faults));
        outcome = OfferOutcome.FINAL_ACCEPTED;
        finalOffer = finalAnswered(answeredOn, false, null);
    }

    void declineFinal(LocalDate answeredOn, String reason, LocalDate today) {
        mustBe(OfferOutcome.FINAL_OFFERED);
        mustHold(faults -> OfferRules.declined(finalOffer.madeOn(), answeredOn, reason, today, faults));
        outcome = OfferOutcome.FINAL_DECLINED;
        finalOffer = finalAnswered(answeredOn, false, reason);
    }

    void noAnswerToFinal(LocalDate today) {
        mustBe(OfferOutcome.FINAL_OFFERED);
        mustHold(faults -> OfferRules.unanswered(finalOffer.sentOn(), finalOffer.dueOn(), today, faults));
        outcome = OfferOutcome.FINAL_DECLINED;
        finalOffer = finalAnswered(null, true, null);
    }

    /** @param earlierBecause why the person came before the start that was offered; for an earlier day only */
    void enteredOnDuty(LocalDate enteredOn, String earlierBecause, LocalDate today) {
        mustBe(OfferOutcome.FINAL_ACCEPTED);
        mustHold(faults -> OfferRules.entered(
                finalOffer.madeOn(), finalOffer.startOn(), enteredOn, earlierBecause, today, faults));
        outcome = OfferOutcome.ENTERED_ON_DUTY;
        entry = new OfferFacts.Entry(enteredOn, earlierBecause, null);
    }

    void didNotEnterOnDuty(String reason, LocalDate today) {
        mustBe(OfferOutcome.FINAL_ACCEPTED);
        mustHold(faults -> OfferRules.didNotEnter(reason, finalOffer.startOn(), today, faults));
        outcome = OfferOutcome.DID_NOT_ENTER_ON_DUTY;
        entry = new OfferFacts.Entry(null, null, reason);
    }

    /** The scope of a declination, once and for all (L9). */
    void withdraw(WithdrawalScope scope, String note, List<UUID> documents, LocalDate today) {
        mustHold(faults -> OfferRules.withdrawal(scope, documents, faults));
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

    /** @throws Refusal 409 when the offer does not stand there: then no answers help */
    void mustBe(OfferOutcome expected) {
        if (outcome != expected) {
            throw Refusal.conflict(
                    "The offer has moved on: it stands at \"" + outcome.words() + "\". Look at the case again.");
        }
    }

    /** @throws Refusal 400 with everything that a rule finds wrong */
    private static void mustHold(Consumer<Faults> rule) {
        var faults = new Faults();
        rule.accept(faults);
        faults.refuse();
    }
}
