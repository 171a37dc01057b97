package io.crossgov.hiring.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.selection.WithdrawalScope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfferTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = TODAY.plusDays(5);
    private static final LocalDate LATE = DUE.plusDays(1);
    private static final LocalDate START = LocalDate.of(2026, 5, 4);

    private final Offer offer = new Offer(UUID.randomUUID(), CaseNumber.of(2026, 1), DUE, "Welcome.", TODAY);

    @Test
    void an_offer_may_be_due_today() {
        var urgent = new Offer(UUID.randomUUID(), CaseNumber.of(2026, 2), TODAY, null, TODAY);
        assertThat(urgent.facts().dueOn()).isEqualTo(TODAY);
    }

    @Test
    void an_offer_due_in_the_past_is_refused() {
        refused(
                () -> new Offer(UUID.randomUUID(), CaseNumber.of(2026, 2), TODAY.minusDays(1), null, TODAY),
                Refusal.Kind.INVALID,
                "dueOn",
                "The due date Mar 1, 2026 is in the past. Choose today or a later day.");
    }

    @Test
    void a_candidate_who_accepts_is_accepted_on_the_day_of_the_answer() {
        offer.acceptTentative(TODAY, false, null, TODAY.plusDays(1));

        assertThat(offer.outcome()).isEqualTo(OfferOutcome.TENTATIVE_ACCEPTED);
        assertThat(offer.facts().tentativeAcceptedOn()).contains(TODAY);
        assertThat(offer.facts().lostBecause()).isNull();
    }

    @Test
    void a_candidate_may_still_accept_after_the_due_date_while_HR_waits() {
        offer.acceptTentative(LATE, false, null, LATE);

        assertThat(offer.outcome()).isEqualTo(OfferOutcome.TENTATIVE_ACCEPTED);
    }

    @Test
    void a_federal_employee_needs_the_agency_that_is_asked_for_the_SF_75() {
        refused(
                () -> offer.acceptTentative(TODAY, true, null, TODAY),
                Refusal.Kind.INVALID,
                "federalAgency",
                "Name the federal agency the candidate works for or last worked for.");
    }

    @Test
    void who_never_was_a_federal_employee_has_no_agency_on_record() {
        offer.acceptTentative(TODAY, false, "General Services Administration", TODAY);

        assertThat(offer.facts().federal().agency()).isNull();
    }

    @Test
    void an_answer_in_the_future_is_refused() {
        refused(
                () -> offer.acceptTentative(LATE, false, null, TODAY),
                Refusal.Kind.INVALID,
                "answeredOn",
                "The candidate answered on Mar 8, 2026? That day is in the future. Choose today or an earlier day.");
    }

    @Test
    void an_answer_before_the_offer_is_refused() {
        refused(
                () -> offer.declineTentative(TODAY.minusDays(1), "Another job.", TODAY),
                Refusal.Kind.INVALID,
                "answeredOn",
                "The candidate cannot have answered before the offer was made on Mar 2, 2026.");
    }

    @Test
    void an_answer_without_its_day_is_refused() {
        refused(
                () -> offer.acceptTentative(null, false, null, TODAY),
                Refusal.Kind.INVALID,
                "answeredOn",
                "Give the day on which the candidate answered.");
    }

    @Test
    void a_declination_needs_its_reason() {
        refused(
                () -> offer.declineTentative(TODAY, null, TODAY),
                Refusal.Kind.INVALID,
                "declineReason",
                "Give the candidate's reason for declining.");
    }

    @Test
    void silence_says_nothing_while_the_offer_has_not_left() {
        refused(
                () -> offer.noAnswerToTentative(LATE),
                Refusal.Kind.INVALID,
                "answer",
                "The offer has not gone out, so nobody has failed to answer it. Have the message sent, or record on the case\u2019s"
                        + " messages how you reached the candidate; the time to answer counts from then.");
        untilTheFinalOffer();
        refused(() -> offer.noAnswerToFinal(LATE), Refusal.Kind.INVALID, "answer", null);
    }

    @Test
    void an_offer_that_leaves_late_is_due_later_by_as_much() {
        assertThat(offer.letterLeft(letter(), TODAY.plusDays(3))).isTrue();
        assertThat(offer.facts().dueOn()).isEqualTo(DUE.plusDays(3));
        assertThat(offer.facts().daysToAnswer()).isEqualTo(5);
        assertThat(offer.letterLeft(letter(), TODAY.plusDays(9))).isFalse();
        assertThat(offer.facts().dueOn()).isEqualTo(DUE.plusDays(3));
    }

    @Test
    void the_letter_with_the_tentative_offer_starts_no_clock_of_the_final_one() {
        var first = letter();
        untilTheFinalOffer();
        assertThat(offer.letterLeft(first, LATE)).isFalse();
        assertThat(offer.facts().sentOn()).isEmpty();
        assertThat(offer.letterLeft(letter(), TODAY)).isTrue();
    }

    private UUID letter() {
        return offer.facts().letterId().orElseThrow();
    }

    @Test
    void silence_counts_as_declined_only_when_the_due_date_is_over() {
        offer.letterLeft(letter(), TODAY);
        refused(
                () -> offer.noAnswerToTentative(DUE),
                Refusal.Kind.INVALID,
                "answer",
                "The candidate may still answer until the end of Mar 7, 2026. "
                        + "\"No answer\" can be recorded after that day.");

        offer.noAnswerToTentative(LATE);

        assertThat(offer.outcome()).isEqualTo(OfferOutcome.TENTATIVE_DECLINED);
        assertThat(offer.facts().noAnswer()).isTrue();
    }

    @Test
    void a_question_keeps_the_offer_open_until_the_new_due_date() {
        offer.letterLeft(letter(), TODAY);
        offer.moreInformation(DUE, "Is telework possible?", LATE.plusDays(3), DUE);

        assertThat(offer.outcome()).isEqualTo(OfferOutcome.TENTATIVE_OFFERED);
        assertThat(offer.facts().dueOn()).isEqualTo(LATE.plusDays(3));
        assertThat(offer.facts().tentative().questions()).isEqualTo("Is telework possible?");
        assertThat(offer.facts().message()).isEqualTo("Welcome.");
        refused(() -> offer.noAnswerToTentative(LATE), Refusal.Kind.INVALID, "answer", null);
    }

    /** Issue 11: silence counts when the days the candidate was promised are over in full. */
    @Test
    void L14_a_day_that_the_candidate_was_promised_moves_to_a_later_one_only() {
        offer.letterLeft(letter(), TODAY.plusDays(3));
        refused(
                () -> offer.moreInformation(TODAY.plusDays(3), "Pay?", DUE.plusDays(2), TODAY.plusDays(3)),
                Refusal.Kind.INVALID,
                "newDueOn",
                "The candidate was told to answer by Mar 10, 2026. Choose that day or a later one.");
        assertThat(offer.facts().dueOn()).isEqualTo(DUE.plusDays(3));
        offer.moreInformation(TODAY.plusDays(3), "Pay?", DUE.plusDays(3), TODAY.plusDays(3));
        assertThat(offer.facts().dueOn()).isEqualTo(DUE.plusDays(3));
    }

    @Test
    void nobody_has_stayed_away_before_the_day_on_which_to_start() {
        untilTheFinalOfferIsAccepted();
        refused(
                () -> offer.didNotEnterOnDuty("Will not come.", START.minusDays(1)),
                Refusal.Kind.INVALID,
                "entered",
                null);
        assertThat(offer.outcome()).isEqualTo(OfferOutcome.FINAL_ACCEPTED);
    }

    @Test
    void a_letter_still_to_leave_would_name_another_day_than_a_question_sets() {
        refused(
                () -> offer.moreInformation(TODAY, "Pay?", DUE, TODAY),
                Refusal.Kind.INVALID,
                "answer",
                "The message with the offer has not gone out, and when it does, it names a day to answer of its own. Have it sent, or"
                        + " record on the case’s messages how you reached the candidate; then record the question.");
        assertThat(offer.facts().dueOn()).isEqualTo(DUE);
        offer.letterLeft(letter(), TODAY.plusDays(1));
        offer.moreInformation(TODAY.plusDays(1), "Pay?", LATE.plusDays(3), TODAY.plusDays(1));
        assertThat(offer.facts().dueOn()).isEqualTo(LATE.plusDays(3));
    }

    @Test
    void a_question_needs_its_words_and_a_new_due_date_that_is_not_in_the_past() {
        offer.letterLeft(letter(), TODAY);
        refused(
                () -> offer.moreInformation(TODAY, null, LATE, TODAY),
                Refusal.Kind.INVALID,
                "questions",
                "Write down what the candidate wants to know.");
        refused(
                () -> offer.moreInformation(TODAY, "Pay?", null, TODAY),
                Refusal.Kind.INVALID,
                "newDueOn",
                "Give the new date by which the candidate should answer.");
        refused(() -> offer.moreInformation(DUE, "Pay?", TODAY, DUE), Refusal.Kind.INVALID, "newDueOn", null);
        assertThat(offer.facts().dueOn()).isEqualTo(DUE);
    }

    @Test
    void an_offer_is_answered_once() {
        offer.acceptTentative(TODAY, false, null, TODAY);

        refused(
                () -> offer.declineTentative(TODAY, "Second thoughts.", TODAY),
                Refusal.Kind.CONFLICT,
                null,
                "The offer has moved on: it stands at \"tentative offer accepted\". Look at the case again.");
    }

    @Test
    void nobody_who_never_was_a_federal_employee_has_an_SF_75() {
        offer.acceptTentative(TODAY, false, null, TODAY);

        refused(() -> offer.sf75("GSA", TODAY, TODAY, true, TODAY), Refusal.Kind.CONFLICT, null, null);
    }

    @Test
    void an_SF_75_does_not_come_before_it_is_requested_nor_in_the_future() {
        offer.acceptTentative(TODAY, true, "GSA", TODAY);

        refused(
                () -> offer.sf75("GSA", TODAY, TODAY.minusDays(1), true, TODAY),
                Refusal.Kind.INVALID,
                "receivedOn",
                "The SF-75 cannot have come before it was requested.");
        refused(() -> offer.sf75("GSA", TODAY, LATE, true, TODAY), Refusal.Kind.INVALID, "receivedOn", null);
        refused(() -> offer.sf75("GSA", LATE, LATE, true, TODAY), Refusal.Kind.INVALID, "requestedOn", null);
    }

    @Test
    void pay_does_not_take_effect_in_the_past() {
        offer.acceptTentative(TODAY, false, null, TODAY);

        refused(
                () -> offer.payIsSet(pay(TODAY.minusDays(1)), TODAY),
                Refusal.Kind.INVALID,
                "effectiveOn",
                "The pay cannot take effect on a day in the past.");
    }

    @Test
    void a_new_hire_record_is_not_built_in_the_future() {
        offer.acceptTentative(TODAY, false, null, TODAY);

        refused(() -> offer.newHireRecordIsBuilt("NH-1", LATE, TODAY), Refusal.Kind.INVALID, "builtOn", null);
    }

    @Test
    void what_follows_an_offer_is_not_dated_before_it() {
        offer.acceptTentative(TODAY, true, "GSA", TODAY);
        var before = TODAY.minusDays(1);

        refused(
                () -> offer.sf75("GSA", before, TODAY, true, TODAY),
                Refusal.Kind.INVALID,
                "requestedOn",
                "The SF-75 was requested on Mar 1, 2026? That is before the tentative offer of Mar 2, 2026. Choose that day"
                        + " or a later one.");
        refused(() -> offer.newHireRecordIsBuilt("NH-1", before, TODAY), Refusal.Kind.INVALID, "builtOn", null);
    }

    @Test
    void days_to_come_are_not_years_away() {
        var latest = TODAY.plusDays(60);
        refused(
                () -> new Offer(UUID.randomUUID(), CaseNumber.of(2026, 2), latest.plusDays(1), null, TODAY),
                Refusal.Kind.INVALID,
                "dueOn",
                "The due date May 2, 2026 is too far away: candidates have at most 60 days to answer, until May 1, 2026.");
        assertThat(new Offer(UUID.randomUUID(), CaseNumber.of(2026, 2), latest, null, TODAY)
                        .facts()
                        .dueOn())
                .isEqualTo(latest);

        offer.acceptTentative(TODAY, false, null, TODAY);
        var inAYear = TODAY.plusYears(1);
        refused(() -> offer.payIsSet(pay(inAYear.plusDays(1)), TODAY), Refusal.Kind.INVALID, "effectiveOn", null);
        offer.payIsSet(pay(inAYear), TODAY);
        offer.newHireRecordIsBuilt("NH-1", TODAY, TODAY);
        refused(
                () -> offer.extendFinal(DUE, inAYear.plusDays(1), null, TODAY),
                Refusal.Kind.INVALID,
                "startOn",
                "The proposed start date is more than a year away. Choose Mar 2, 2027 or an earlier day.");
        offer.extendFinal(DUE, inAYear, null, TODAY);
    }

    @Test
    void the_final_offer_waits_for_all_of_pre_employment() {
        offer.acceptTentative(TODAY, true, "GSA", TODAY);
        offer.payIsSet(pay(START), TODAY);
        offer.newHireRecordIsBuilt("NH-1", TODAY, TODAY);

        refused(
                () -> offer.extendFinal(DUE, START, null, TODAY),
                Refusal.Kind.CONFLICT,
                null,
                "Pre-employment is not complete yet: the final offer comes after it.");

        offer.sf75("GSA", TODAY, TODAY, true, TODAY);
        offer.extendFinal(DUE, START, null, TODAY);
        assertThat(offer.outcome()).isEqualTo(OfferOutcome.FINAL_OFFERED);
    }

    @Test
    void a_final_offer_has_a_due_date_not_in_the_past_and_a_start_not_before_it() {
        untilPreEmploymentIsComplete();

        refused(() -> offer.extendFinal(TODAY.minusDays(1), START, null, TODAY), Refusal.Kind.INVALID, "dueOn", null);
        refused(
                () -> offer.extendFinal(DUE, TODAY, null, TODAY),
                Refusal.Kind.INVALID,
                "startOn",
                "The proposed start date must not be before the date the answer is due.");
    }

    @Test
    void silence_on_the_final_offer_counts_as_declined_only_when_the_due_date_is_over() {
        untilTheFinalOffer();
        offer.letterLeft(letter(), TODAY);

        refused(() -> offer.noAnswerToFinal(DUE), Refusal.Kind.INVALID, "answer", null);
        offer.noAnswerToFinal(LATE);

        assertThat(offer.outcome()).isEqualTo(OfferOutcome.FINAL_DECLINED);
        assertThat(offer.facts().noAnswer()).isTrue();
    }

    @Test
    void a_declined_final_offer_keeps_its_reason() {
        untilTheFinalOffer();

        offer.declineFinal(TODAY, "Moves away.", TODAY);

        assertThat(offer.facts().lostBecause()).isEqualTo("Moves away.");
        assertThat(offer.facts().noAnswer()).isFalse();
    }

    @Test
    void a_person_enters_on_duty_on_a_day_that_has_come() {
        untilTheFinalOfferIsAccepted();

        refused(() -> offer.enteredOnDuty(null, null, START), Refusal.Kind.INVALID, "enteredOn", null);
        refused(() -> offer.enteredOnDuty(START, null, START.minusDays(1)), Refusal.Kind.INVALID, "enteredOn", null);
        refused(
                () -> offer.enteredOnDuty(TODAY.minusDays(1), "Agreed on.", START),
                Refusal.Kind.INVALID,
                "enteredOn",
                null);
        offer.enteredOnDuty(START, null, START);

        assertThat(offer.outcome()).isEqualTo(OfferOutcome.ENTERED_ON_DUTY);
        assertThat(offer.facts().entry().enteredOn()).isEqualTo(START);
    }

    @Test
    void nobody_enters_on_duty_on_a_tentative_offer() {
        offer.acceptTentative(TODAY, false, null, TODAY);
        offer.payIsSet(pay(START), TODAY);
        offer.newHireRecordIsBuilt("NH-1", TODAY, TODAY);
        offer.extendFinal(LATE, START, null, DUE);
        offer.acceptFinal(DUE, DUE);

        refused(
                () -> offer.enteredOnDuty(DUE.minusDays(1), "Agreed on.", LATE),
                Refusal.Kind.INVALID,
                "enteredOn",
                "Nobody enters on duty before the final offer, which was made on Mar 7, 2026.");
        offer.enteredOnDuty(DUE, "Agreed on.", LATE);

        assertThat(offer.facts().outcomeInWords()).isEqualTo("entered on duty on Mar 7, 2026");
    }

    @Test
    void what_OPM_counts_by_has_the_day_on_which_it_happened() {
        assertThat(offer.facts().outcomeInWords()).isEqualTo("tentative offer made");
        untilPreEmploymentIsComplete();
        assertThat(offer.facts().outcomeInWords()).isEqualTo("tentative offer accepted on Mar 2, 2026");
        offer.extendFinal(DUE, START, null, TODAY);
        offer.declineFinal(DUE, "Moves away.", LATE);
        assertThat(offer.facts().outcomeInWords()).isEqualTo("final offer declined on Mar 7, 2026");
    }

    @Test
    void who_says_nothing_is_not_told_to_OPM_as_having_declined() {
        offer.letterLeft(offer.facts().letterId().orElseThrow(), TODAY);
        offer.noAnswerToTentative(LATE);

        assertThat(offer.facts().outcomeInWords()).isEqualTo("no answer to the tentative offer by Mar 7, 2026");
        assertThat(offer.facts().standing()).isEqualTo("no answer to the tentative offer by Mar 7, 2026");
    }

    @Test
    void a_person_enters_on_duty_before_the_offered_start_for_a_reason_only() {
        untilTheFinalOfferIsAccepted();

        refused(
                () -> offer.enteredOnDuty(START.minusDays(1), null, START),
                Refusal.Kind.INVALID,
                "earlierReason",
                null);
        offer.enteredOnDuty(START.minusDays(1), "The orientation was moved.", START);

        assertThat(offer.facts().entry().earlierBecause()).isEqualTo("The orientation was moved.");
    }

    @Test
    void a_reason_for_an_earlier_day_is_not_taken_for_a_day_that_is_none() {
        untilTheFinalOfferIsAccepted();

        for (var day : List.of(START, START.plusDays(1))) {
            refused(
                    () -> offer.enteredOnDuty(day, "Typed before the day was corrected.", day),
                    Refusal.Kind.INVALID,
                    "earlierReason",
                    null);
        }
        offer.enteredOnDuty(START.plusDays(1), null, START.plusDays(1));

        assertThat(offer.facts().entry().earlierBecause()).isNull();
    }

    @Test
    void who_does_not_come_is_recorded_with_the_reason() {
        untilTheFinalOfferIsAccepted();

        refused(
                () -> offer.didNotEnterOnDuty(null, START),
                Refusal.Kind.INVALID,
                "reason",
                "Say why the person did not enter on duty.");
        offer.didNotEnterOnDuty("Did not show up.", START);

        assertThat(offer.outcome()).isEqualTo(OfferOutcome.DID_NOT_ENTER_ON_DUTY);
        assertThat(offer.facts().lostBecause()).isEqualTo("Did not show up.");
    }

    @Test
    void L9_without_a_scope_nobody_is_withdrawn() {
        offer.declineTentative(TODAY, "Another job.", TODAY);

        var refusal = refused(() -> offer.withdraw(null, null, List.of(), TODAY), Refusal.Kind.INVALID, "scope", null);

        assertThat(refusal.rule()).contains("L9");
        assertThat(offer.facts().withdrawal()).isNull();
    }

    @ParameterizedTest
    @EnumSource(WithdrawalScope.class)
    void L9_a_scope_is_recorded_once(WithdrawalScope scope) {
        var letter = UUID.randomUUID();
        offer.declineTentative(TODAY, "Another job.", TODAY);

        offer.withdraw(scope, "By telephone.", List.of(letter), TODAY);

        assertThat(offer.facts().withdrawal()).isEqualTo(new OfferFacts.Withdrawal(scope, TODAY, "By telephone."));
        assertThat(offer.facts().withdrawalDocuments()).containsExactly(letter);
        for (var again : WithdrawalScope.values()) {
            var refusal = refused(
                    () -> offer.withdraw(again, null, List.of(letter), TODAY), Refusal.Kind.CONFLICT, null, null);
            assertThat(refusal.rule()).contains("L9");
        }
        assertThat(offer.facts().withdrawal().scope()).isEqualTo(scope);
    }

    @Test
    void L9_nobody_is_withdrawn_who_has_not_declined() {
        refused(
                () -> offer.withdraw(WithdrawalScope.ALL_AGENCIES, null, List.of(UUID.randomUUID()), TODAY),
                Refusal.Kind.CONFLICT,
                null,
                "The candidate has not declined: there is nothing to withdraw.");
    }

    @Test
    void L9_an_offer_whose_candidate_is_gone_cannot_be_accepted_any_more() {
        offer.endBeforeEntry();

        assertThat(offer.outcome()).isEqualTo(OfferOutcome.ENDED_BEFORE_ENTRY);
        refused(() -> offer.acceptTentative(TODAY, false, null, TODAY), Refusal.Kind.CONFLICT, null, null);
    }

    @Test
    void an_offer_that_ended_by_itself_keeps_its_outcome_when_the_case_ends() {
        untilTheFinalOfferIsAccepted();
        offer.enteredOnDuty(START, null, START);

        offer.endBeforeEntry();

        assertThat(offer.outcome()).isEqualTo(OfferOutcome.ENTERED_ON_DUTY);
    }

    private void untilPreEmploymentIsComplete() {
        offer.acceptTentative(TODAY, false, null, TODAY);
        offer.payIsSet(pay(START), TODAY);
        offer.newHireRecordIsBuilt("NH-1", TODAY, TODAY);
    }

    private void untilTheFinalOffer() {
        untilPreEmploymentIsComplete();
        offer.extendFinal(DUE, START, null, TODAY);
    }

    private void untilTheFinalOfferIsAccepted() {
        untilTheFinalOffer();
        offer.acceptFinal(TODAY, TODAY);
    }

    private static OfferFacts.Pay pay(LocalDate effectiveOn) {
        return new OfferFacts.Pay("GS", "13", 1, new BigDecimal("103409"), effectiveOn, null);
    }

    /** @param sentence null when the test is not about the words */
    private static Refusal refused(ThrowingCallable attempt, Refusal.Kind kind, String field, String sentence) {
        var thrown = new Refusal[1];
        assertThatExceptionOfType(Refusal.class).isThrownBy(attempt).satisfies(refusal -> thrown[0] = refusal);
        assertThat(thrown[0].kind()).isEqualTo(kind);
        assertThat(thrown[0].field().orElse(null)).isEqualTo(field);
        if (sentence != null) {
            assertThat(thrown[0]).hasMessage(sentence);
        }
        return thrown[0];
    }
}
